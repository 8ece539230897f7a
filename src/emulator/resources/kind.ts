import type { Facts, Schema } from '../description/facts.js';
import type { Plan, Plans } from './plan.js';
import type { ResourceRule, ResourceRules } from './rule.js';
import { isItem, parentOf, shapeOf } from './template.js';

/** A kind of resource: what its operations have in common. */
export interface Kind {
  readonly rule: ResourceRule;
  /** Member that holds the key. */
  readonly key: string;
  /** Of the resource as it is read. */
  readonly schema: Schema;
  /** Words that change its state. */
  readonly words: ReadonlySet<string>;
  /** Verbs that its own path takes. */
  readonly allowed: readonly string[];
  /** Operations that read what the resource belongs to, the outermost first. */
  readonly owners: readonly string[];
}

/** Everything known before the first request. */
export interface Knowledge {
  readonly facts: Facts;
  readonly plans: Plans;
  readonly rules: ResourceRules;
}

/**
 * @param knowledge - facts, plans and rules
 * @param plan - of one of its operations
 * @returns the kind of resource that the operation is about
 */
export function kindOf({ facts, plans, rules }: Knowledge, { home, inList }: Plan): Kind {
  const list = shapeOf(home);
  const own = inList ? `${list}/{}` : list;
  const rule = ruleFor(rules, list);
  return {
    rule,
    key: rule.key ?? 'id',
    schema: readSchema({ facts, plans }, own, list),
    words: plans.words.get(list) ?? new Set(),
    // Links never name PATCH, also where it is taken.
    allowed: (plans.verbs.get(own) ?? []).filter((verb) => verb !== 'PATCH'),
    owners: ownersOf(plans, list),
  };
}

function ruleFor(rules: ResourceRules, list: string): ResourceRule {
  const [, rule = {}] = Object.entries(rules).find(([path]) => shapeOf(path) === list) ?? [];
  return rule;
}

/** As the item is read; of lists whose items cannot be read one by one, as it is answered when it is written. */
function readSchema({ facts, plans }: Pick<Knowledge, 'facts' | 'plans'>, own: string, list: string): Schema {
  const reader = plans.readers.get(own);
  const others = [...plans.byOperation.values()].filter(({ template, deed }) =>
    deed === 'create' ? shapeOf(template) === list : shapeOf(template) === own,
  );
  const operations = [...(reader ? [reader] : []), ...others.map(({ operation }) => operation)];
  const answers = operations.flatMap((operation) => facts.operations[operation]?.answer ?? []);
  return answers[0] ?? itemSchema(facts, plans.readers.get(list));
}

function itemSchema({ operations }: Facts, lister: string | undefined): Schema {
  return (lister === undefined ? undefined : operations[lister]?.answer?.items) ?? {};
}

/** Everything above that has an id and can be read. */
function ownersOf({ readers }: Plans, list: string): string[] {
  const owners: string[] = [];
  for (let shape = list; shape.includes('{}'); shape = parentOf(shape)) {
    const reader = isItem(shape) ? readers.get(shape) : undefined;
    if (reader !== undefined) owners.unshift(reader);
  }
  return owners;
}
