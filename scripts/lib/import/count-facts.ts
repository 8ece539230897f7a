import { byName, type JsonObject, objectAt, textAt } from './json.js';
import { listOperations } from './list-operations.js';

/** The release a description says it is of. */
export const releaseOf = (facts: JsonObject): string => textAt(objectAt(facts, 'info'), 'version') ?? '';

/** What the SDK can call: `GET /path/{x}`, in order of paths. */
export const operationLabels = (facts: JsonObject): string[] =>
  listOperations(facts)
    .filter(({ section }) => section === 'paths')
    .map(({ label }) => label);

/** The names of the schemas of a description. */
export const schemaNames = (facts: JsonObject): string[] =>
  Object.keys(objectAt(objectAt(facts, 'components'), 'schemas')).sort(byName);
