import { type JsonObject, objectsAt, textsAt } from './json.js';
import { listOperations } from './list-operations.js';
import { memberPointer } from './pointer.js';

/** Where the security schemes of a description are declared. */
export const SCHEMES = '#/components/securitySchemes';

/** A security scheme that the document or an operation asks for. */
export interface Requirement {
  at: string;
  scheme: string;
  scopes: string[];
}

/** Every requirement of a description, those of the whole document first. */
export const requirementsOf = (facts: JsonObject): Requirement[] =>
  [{ at: '#', body: facts }, ...listOperations(facts)].flatMap(({ at, body }) =>
    requirementsAt(body).map((requirement) => ({ ...requirement, at: memberPointer(at, 'security') })),
  );

/** The requirements that stand at one operation or document. */
export const requirementsAt = (owner: JsonObject): Omit<Requirement, 'at'>[] =>
  objectsAt(owner, 'security').flatMap((choice) =>
    Object.keys(choice).map((scheme) => ({ scheme, scopes: textsAt(choice, scheme) })),
  );
