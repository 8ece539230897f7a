import { isObject, type JsonObject } from '../org/json.js';

/** Stands where a secret was. */
export const MASK = '•••';

/** Ends of the names of members whose value is a secret; compared in small letters without separators. */
const SECRET =
  /(?:password|passcode|secret|secretkey|privatekey|token|verifier|assertion|samlresponse|digest|answer|tempcode|pin)$/;
/** Addresses with a token in them. */
const SECRET_ADDRESS = /(?:activationurl|resetpasswordurl|activationlink|recoverylink)$/;
/** Members of a private JSON Web Key. Source: RFC 7518, section 6 */
const KEY_MEMBERS = new Set(['d', 'p', 'q', 'dp', 'dq', 'qi', 'oth', 'k']);
/** Objects of a name and a value that authenticate the emulator somewhere else. */
const PAIRS = new Set(['authscheme', 'headers']);
const SECRET_TEXT = /-----BEGIN [A-Z ]*PRIVATE KEY-----|^eyJ[\w-]+\.[\w-]+\.[\w-]*/;
const SECRET_HEADERS = new Set(['authorization', 'proxy-authorization', 'cookie', 'set-cookie', 'dpop']);

/**
 * @param value - JSON
 * @returns the same without secrets
 */
export function masked(value: unknown): unknown {
  return mask(value, '');
}

/**
 * @param name - of a member, a parameter or a field
 * @returns whether its value is a secret
 */
export function isSecret(name: string): boolean {
  const plain = plainName(name);
  return SECRET.test(plain) || SECRET_ADDRESS.test(plain);
}

/**
 * @param headers - of a request or an answer
 * @returns the same without secrets; the scheme of `Authorization` stays
 */
export function maskedHeaders(headers: Iterable<readonly [name: string, value: string]>): [string, string][] {
  return [...headers].map(([name, value]) => {
    if (name.toLowerCase() === 'location') return [name, maskedTarget(value)];
    if (!SECRET_HEADERS.has(name.toLowerCase())) return [name, value];
    const scheme = /^[A-Za-z]+ /.exec(value)?.[0] ?? '';
    return [name, scheme + MASK];
  });
}

/**
 * @param target - path and query
 * @returns the same without secrets
 */
export function maskedTarget(target: string): string {
  const [path = '', query] = target.split('?', 2);
  return query === undefined ? path : `${path}?${maskedForm(query)}`;
}

/**
 * @param text - of a form or a query
 * @returns the same without secrets
 */
export function maskedForm(text: string): string {
  const pairs = text.split('&').map((pair) => {
    const name = pair.split('=', 1)[0] ?? '';
    return isSecret(name) || name === 'code' ? `${name}=${MASK}` : pair;
  });
  return pairs.join('&');
}

function mask(value: unknown, name: string): unknown {
  if (Array.isArray(value)) return value.map((element) => mask(element, name));
  if (isObject(value)) return maskObject(value, name);
  if (typeof value === 'string') return isSecret(name) || SECRET_TEXT.test(value) ? MASK : maskedAddress(value);
  return typeof value === 'number' && /passcode$/.test(plainName(name)) ? MASK : value;
}

/** Addresses and paths may carry tokens, e.g. those in the System Log. */
function maskedAddress(text: string): string {
  if (!/^(?:https?:\/)?\/\S*$/.test(text)) return text;
  return maskedTarget(text.replace(/\/tokens\/[^/?]+/, `/tokens/${MASK}`));
}

function maskObject(object: JsonObject, name: string): JsonObject {
  const hides = memberTest(object, name);
  return Object.fromEntries(
    Object.entries(object).map(([member, value]) => {
      if (hides(member)) return [member, hideAll(value)];
      return [member, isObject(value) && isSecret(member) && !isLink(value) ? hideTexts(value) : mask(value, member)];
    }),
  );
}

/** `_links.resetPassword` leads to an operation. */
function isLink(value: JsonObject): boolean {
  return typeof value['href'] === 'string';
}

function memberTest(object: JsonObject, name: string): (member: string) => boolean {
  if (typeof object['kty'] === 'string') return (member) => KEY_MEMBERS.has(member);
  if (PAIRS.has(plainName(name))) return (member) => member === 'value';
  return (member) => member === 'history' && Array.isArray(object[member]);
}

function hideAll(value: unknown): unknown {
  return value === null || value === undefined ? value : MASK;
}

/** Rules about secrets are numbers and switches; the secrets are texts. */
function hideTexts(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(hideTexts);
  if (isObject(value))
    return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, hideTexts(inner)]));
  return typeof value === 'string' ? MASK : value;
}

function plainName(name: string): string {
  return name.replace(/[_-]/g, '').toLowerCase();
}
