import { type JsonObject, own } from '../import/json.js';
import { requirementsAt } from '../import/list-requirements.js';
import type { OperationPair } from './pair-operations.js';
import type { Difference } from './report.js';
import { differ, type Spot } from './spot.js';

/** The two releases, for what holds for a whole document. */
export interface Documents {
  before: JsonObject;
  after: JsonObject;
}

/** What differs in how callers sign in to an operation and in the scopes they need. */
export function compareSecurity(pair: OperationPair, documents: Documents, spot: Spot): Difference[] {
  const was = scopesByScheme(pair.before.body, documents.before);
  const is = scopesByScheme(pair.after.body, documents.after);
  if (was.size === 0 && is.size === 0) return [];
  if (was.size === 0) return [differ(spot, 'sign-in-required', 'it asks who calls now')];
  if (is.size === 0) return [differ(spot, 'sign-in-dropped', 'it no longer asks who calls')];
  const schemes = new Set([...was.keys(), ...is.keys()]);
  return [...schemes].flatMap((scheme) => compareScheme(scheme, { had: was.get(scheme), has: is.get(scheme), spot }));
}

interface Scheme {
  had: string[] | undefined;
  has: string[] | undefined;
  spot: Spot;
}

function compareScheme(scheme: string, { had, has, spot }: Scheme): Difference[] {
  if (!had) return [differ(spot, 'scheme-added', `${scheme} is one more way to sign in`)];
  if (!has) return [differ(spot, 'scheme-dropped', `${scheme} is no longer a way to sign in`)];
  const added = has.filter((scope) => !had.includes(scope));
  const dropped = had.filter((scope) => !has.includes(scope));
  return [
    ...added.map((scope) => differ(spot, 'scope-required', `${scope} is needed now`)),
    ...dropped.map((scope) => differ(spot, 'scope-dropped', `${scope} is no longer needed`)),
  ];
}

/** An operation's own requirements take the place of those of the document. */
function scopesByScheme(operation: JsonObject, document: JsonObject): Map<string, string[]> {
  const owner = own(operation, 'security') === undefined ? document : operation;
  const byScheme = new Map<string, string[]>();
  for (const { scheme, scopes } of requirementsAt(owner)) {
    byScheme.set(scheme, [...(byScheme.get(scheme) ?? []), ...scopes]);
  }
  return byScheme;
}
