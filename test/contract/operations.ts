import { ModelBuilder } from '../../scripts/lib/model/build-model.js';
import type { Model } from '../../scripts/lib/model/model.js';
import { readNames } from '../../scripts/lib/names/names-file.js';
import type { Operation } from '../../scripts/lib/operations/operation.js';
import { readOperations } from '../../scripts/lib/operations/read-operations.js';
import { loadDescription } from '../../scripts/lib/spec/load-description.js';
import { type OperationObject, VERBS } from '../../scripts/lib/spec/openapi.js';

/** What the description says of the operations, by `<Api>.<method>`. */
export interface Described {
  readonly model: Model;
  readonly operations: ReadonlyMap<string, Operation>;
  /** The same as they stand in the description. */
  readonly objects: ReadonlyMap<string, OperationObject>;
}

/**
 * Reads the operations from the description, not from the generated rows, so that a test can compare the two.
 *
 * @returns all operations
 */
export function describedOperations(): Described {
  const names = readNames('spec/names.yaml');
  const description = loadDescription('spec', 'management');
  const builder = new ModelBuilder(description, names.schemas);
  const operations = readOperations(builder, names);
  const byId = new Map(
    Object.values(description.paths).flatMap((item) =>
      VERBS.flatMap((verb) => (item[verb] === undefined ? [] : [[item[verb].operationId, item[verb]] as const])),
    ),
  );
  const named = operations.flatMap((operation) =>
    operation.apis.map((api) => ({ key: `${api}.${operation.method}`, operation })),
  );
  return {
    model: builder.finish(),
    operations: new Map(named.map(({ key, operation }) => [key, operation])),
    objects: new Map(
      named.flatMap(({ key, operation }) => {
        const object = byId.get(operation.operationId);
        return object === undefined ? [] : [[key, object] as const];
      }),
    ),
  };
}
