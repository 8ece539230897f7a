import type { Names } from '../names/names-file.js';
import { readV4Facts, type V4Facts, type V4Model, type V4Operation } from './v4-facts.js';
import { findSuccessors, readV4Names, type Successor, type V4Names } from './v4-names.js';

/** Everything known about versions 4 to 6, read and checked. */
export interface V4Sources {
  readonly operations: V4Facts['operations'];
  readonly models: V4Facts['models'];
  readonly removed: V4Names['removed'];
  readonly removedFromValues: V4Names['removedFromValues'];
  /** Methods of today by method of version 4. */
  readonly successors: ReadonlyMap<string, Successor>;
  /** Reasons by method of version 4 that has no successor. */
  readonly retired: ReadonlyMap<string, string>;
}

/**
 * Reads facts and decisions, and brings them together with the names of today.
 *
 * @param folder - that holds `v4.yaml` and `v4-names.yaml`
 * @param names - of today
 * @returns the sources
 * @throws Error listing everything that is undecided or does not fit
 */
export function readV4(folder: string, names: Names): V4Sources {
  const facts = readV4Facts(`${folder}/v4.yaml`);
  const decided = readV4Names(`${folder}/v4-names.yaml`);
  const { known, retired, undecided } = findSuccessors(facts, decided, names);
  const gone = Object.entries(decided.removed).filter(([, name]) => !(name in facts.operations));
  const faults = [
    ...undecided.map(
      (name) => `${name} (${callOf(facts.operations[name])}) has no successor; decide it under operations`,
    ),
    ...Object.keys(decided.operations).flatMap((name) =>
      known.has(name) || retired.has(name) ? [] : [`${name} is decided, but version 4 had no such method; remove it`],
    ),
    ...Object.entries(decided.removedFromValues).flatMap(([model, names]) => methodFaults(facts.models, model, names)),
    ...gone.map(([older, name]) => `${older}: ${name} was no method of version 4`),
    ...Object.keys(facts.models).flatMap((name) => inheritanceFault(name, facts.models)),
  ];
  if (faults.length > 0) throw new Error(`spec/v4-names.yaml does not fit:\n  - ${faults.join('\n  - ')}`);
  const lent = Object.entries(decided.lent).map(([name, parent]) => [name, { ...facts.models[name], parent }]);
  const models = { ...facts.models, ...Object.fromEntries(lent) };
  const { removed, removedFromValues } = decided;
  return { operations: facts.operations, models, removed, removedFromValues, successors: known, retired };
}

function callOf(operation: V4Operation | undefined): string {
  return operation === undefined ? '' : `${operation.verb} ${operation.path}`;
}

function methodFaults(models: V4Facts['models'], model: string, names: Readonly<Record<string, string>>): string[] {
  const methods = methodsOf(models, model);
  return Object.entries(names).flatMap(([older, name]) =>
    name in methods && !(older in methods)
      ? []
      : [`${model}.${older}: ${name} must be a method of version 4, and ${older} none`],
  );
}

/** Values get the methods of the model that an operation returns: a variant with more would have to be told apart. */
function inheritanceFault(name: string, models: V4Sources['models']): string[] {
  const variants = Object.values(models[name]?.discriminator?.models ?? {});
  return variants.flatMap((variant) =>
    Object.keys(models[variant]?.methods ?? {}).map(
      (method) => `${variant}.${method}: a variant of ${name} has a method of its own; let values be told apart first`,
    ),
  );
}

/**
 * The methods of a model with those that it inherits.
 *
 * @param models - all of them
 * @param name - of the model
 * @returns methods by name; empty if its values have none
 */
export function methodsOf(models: V4Sources['models'], name: string): NonNullable<V4Model['methods']> {
  const model = models[name];
  if (model === undefined) return {};
  return { ...(model.parent === undefined ? {} : methodsOf(models, model.parent)), ...model.methods };
}
