import type { JsonObject } from '../import/json.js';
import { listOperations, type Operation } from '../import/list-operations.js';

/** One operation in two releases. */
export interface OperationPair {
  before: Operation;
  after: Operation;
  /** It has another verb or path; it is known by its id. */
  moved: boolean;
}

/** The operations of two releases, paired. */
export interface Pairing {
  pairs: OperationPair[];
  added: Operation[];
  removed: Operation[];
}

/** Pairs operations by verb and path, whatever the placeholders are called, and what is left by operationId. */
export function pairOperations(before: JsonObject, after: JsonObject): Pairing {
  const [was, is] = [listOperations(before), listOperations(after)];
  const [wasByKey, isByKey] = [indexBy(was, 'key'), indexBy(is, 'key')];
  const gone = was.filter(({ key }) => !isByKey.has(key));
  const come = is.filter(({ key }) => !wasByKey.has(key));
  const [goneById, comeById] = [indexBy(gone, 'id'), indexBy(come, 'id')];
  return {
    pairs: [...pairUp(was, isByKey, 'key'), ...pairUp(gone, comeById, 'id')],
    added: come.filter(({ id }) => !goneById.has(id)),
    removed: gone.filter(({ id }) => !comeById.has(id)),
  };
}

type Handle = 'key' | 'id';

const indexBy = (operations: Operation[], handle: Handle): Map<string, Operation> =>
  new Map(operations.map((operation) => [operation[handle], operation]));

const pairUp = (operations: Operation[], others: Map<string, Operation>, handle: Handle): OperationPair[] =>
  operations.flatMap((before) => {
    const after = others.get(before[handle]);
    return after ? [{ before, after, moved: handle === 'id' }] : [];
  });
