import { unlessAborted } from '../../errors/unless-aborted.js';
import type { HttpRequest } from '../../http/message.js';
import type { Limited } from '../time-limit.js';
import type { Eventually } from './store.js';

/** Tells who sends a request, by a text that is no secret; `undefined` if that cannot be known before it is sent. */
export type Identify = (request: HttpRequest) => Eventually<string | undefined>;

/**
 * Tells callers apart by a hash of what identifies them.
 *
 * @param secret - gets a credential, or what else makes the difference
 * @returns gives the hash; at once, without a promise, if the same was asked for before
 */
export function identifyBy(secret: string | (() => Eventually<string>)): Identify {
  let known: { secret: string; hash: Eventually<string | undefined> } | undefined;
  const hashed = (text: string) => {
    if (known?.secret === text) return known.hash;
    const entry: typeof known = { secret: text, hash: undefined };
    known = entry;
    entry.hash = digest(text).then((hash) => {
      entry.hash = hash;
      return hash;
    });
    return entry.hash;
  };
  if (typeof secret === 'string') return () => hashed(secret);
  // What fails here fails again where the request is authorized, which tells about it.
  return async () => {
    try {
      return await hashed(await secret());
    } catch {
      return undefined;
    }
  };
}

/**
 * Lets nobody wait for an identity longer than for the call.
 *
 * @param identify - may wait, for a token, say
 * @param limited - ends what takes too long
 * @returns the same, which fails when the time is over or the signal of the request aborts
 */
export function identifyInTime(identify: Identify, limited: Limited<string | undefined>): Identify {
  return (request) => {
    const identity = identify(request);
    if (identity === undefined || typeof identity === 'string') return identity;
    return limited(request, (inTime) => unlessAborted(inTime, Promise.resolve(identity)));
  };
}

/**
 * @param text - may be a secret with enough chance in it that it cannot be guessed
 * @returns the first half of SHA-256 in hexadecimal; `undefined` where there is none, as on web pages without https
 */
export async function digest(text: string): Promise<string | undefined> {
  if (crypto.subtle === undefined) return undefined;
  const bytes = new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text)));
  return Array.from(bytes.subarray(0, 16), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
