import type { Call } from '../call.js';
import type { Invention } from '../description/conform.js';
import type { OperationFacts } from '../description/facts.js';
import { nowIn } from '../org/org.js';
import type { Kind, Knowledge } from './kind.js';
import type { Plan } from './plan.js';
import type { Spot } from './store.js';
import { concrete, lastOf } from './template.js';

/** One request to the spec-driven layer. */
export interface Occasion {
  readonly call: Call;
  readonly plan: Plan;
  readonly kind: Kind;
  readonly operation: OperationFacts;
  /** Where the resource, or the list, is stored. */
  readonly spot: Spot;
  /** What invented members are made of. */
  readonly invention: Invention;
}

/**
 * @param knowledge - facts, plans and rules
 * @param parts - plan and kind of the operation
 * @param call - the request
 * @returns everything that a deed needs
 */
export function occasionOf(
  { facts }: Knowledge,
  { plan, kind }: Pick<Occasion, 'plan' | 'kind'>,
  call: Call,
): Occasion {
  return {
    call,
    plan,
    kind,
    operation: facts.operations[plan.operation] ?? { status: 200 },
    spot: spotOf(plan, call.path),
    invention: { schemas: facts.schemas, now: nowIn(call.org), origin: call.origin },
  };
}

function spotOf({ home, inList, template }: Plan, values: Call['path']): Spot {
  const list = concrete(home, values);
  const rest = template.slice(home.length + 1).split('/')[0] ?? '';
  return inList && rest.startsWith('{') ? { list, key: values[lastOf(`/${rest}`).slice(1, -1)] ?? '' } : { list };
}
