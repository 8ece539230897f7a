import { listParameters, type Parameter, placeholders } from '../import/list-parameters.js';
import { compareParameter, loneParameter } from './compare-parameters.js';
import type { OperationPair } from './pair-operations.js';
import type { Difference } from './report.js';
import { differ, type Spot } from './spot.js';

/** What differs in the parameters of an operation. */
export function compareSignatures({ before, after, moved }: OperationPair, spot: Spot): Difference[] {
  const slot = moved ? byName : bySlot;
  const was = new Map(listParameters(before, spot.lookUp.before).map((item) => [slot(item, before.path), item]));
  const is = new Map(listParameters(after, spot.lookUp.after).map((item) => [slot(item, after.path), item]));
  const slots = new Set([...was.keys(), ...is.keys()]);
  return [...slots].flatMap((key) => compareSlot(was.get(key), is.get(key), spot));
}

const byName = (parameter: Parameter): string => `${parameter.in} ${parameter.name}`;

/** Parameters of the path are told apart by their place in it: their names may change. */
const bySlot = (parameter: Parameter, path: string): string =>
  parameter.in === 'path' ? `path ${placeholders(path).indexOf(parameter.name)}` : byName(parameter);

function compareSlot(before: Parameter | undefined, after: Parameter | undefined, spot: Spot): Difference[] {
  const named = after ?? before;
  if (!named) return [];
  const here = { ...spot, where: `${spot.where} ${named.in} parameter ${named.name}` };
  if (!before) return [loneParameter('after', named, here)];
  if (!after) return [loneParameter('before', named, here)];
  const shared = before.reference !== undefined && before.reference === after.reference;
  return [
    ...(before.name === after.name
      ? []
      : [differ(here, 'placeholder-renamed', `{${before.name}} became {${after.name}}`)]),
    ...(shared ? [] : compareParameter(before.body, after.body, here)),
  ];
}
