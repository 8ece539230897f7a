import type { Answer } from '../answers/answer.js';
import type { Call, HandlerFor } from '../call.js';
import { isObject } from '../org/json.js';
import { type Kind, type Knowledge, kindOf } from './kind.js';
import type { Plan } from './plan.js';

/**
 * Reads what a resource belongs to before anything is done with it: what belongs to nothing is not found, and what has
 * several names, as the token's owner `me`, is stored under one.
 *
 * @param knowledge - facts, plans and rules
 * @param kind - of the resource
 * @param handlerFor - finds what reads an owner
 * @returns gives the request with the names that its owners have for themselves
 */
export function withinOwners(
  knowledge: Knowledge,
  { owners }: Kind,
  handlerFor: HandlerFor,
): (call: Call) => Promise<Call> {
  return async (call) => {
    let current = call;
    for (const operation of owners) {
      const plan = knowledge.plans.byOperation.get(operation);
      const handler = handlerFor(operation);
      if (plan === undefined || handler === undefined) continue;
      const answer = await handler(readingCall(plan, current));
      current = { ...current, path: named(current, plan, ownName(answer, kindOf(knowledge, plan))) };
    }
    return current;
  };
}

function readingCall(plan: Plan, call: Call): Call {
  const values = Object.values(call.path);
  const path = Object.fromEntries(placeholdersOf(plan).map((name, index) => [name, values[index] ?? '']));
  return { ...call, operation: plan.operation, body: undefined, query: new URLSearchParams(), path };
}

function ownName({ body }: Answer, { key }: Kind): string | undefined {
  const name = isObject(body) ? body[key] : undefined;
  return typeof name === 'string' ? name : undefined;
}

/** The values of the path with the owner's own name for itself. */
function named(call: Call, plan: Plan, name: string | undefined): Call['path'] {
  const placeholder = Object.keys(call.path)[placeholdersOf(plan).length - 1];
  return name === undefined || placeholder === undefined ? call.path : { ...call.path, [placeholder]: name };
}

function placeholdersOf({ template }: Plan): string[] {
  return [...template.matchAll(/\{([^}]*)\}/g)].map(([, name = '']) => name);
}
