import type { Answer } from '../answers/answer.js';
import { invalid, TAKEN } from '../answers/fault.js';
import { optionalBodyOf } from '../body.js';
import { expand } from '../description/expand.js';
import type { JsonObject } from '../org/json.js';
import { withoutSecrets } from './conceal.js';
import { allOf, oneOf } from './items.js';
import type { Occasion } from './occasion.js';
import { recordDeed } from './record.js';
import type { Resource } from './rule.js';
import { stampsFor } from './stamps.js';
import { store } from './store.js';
import { answerWith } from './view.js';
import { writable } from './write.js';

/**
 * Adds a resource to a list.
 *
 * @param occasion - the request
 * @returns the resource
 * @throws Fault `E0000001` if it breaks a rule
 */
export function create(occasion: Occasion): Answer {
  const { call, invention, operation } = occasion;
  return addNew(occasion, writable(invention.schemas, operation.body ?? {}, optionalBodyOf(call)));
}

/**
 * Adds a resource whose members have been read.
 *
 * @param occasion - the request
 * @param sent - what the caller decides
 * @returns the resource
 */
export function addNew(occasion: Occasion, sent: JsonObject): Answer {
  const { call, kind, spot } = occasion;
  const { rule } = kind;
  const fresh = newResource(occasion, { ...rule.defaults?.(sent, call), ...sent });
  const next = rule.admit?.(fresh, { call, before: undefined }) ?? fresh;
  checkUnique(occasion, next);
  const key = spot.key ?? keyOf(next, kind.key);
  if (key !== undefined && oneOf(occasion, key)) throw invalid(kind.key, TAKEN);
  store(call.org, key === undefined ? spot : { ...spot, key }, withoutSecrets(occasion, next));
  recordDeed(occasion, 'create', next);
  rule.afterwards?.(next, { call, before: undefined });
  return answerWith(occasion, next);
}

function newResource(occasion: Occasion, sent: JsonObject): Resource {
  const { call, kind } = occasion;
  const named = { ...identity(occasion, sent), ...sent };
  const born = {
    ...initialState(occasion, named),
    ...stampsFor(occasion, named, true),
    ...kind.rule.born?.(sent, call),
  };
  return { ...named, ...born };
}

/** The id, unless the caller chooses it. */
function identity({ call, kind, plan, spot }: Occasion, sent: JsonObject): JsonObject {
  const { rule, key } = kind;
  if (!plan.inList || keyOf(sent, key) !== undefined) return {};
  return { [key]: spot.key ?? rule.newId?.(sent, call) ?? call.org.ids.next(rule.prefix ?? 'obj') };
}

function keyOf(resource: Resource, member: string): string | undefined {
  const value = resource[member];
  return typeof value === 'string' ? value : undefined;
}

function initialState({ kind, invention }: Occasion, resource: JsonObject): JsonObject {
  const { properties = {} } = expand(invention.schemas, kind.schema, resource);
  const { enum: states } = expand(invention.schemas, properties['status'] ?? {});
  if (states === undefined || resource['status'] !== undefined) return {};
  return { status: states.includes('ACTIVE') ? 'ACTIVE' : states[0] };
}

/**
 * @param occasion - the request
 * @param next - a resource that is to be stored
 * @throws Fault `E0000001` if another of the list has a value that only one may have
 */
export function checkUnique(occasion: Occasion, next: Resource): void {
  const { kind } = occasion;
  for (const member of kind.rule.unique ?? []) {
    const folded = fold(next[member]);
    if (folded === undefined) continue;
    for (const other of allOf(occasion)) {
      if (other[kind.key] !== next[kind.key] && fold(other[member]) === folded) throw invalid(member, TAKEN);
    }
  }
}

function fold(value: unknown): string | undefined {
  return typeof value === 'string' ? value.toLowerCase() : undefined;
}
