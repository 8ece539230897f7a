import { invalid } from '../answers/fault.js';
import type { Org } from '../org/org.js';

const REFERENCE = /^(?:https?:\/\/|orn:)\S+$/;
const PATH = /\/api\/v1\/(users|groups|apps)(?:\/([^/?]+))?/;
const services: Readonly<Record<string, string>> = { users: 'directory', groups: 'directory', apps: 'idp' };

/**
 * Refuses what names no resource.
 *
 * @param reference - address or ORN
 * @throws Fault `E0000001`
 */
export function checkReference(reference: string): void {
  if (!REFERENCE.test(reference)) throw invalid('resources', `'${reference}' is neither a URL nor an ORN`);
}

/**
 * @param org - whose resource it is
 * @param reference - address or ORN
 * @returns the ORN; of what has none, the address
 * @see https://developer.okta.com/docs/concepts/role-assignment/#okta-resource-name-orn
 */
export function ornOf({ facts, apps }: Org, reference: string): string {
  const [, kind, id] = PATH.exec(reference) ?? [];
  if (reference.startsWith('orn:') || kind === undefined) return reference;
  const name = kind === 'apps' && id !== undefined ? `:${apps.get(id)?.name ?? 'unknown'}` : '';
  return `orn:okta:${services[kind]}:${facts.id}:${kind}${name}${id === undefined ? '' : `:${id}`}`;
}
