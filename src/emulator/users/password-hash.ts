import { BLANK, invalid } from '../answers/fault.js';
import type { JsonObject } from '../org/json.js';

type Check = (value: unknown) => boolean;

const isText: Check = (value) => typeof value === 'string' && value !== '';
const isSaltOrder: Check = (value) => value === 'PREFIX' || value === 'POSTFIX';
const salted = { salt: isText, saltOrder: isSaltOrder };

function between(low: number, high: number): Check {
  return (value) => typeof value === 'number' && Number.isInteger(value) && value >= low && value <= high;
}

/**
 * What must come with the hash of each algorithm. Members in brackets may be left out.
 *
 * Source: https://developer.okta.com/docs/api/openapi/okta-management/management/tag/User/ (hashed password)
 */
const members: Readonly<
  Record<string, { readonly required: Record<string, Check>; readonly optional: Record<string, Check> }>
> = {
  BCRYPT: {
    required: { salt: (value) => isText(value) && String(value).length === 22, workFactor: between(1, 20) },
    optional: {},
  },
  'SHA-512': { required: {}, optional: salted },
  'SHA-256': { required: {}, optional: salted },
  'SHA-1': { required: {}, optional: salted },
  MD5: { required: {}, optional: salted },
  PBKDF2: {
    required: {
      salt: isText,
      iterationCount: between(4096, Number.MAX_SAFE_INTEGER),
      keySize: between(1, 4096),
      digestAlgorithm: (value) => value === 'SHA256_HMAC' || value === 'SHA512_HMAC',
    },
    optional: {},
  },
};

/**
 * Checks a hashed password that another system brings along.
 *
 * @param hash - the `credentials.password.hash` object
 * @throws Fault `E0000001` that names the first member that is missing or wrong
 */
export function checkHash(hash: JsonObject): void {
  const rules = members[String(hash['algorithm'])];
  if (rules === undefined) throw invalid('password.hash.algorithm', 'The algorithm is not supported');
  const required = Object.entries({ value: isText, ...rules.required });
  const optional = Object.entries(rules.optional).filter(([name]) => hash[name] !== undefined);
  for (const [name, check] of [...required, ...optional]) {
    const value = hash[name];
    if (value === undefined || value === null) throw invalid(`password.hash.${name}`, BLANK);
    if (!check(value)) throw invalid(`password.hash.${name}`, 'The value is not valid for this algorithm');
  }
}
