import { ResponseError } from '../errors/response-error.js';
import type { CallOptions } from '../request/build-request.js';
import { sameValue } from './same-value.js';

/** How a change goes about its calls. */
export interface ModifyOptions {
  /** `true` reads, changes and writes once more if the service answers 409 or 412: somebody was quicker. */
  readonly retryOnConflict?: boolean;
}

/** Never from the cache: what is read is written back. */
const FRESH: CallOptions = { cache: false };
const CONFLICTS: ReadonlySet<number> = new Set([409, 412]);

/**
 * Reads something, changes it and writes it back whole, so that no member is lost that a PUT would clear. Nothing is
 * sent if nothing was changed.
 *
 * @param get - reads it; passes on the options, which go past the cache
 * @param change - gets a copy of its own, changes it in place or returns another value
 * @param replace - writes the changed value
 * @param options - what to do about conflicts
 * @returns what `replace` gave; the value that was read if nothing was changed
 * @throws what the three functions fail with
 * @example
 * ```ts
 * const user = await okta.modify(
 *   (options) => client.userApi.getUser({ userId }, options),
 *   (user) => { user.profile.department = 'Research'; },
 *   (user) => client.userApi.replaceUser({ userId, user }),
 *   { retryOnConflict: true },
 * );
 * ```
 */
export async function modify<T, R = T>(
  get: (options: CallOptions) => T | PromiseLike<T>,
  // biome-ignore lint/suspicious/noConfusingVoidType: a function without a return statement is meant, too
  change: (copy: T) => T | void | PromiseLike<T | void>,
  replace: (changed: T) => R | PromiseLike<R>,
  options: ModifyOptions = {},
): Promise<T | R> {
  for (let isLast = options.retryOnConflict !== true; ; isLast = true) {
    const before = await get(FRESH);
    const copy = structuredClone(before);
    const after = (await change(copy)) ?? copy;
    if (sameValue(before, after)) return before;
    try {
      return await replace(after);
    } catch (error) {
      if (isLast || !isConflict(error)) throw error;
    }
  }
}

function isConflict(error: unknown): boolean {
  return error instanceof ResponseError && CONFLICTS.has(error.status);
}
