import type { Call } from '../call.js';
import type { Form } from './form.js';
import { refuse } from './oauth-error.js';

/** What a client showed to prove who it is. */
export type ClientCredentials =
  | { readonly kind: 'secret'; readonly clientId: string; readonly secret: string }
  | { readonly kind: 'assertion'; readonly clientId: string | undefined; readonly assertion: string }
  | { readonly kind: 'none'; readonly clientId: string };

/** Source: RFC 7523, section 2.2 */
const ASSERTION_TYPE = 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer';
const BASIC = /^Basic +([\w+/=-]+)$/i;

/**
 * Reads the credentials of a client from the `Authorization` header or from the form.
 *
 * @param call - a request to an OAuth endpoint
 * @param form - what it sent
 * @returns the credentials, not checked yet
 * @throws Refusal `invalid_client` if there are none, `invalid_request` if there are several
 * @see RFC 6749, section 2.3
 */
export function readCredentials(call: Call, form: Form): ClientCredentials {
  const found = [fromHeader(call), fromSecret(form), fromAssertion(form)].filter((one) => one !== undefined);
  if (found.length > 1) throw refuse('invalid_request', 'A client must authenticate in one way only.');
  const clientId = form.get('client_id');
  const [credentials] = found;
  if (credentials) return credentials;
  if (clientId === undefined) throw refuse('invalid_client', 'The request holds no client credentials.');
  return { kind: 'none', clientId };
}

/** Both parts are encoded as in forms. Source: RFC 6749, section 2.3.1 */
function fromHeader({ headers }: Call): ClientCredentials | undefined {
  const encoded = BASIC.exec(headers['authorization']?.trim() ?? '')?.[1];
  if (encoded === undefined) return undefined;
  const text = Buffer.from(encoded, 'base64').toString();
  const at = text.indexOf(':');
  if (at < 0) throw refuse('invalid_client', "The 'Authorization' header is malformed.");
  return { kind: 'secret', clientId: formDecoded(text.slice(0, at)), secret: formDecoded(text.slice(at + 1)) };
}

function formDecoded(text: string): string {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '));
  } catch {
    // Clients that do not encode are common, and a lone percent sign gives them away.
    return text;
  }
}

function fromSecret(form: Form): ClientCredentials | undefined {
  const [clientId, secret] = [form.get('client_id'), form.get('client_secret')];
  if (secret === undefined) return undefined;
  if (clientId === undefined) throw refuse('invalid_client', "The parameter 'client_id' is missing.");
  return { kind: 'secret', clientId, secret };
}

function fromAssertion(form: Form): ClientCredentials | undefined {
  const [type, assertion] = [form.get('client_assertion_type'), form.get('client_assertion')];
  if (type === undefined && assertion === undefined) return undefined;
  if (type !== ASSERTION_TYPE) {
    throw refuse('invalid_client', `The parameter 'client_assertion_type' must be '${ASSERTION_TYPE}'.`);
  }
  if (assertion === undefined) throw refuse('invalid_client', "The parameter 'client_assertion' is missing.");
  return { kind: 'assertion', clientId: form.get('client_id'), assertion };
}
