import type { ExpressionFunctions } from './expression-function.js';
import { textOf } from './values.js';

/** Facts about a user that are not in the profile. */
const internal: ReadonlySet<string> = new Set([
  'id',
  'status',
  'created',
  'activated',
  'lastLogin',
  'lastUpdated',
  'passwordChanged',
  'statusChanged',
]);

/**
 * What can be asked about the user. Nobody comes from a directory or from Workday.
 *
 * Source: https://developer.okta.com/docs/reference/okta-expression-language/
 */
export const userFunctions: ExpressionFunctions = {
  'user.getInternalProperty': {
    returns: 'any',
    least: 1,
    apply: ([name], { user }) => (internal.has(textOf(name)) ? internalOf(user, textOf(name)) : null),
  },
  hasDirectoryUser: { returns: 'boolean', least: 0, apply: () => false },
  hasWorkdayUser: { returns: 'boolean', least: 0, apply: () => false },
  findDirectoryUser: { returns: 'any', least: 0, apply: () => null },
  findWorkdayUser: { returns: 'any', least: 0, apply: () => null },
};

function internalOf(user: object, name: string): unknown {
  return new Map<string, unknown>(Object.entries(user)).get(name) ?? null;
}
