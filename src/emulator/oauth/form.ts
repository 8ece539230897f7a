import type { Call } from '../call.js';
import { refuse } from './oauth-error.js';

const FORM_TYPE = /^application\/x-www-form-urlencoded(?:$|[ ;])/i;

/** The parameters of a form; those sent without a value count as not sent. */
export type Form = ReadonlyMap<string, string>;

/**
 * Reads the form that a request sent: the body, and the query, where Okta's SDK for Go puts the parameters and the service
 * takes them.
 *
 * @param call - a request to an OAuth endpoint
 * @returns its parameters
 * @throws Refusal `invalid_request` if it is no form, or names a parameter twice
 * @see RFC 6749, section 3.2
 */
export function formOf({ sent, headers, query }: Call): Form {
  if (!FORM_TYPE.test(headers['content-type'] ?? '')) {
    throw refuse('invalid_request', "The content type must be 'application/x-www-form-urlencoded'.");
  }
  const form = new Map<string, string>();
  for (const [name, value] of [...query, ...new URLSearchParams(textOf(sent))]) {
    if (form.has(name)) throw refuse('invalid_request', `The parameter '${name}' must not be repeated.`);
    if (value !== '') form.set(name, value);
  }
  return form;
}

function textOf(sent: Call['sent']): string {
  return typeof sent === 'string' ? sent : new TextDecoder().decode(sent);
}
