import { type Fault, fail } from '../answers/fault.js';
import { check } from '../description/check.js';
import type { Facts } from '../description/facts.js';
import type { Flaw } from '../description/flaw.js';
import { isObject } from '../org/json.js';

/** An app may have the name of any in the catalogue, and what it needs depends on its kind. */
const ofApps = ({ malformed, path }: Flaw) => malformed === true && path !== 'name';

/** How the body of an operation is compared; its handler checks the rest. */
interface Leniency {
  /** Members of the body that are not looked at. */
  readonly skipped: readonly string[];
  /** Which flaws count all the same. */
  readonly minds: (flaw: Flaw) => boolean;
}

const STRICT: Leniency = { skipped: [], minds: () => true };
const APPS: Leniency = { skipped: [], minds: ofApps };
/** Profiles and credentials have rules of their own, which name the attribute alone. */
const OWN_RULES = ['profile', 'credentials'];
const USERS: Leniency = { skipped: OWN_RULES, minds: ({ path }) => !OWN_RULES.includes(path) };
const ANYTHING: Leniency = { skipped: [], minds: () => false };

/** Operations whose bodies the service reads more leniently than the description says. */
const LENIENT: Readonly<Record<string, Leniency>> = {
  createApplication: APPS,
  replaceApplication: APPS,
  createUser: USERS,
  updateUser: USERS,
  replaceUser: USERS,
  // The value of a JSON Patch is anything.
  updateGroupAssignmentToApplication: ANYTHING,
  // The description gives two shapes, and nothing that tells them apart.
  updateDefaultProvisioningConnectionForApplication: ANYTHING,
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
  const { skipped, minds } = LENIENT[operation] ?? STRICT;
  const flaws = check(schemas, schema, without(body, skipped)).filter(minds);
  const [first] = flaws;
  if (first === undefined) return undefined;
  const causes = flaws.map(({ path, text }) => (path === '' ? text : `${path}: ${text}`));
  return flaws.some(({ malformed }) => malformed) ? fail('E0000003', '', causes) : fail('E0000001', first.path, causes);
}

function without(body: unknown, names: readonly string[]): unknown {
  if (names.length === 0 || !isObject(body)) return body;
  return Object.fromEntries(Object.entries(body).filter(([name]) => !names.includes(name)));
}
