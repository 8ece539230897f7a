import type { Site } from '../calls/site.js';
import type { MigrateFacts } from '../facts.js';
import { type Finding, findingAt } from '../finding.js';
import { endOf, isMember, nameOf, startOf } from '../syntax/nodes.js';
import type { Use } from './find-uses.js';
import { suggest, suggestLive } from './suggest.js';
import type { Suspect } from './suspects.js';

/**
 * Says why a call stays.
 *
 * @param facts - methods of old
 * @param site - the call
 * @param reason - of its refusal
 * @returns the finding
 */
export function refusedFinding(facts: MigrateFacts, { file, call, flat, receiver }: Site, reason: string): Finding[] {
  const { callee } = call;
  if (!isMember(callee)) return [];
  const what = nameOf(callee.property) ?? '';
  const value = file.text.slice(startOf(callee.object), endOf(callee.object));
  const live = receiver && facts.models[receiver.model]?.[what];
  const write = live ? suggestLive(value.length < 20 ? value : '…', flat, live) : suggest('client', flat);
  return [findingAt(file, callee.property, { kind: 'left', what, reason, write })];
}

/**
 * Says what a call may be of, whose value is unknown.
 *
 * @param facts - methods of old
 * @param suspect - the call
 * @returns the finding
 */
export function suspectFinding(facts: MigrateFacts, { file, call, method, models }: Suspect): Finding {
  const { callee } = call;
  const [model = ''] = models;
  const live = facts.models[model]?.[method];
  const flat = live && facts.flat[live.flat];
  const node = isMember(callee) ? callee.object : call;
  const value = file.text.slice(startOf(node), endOf(node));
  const kinds = models.length > 3 ? 'something that Okta returned' : models.join(' or ');
  const write = models.length === 1 && live && flat ? { write: suggestLive(value, flat, live) } : {};
  return findingAt(file, isMember(callee) ? callee.property : call, {
    kind: 'left',
    what: method,
    reason: `if ${value.length < 30 ? value.replace(/\s+/g, ' ') : 'this'} is ${kinds}, it has no such method once the call that returned it is rewritten`,
    ...write,
  });
}

/**
 * Says what has changed around a call that was rewritten.
 *
 * @param site - the call
 * @param uses - of its result
 * @returns findings
 */
export function changedFindings({ file, call, flat }: Site, uses: readonly Use[]): Finding[] {
  const dates = uses.flatMap((use) =>
    use.kind === 'read'
      ? use.members
          .filter((member) => flat.dates?.includes(member))
          .map((what) =>
            findingAt(file, use.node, { kind: 'changed', what, reason: 'it is a Date now, and was a text' }),
          )
      : [],
  );
  const note =
    flat.note === undefined ? [] : [findingAt(file, call, { kind: 'changed', what: flat.method, reason: flat.note })];
  return [...note, ...dates];
}
