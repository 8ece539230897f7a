import { type Operation, operationAt, operations, shapeOf } from './operations.js';

/** The operations on one kind of resource. */
export interface Chain {
  /** Path of the list, with nameless placeholders. */
  readonly shape: string;
  readonly create: Operation;
  readonly read: Operation;
  readonly list?: Operation;
  readonly replace?: Operation;
  readonly remove?: Operation;
}

/**
 * Finds what can be created in a list and then read by its key.
 *
 * @returns the chains that the rows imply
 */
export function chainsOf(): readonly Chain[] {
  return [...operations.values()].flatMap((create) => {
    const shape = shapeOf(create.template);
    const read = operationAt('GET', `${shape}/{}`);
    if (create.verb !== 'POST' || read === undefined) return [];
    const [list, replace, remove] = [
      operationAt('GET', shape),
      operationAt('PUT', `${shape}/{}`),
      operationAt('DELETE', `${shape}/{}`),
    ];
    return [{ shape, create, read, ...(list && { list }), ...(replace && { replace }), ...(remove && { remove }) }];
  });
}
