import type { Call } from '../call.js';
import type { AppTarget } from './role-assignment.js';

/**
 * A target of an app administrator as it is answered: an app of the catalog, or one app of the org.
 *
 * @param target - the target
 * @param call - the request
 * @returns the JSON
 */
export function catalogView({ name, id }: AppTarget, { org, origin }: Pick<Call, 'org' | 'origin'>) {
  const app = id === undefined ? undefined : org.apps.get(id);
  if (app) {
    const { label, status, lastUpdated, signOnMode } = app;
    const self = { href: `${origin}/api/v1/apps/${app.id}` };
    const own = { name, displayName: label, status, lastUpdated, signOnModes: [signOnMode], id: app.id };
    return { ...own, _links: { self } };
  }
  return {
    name,
    displayName: titleOf(name),
    status: 'ACTIVE',
    verificationStatus: 'OKTA_VERIFIED',
    signOnModes: [],
    features: [],
    _links: { self: { href: `${origin}/api/v1/catalog/apps/${name}` } },
  };
}

function titleOf(name: string): string {
  return name
    .split('_')
    .map((word) => word.slice(0, 1).toUpperCase() + word.slice(1))
    .join(' ');
}
