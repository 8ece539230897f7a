import { isObject, type JsonObject } from '../org/json.js';

const SECRET = new Set(['secretKey', 'sharedSecret']);

/**
 * @param value - settings of an authenticator as they were sent
 * @returns the same without keys to other services, which nothing here needs and nobody may read back
 */
export function withoutSecrets(value: JsonObject): JsonObject {
  const kept = Object.entries(value).filter(([name]) => !SECRET.has(name));
  return Object.fromEntries(kept.map(([name, each]) => [name, isObject(each) ? withoutSecrets(each) : each]));
}
