import { REDACTED } from './headers.js';

const SECRET_QUERY =
  /([?&](?:[a-z_]*token|id_token_hint|[a-z_]*secret|[a-z_]*assertion|api_?key|code|code_verifier|otp|password|passcode|sid|state)=)[^&#]*/gi;

/**
 * A URL that may be printed: values of query parameters that carry credentials are masked.
 *
 * @param url - absolute or relative URL
 * @returns the same URL with `[redacted]` in their place
 */
export function redactUrl(url: string): string {
  return url.replace(SECRET_QUERY, `$1${REDACTED}`).replace(/\/\/[^/?#@]*@/, `//${REDACTED}@`);
}
