import type { Answer } from '../answers/answer.js';
import type { Handler, HandlerFor, Handlers } from '../call.js';
import { act } from './act.js';
import { merge, replace } from './change.js';
import { create } from './create.js';
import { found } from './find.js';
import { type Knowledge, kindOf } from './kind.js';
import { move } from './lifecycle.js';
import { list } from './list.js';
import { type Occasion, occasionOf } from './occasion.js';
import { withinOwners } from './owners.js';
import { perform } from './perform.js';
import type { Deed, Plan } from './plan.js';
import { remove } from './remove.js';
import { answerWith } from './view.js';

const deeds: Readonly<Record<Deed, (occasion: Occasion) => Answer>> = {
  list,
  create,
  read: (occasion) => answerWith(occasion, found(occasion)),
  replace,
  merge,
  delete: remove,
  lifecycle: (occasion) => perform(occasion) ?? move(occasion),
  act: (occasion) => perform(occasion) ?? act(occasion),
};

/**
 * Makes handlers for the operations that have none of their own, from the description and the rules.
 *
 * @param knowledge - facts, plans and rules
 * @param own - handlers that were written
 * @returns finds either kind of handler
 */
export function deriveHandlers(knowledge: Knowledge, own: Handlers): HandlerFor {
  const derived = new Map<string, Handler>();
  const handlerFor: HandlerFor = (operation) => own[operation] ?? derived.get(operation) ?? derive(operation);
  return handlerFor;

  function derive(operation: string): Handler | undefined {
    const plan = knowledge.plans.byOperation.get(operation);
    if (plan === undefined) return undefined;
    const handler = handlerOf(knowledge, plan, handlerFor);
    derived.set(operation, handler);
    return handler;
  }
}

function handlerOf(knowledge: Knowledge, plan: Plan, handlerFor: HandlerFor): Handler {
  const kind = kindOf(knowledge, plan);
  const deed = deeds[plan.deed];
  const within = withinOwners(knowledge, kind, handlerFor);
  return async (call) => deed(occasionOf(knowledge, { plan, kind }, await within(call)));
}
