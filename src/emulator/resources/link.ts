import type { JsonObject } from '../org/json.js';

/** Where a link may lead: what a request knows of its own address. */
interface Origin {
  readonly origin: string;
}

/**
 * @param call - the request
 * @param path - behind the origin
 * @param allow - verbs that the path takes
 * @returns a link as most resources have them
 */
export function link({ origin }: Origin, path: string, ...allow: string[]): JsonObject {
  return { href: origin + path, ...(allow.length > 0 ? { hints: { allow } } : {}) };
}
