import { BLANK, fail } from '../answers/fault.js';
import type { JsonObject } from '../org/json.js';
import { type Attribute, attributeNamed, type Schema } from './attribute.js';
import { checkValue } from './check-value.js';

/** What is wrong with one member of a profile. */
interface Complaint {
  readonly field: string;
  readonly cause: string;
}

/** How a profile is checked. */
export interface ProfileRules {
  readonly schema: Schema;
  /** What the summary names if an attribute is unknown, e.g. `newUser`. */
  readonly subject: string;
  /** Attributes that may be missing though the schema requires them. */
  readonly optional?: readonly string[];
}

/**
 * Checks a whole profile against its schema.
 *
 * @param profile - as it would be stored
 * @param rules - the schema, and what is left out of it
 * @throws Fault `E0000001` with one cause for each complaint
 */
export function checkProfile(profile: JsonObject, rules: ProfileRules): void {
  const complaints = [...unknownAttributes(profile, rules), ...missing(profile, rules), ...wrongValues(profile, rules)];
  const [first] = complaints;
  if (first === undefined) return;
  throw fail(
    'E0000001',
    first.field,
    complaints.map(({ cause }) => cause),
  );
}

function unknownAttributes(profile: JsonObject, { schema, subject }: ProfileRules): Complaint[] {
  return Object.keys(profile)
    .filter((name) => attributeNamed(schema, name) === undefined)
    .map((name) => ({ field: subject, cause: `Property name '${name}' is not defined in profile` }));
}

function missing(profile: JsonObject, { schema, optional = [] }: ProfileRules): Complaint[] {
  return schema.required
    .filter((name) => !optional.includes(name) && isBlank(profile, name))
    .map((field) => ({ field, cause: `${field}: ${BLANK}` }));
}

function isBlank(profile: JsonObject, name: string): boolean {
  const value = Object.hasOwn(profile, name) ? profile[name] : undefined;
  return value === undefined || value === null || value === '';
}

function wrongValues(profile: JsonObject, { schema }: ProfileRules): Complaint[] {
  return Object.entries(profile).flatMap(([field, value]) => {
    const attribute = attributeNamed(schema, field);
    if (attribute === undefined || isBlank(profile, field)) return [];
    return complaintsAbout(field, attribute, value);
  });
}

function complaintsAbout(field: string, attribute: Attribute, value: unknown): Complaint[] {
  const complaint = checkValue(value, attribute);
  return complaint === undefined ? [] : [{ field, cause: `${field}: ${complaint}` }];
}
