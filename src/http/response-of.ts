import { bytesOf, textOf } from './body-parts.js';
import type { HttpHeaders } from './headers.js';
import type { HttpResponse } from './message.js';

/**
 * An answer whose body has arrived; it can be read any number of times.
 *
 * @param status - HTTP status code
 * @param headers - of the answer
 * @param parts - the body, in the pieces in which it came
 * @returns the answer
 */
export function responseOf(status: number, headers: HttpHeaders, parts: readonly Uint8Array[]): HttpResponse {
  let read: string | undefined;
  let whole: Uint8Array | undefined;
  const text = async () => {
    read ??= textOf(parts);
    return read;
  };
  const bytes = async () => {
    whole ??= bytesOf(parts);
    return whole;
  };
  return { status, headers, text, bytes, arrived: { parts, text } };
}
