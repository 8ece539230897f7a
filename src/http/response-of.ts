import type { HttpHeaders } from './headers.js';
import type { HttpResponse } from './message.js';

const utf8 = new TextDecoder();

/**
 * An answer whose body has arrived; it can be read any number of times.
 *
 * @param status - HTTP status code
 * @param headers - of the answer
 * @param content - the body
 * @returns the answer
 */
export function responseOf(status: number, headers: HttpHeaders, content: Uint8Array): HttpResponse {
  let text: string | undefined;
  return {
    status,
    headers,
    text: async () => {
      text ??= utf8.decode(content);
      return text;
    },
    bytes: async () => content,
  };
}
