import { isRefusal } from '../calls/plan.js';
import type { Site } from '../calls/site.js';
import type { MigrateFacts } from '../facts.js';
import type { Node } from '../syntax/nodes.js';
import type { Use } from './find-uses.js';

/** What decides whether calls are rewritten. */
export interface Circumstances {
  readonly facts: MigrateFacts;
  readonly sites: readonly Site[];
  /** Uses of the result of each call. */
  readonly usesOf: (call: Node) => readonly Use[];
  /** Models whose objects must stay live once they leave what is followed. */
  readonly endangered: ReadonlySet<string>;
}

/** Why calls stay as they are; those that are not in it are rewritten. */
export type Refusals = ReadonlyMap<Node, string>;

/**
 * Decides which calls are rewritten. A result that loses its methods must not be used as a live object anywhere, so
 * each refusal may entail others.
 *
 * @param circumstances - calls and what happens to their results
 * @returns reasons by call
 */
export function decide(circumstances: Circumstances): Refusals {
  const refused = new Map<Node, string>();
  for (const { call, plan } of circumstances.sites) if (isRefusal(plan)) refused.set(call, plan.reason);
  for (let size = -1; size !== refused.size; ) {
    size = refused.size;
    for (const site of circumstances.sites) {
      const reason = refused.has(site.call) ? undefined : hindrance(circumstances, site, refused);
      if (reason !== undefined) refused.set(site.call, reason);
    }
  }
  return refused;
}

function hindrance({ facts, usesOf, endangered }: Circumstances, site: Site, refused: Refusals): string | undefined {
  const { call, flat } = site;
  if (flat.returns === undefined || facts.models[flat.returns] === undefined) return undefined;
  const lineOf = (node: Node) => `line ${node.loc?.start.line ?? 0}`;
  for (const use of usesOf(call)) {
    if (use.kind === 'blocked') return `a method of its result is taken in ${lineOf(use.node)}`;
    if (use.kind === 'live' && refused.has(use.call))
      return `its result is used as a live object in ${lineOf(use.call)}, which is not rewritten`;
    if (use.kind === 'escape' && endangered.has(flat.returns))
      return `its result leaves in ${lineOf(use.node)}, and may be used as a live object elsewhere`;
  }
  return undefined;
}
