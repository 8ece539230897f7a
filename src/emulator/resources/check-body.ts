import { type Fault, fail } from '../answers/fault.js';
import { check } from '../description/check.js';
import type { Facts } from '../description/facts.js';
import type { Flaw } from '../description/flaw.js';

/** An app may have the name of any in the catalogue, and what it needs depends on its kind. */
const ofApps = ({ malformed, path }: Flaw) => malformed === true && path !== 'name';

/** Profiles and credentials have rules of their own, which name the attribute alone. */
const ofUsers = ({ path }: Flaw) => !/^(?:profile|credentials)\b/.test(path);

/**
 * Operations whose bodies the service reads more leniently than the description says, and the flaws that it minds all the
 * same; their handlers check the rest.
 */
const LENIENT: Readonly<Record<string, (flaw: Flaw) => boolean>> = {
  createApplication: ofApps,
  replaceApplication: ofApps,
  createUser: ofUsers,
  updateUser: ofUsers,
  replaceUser: ofUsers,
  // The value of a JSON Patch is anything.
  updateGroupAssignmentToApplication: () => false,
  // The description gives two shapes, and nothing that tells them apart.
  updateDefaultProvisioningConnectionForApplication: () => false,
};

/**
 * Compares a body with the description before anything is done with it.
 *
 * @param facts - of the description
 * @param operation - method name
 * @param body - parsed JSON, `undefined` if nothing was sent
 * @returns the error to answer: `E0000003` for what cannot be read, `E0000001` for what breaks a limit; `undefined` if
 * the body is fine
 */
export function bodyFault({ operations, schemas }: Facts, operation: string, body: unknown): Fault | undefined {
  const { body: schema, bodyRequired = false } = operations[operation] ?? {};
  if (schema === undefined) return undefined;
  if (body === undefined) return bodyRequired ? fail('E0000003') : undefined;
  const flaws = check(schemas, schema, body).filter(LENIENT[operation] ?? (() => true));
  const [first] = flaws;
  if (first === undefined) return undefined;
  const causes = flaws.map(({ path, text }) => (path === '' ? text : `${path}: ${text}`));
  return flaws.some(({ malformed }) => malformed) ? fail('E0000003', '', causes) : fail('E0000001', first.path, causes);
}
