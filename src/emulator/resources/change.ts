import type { Answer } from '../answers/answer.js';
import { optionalBodyOf } from '../body.js';
import type { JsonObject } from '../org/json.js';
import { withoutSecrets } from './conceal.js';
import { addNew, checkUnique } from './create.js';
import { found } from './find.js';
import { oneOf } from './items.js';
import type { Occasion } from './occasion.js';
import { recordDeed } from './record.js';
import type { Resource } from './rule.js';
import { stampsFor } from './stamps.js';
import { store } from './store.js';
import { answerWith } from './view.js';
import { lasting, merged, writable } from './write.js';

/**
 * Puts what was sent in the place of what is there; what only the service writes stays.
 *
 * @param occasion - the request
 * @returns the resource
 * @throws Fault `E0000007` if there is none, `E0000001` if what was sent breaks a rule
 */
export function replace(occasion: Occasion): Answer {
  const { call, kind, spot, invention, operation } = occasion;
  const { key } = spot;
  const sent = writable(invention.schemas, operation.body ?? {}, optionalBodyOf(call));
  if (kind.rule.upserts && key !== undefined && oneOf(occasion, key) === undefined) return addNew(occasion, sent);
  const before = found(occasion);
  const kept = { ...lasting(invention.schemas, kind.schema, before), ...membersOf(before, kind.rule.secret) };
  return change(occasion, before, { ...kept, ...sent });
}

/**
 * Changes the members that were sent; `null` removes one.
 *
 * @param occasion - the request
 * @returns the resource
 * @throws Fault `E0000007` if there is none, `E0000001` if what was sent breaks a rule
 */
export function merge(occasion: Occasion): Answer {
  const before = found(occasion);
  return change(occasion, before, merged(before, optionalBodyOf(occasion.call)));
}

function change(occasion: Occasion, before: Resource, wanted: JsonObject): Answer {
  const { call, kind, spot } = occasion;
  const { rule } = kind;
  const changed = { ...wanted, ...standing(occasion, before) };
  const stamped = { ...changed, ...stampsFor(occasion, changed, false) };
  const next = rule.admit?.(stamped, { call, before }) ?? stamped;
  checkUnique(occasion, next);
  store(call.org, spot, withoutSecrets(occasion, next));
  recordDeed(occasion, 'update', next);
  rule.afterwards?.(next, { call, before });
  return answerWith(occasion, next);
}

/** Key and times are nothing that a body changes, neither is a state that lifecycle operations change. */
const ALWAYS_FIXED = ['created', 'createdBy', 'system'];

function standing({ kind }: Occasion, before: Resource): JsonObject {
  const state = kind.words.size > 0 ? ['status'] : [];
  const names = [kind.key, ...ALWAYS_FIXED, ...state, ...(kind.rule.fixed ?? [])];
  return membersOf(before, names);
}

function membersOf(resource: Resource, names: readonly string[] = []): JsonObject {
  return Object.fromEntries(names.flatMap((name) => (resource[name] === undefined ? [] : [[name, resource[name]]])));
}
