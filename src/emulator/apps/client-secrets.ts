import { createHash } from 'node:crypto';
import { fail, invalid, notFound } from '../answers/fault.js';
import { BASE64URL, randomText } from '../org/chance.js';
import { nowIn, type Org } from '../org/org.js';
import type { Client, ClientSecret, CredentialStatus } from './client-credentials.js';

/** What was said about a secret that is to be added. */
export interface SecretMaking {
  /** Made up unless given. */
  readonly secret?: string | undefined;
  readonly status?: CredentialStatus | undefined;
}

/** Okta's word for secrets in errors. */
const SECRET = 'OAuth2ClientSecretMediated';
const MOST_SECRETS = 2;
const SECRET_LENGTH = 64;
const HASH_BYTES = 16;
const PRINTABLE_SECRET = /^[\x20-\x7e]{14,100}$/;

/**
 * Adds a secret, so that clients can change over to it before the other one is switched off.
 *
 * @param org - where to
 * @param client - whose it is
 * @param making - its text and status
 * @returns the secret
 * @throws Fault `E0000001` if there are two already, or the text is not fit
 */
export function addSecret(org: Org, { id: clientId }: Client, { secret, status = 'ACTIVE' }: SecretMaking) {
  const text = secret === undefined ? randomText(org.chance, SECRET_LENGTH, BASE64URL) : checkedSecret(secret);
  if (org.clientSecrets.count(clientId) >= MOST_SECRETS) {
    throw fail('E0000001', SECRET, ['You have reached the maximum number of client secrets per client.']);
  }
  const now = nowIn(org);
  const added: ClientSecret = { id: org.ids.next('ocs'), created: now, lastUpdated: now, status, secret: text };
  org.clientSecrets.set(clientId, added.id, added);
  return added;
}

/**
 * Sees to it that a client that was just saved has a secret.
 *
 * @param org - where to
 * @param client - the client
 * @param given - takes the place of the secret that is shown, if one was sent
 * @throws Fault `E0000001` if the text is not fit
 */
export function keepSecret(org: Org, client: Client, given: string | undefined): void {
  const shown = shownSecret(org, client);
  if (shown === undefined) addSecret(org, client, { secret: given });
  else if (given !== undefined && given !== shown.secret) {
    const secret = checkedSecret(given);
    org.clientSecrets.set(client.id, shown.id, { ...shown, secret, lastUpdated: nowIn(org) });
  }
}

/**
 * @param org - where to look
 * @param client - the client
 * @returns the secret that the client itself shows: the newest of those that are valid
 */
export function shownSecret({ clientSecrets }: Org, { id }: Client): ClientSecret | undefined {
  return [...clientSecrets.values(id)].filter(({ status }) => status === 'ACTIVE').at(-1);
}

/**
 * @param org - where to look
 * @param client - whose secret
 * @param id - of the secret
 * @returns the secret
 * @throws Fault `E0000007` if the client has no such secret
 */
export function findSecret({ clientSecrets }: Org, { id: clientId }: Client, id: string): ClientSecret {
  const secret = clientSecrets.get(clientId, id);
  if (secret === undefined) throw notFound(id, SECRET);
  return secret;
}

/**
 * @param org - where it is
 * @param client - whose secret
 * @param change - the secret, and the status that it is to have
 * @returns the secret in its new status
 * @throws Fault `E0000001` if the client would have none left
 */
export function moveSecret(
  org: Org,
  client: Client,
  { secret, status }: { readonly secret: ClientSecret; readonly status: CredentialStatus },
): ClientSecret {
  const actives = [...org.clientSecrets.values(client.id)].filter((one) => one.status === 'ACTIVE');
  if (status === 'INACTIVE' && actives.length === 1 && actives[0]?.id === secret.id) {
    throw fail('E0000001', SECRET, ['You cannot deactivate the only active client secret.']);
  }
  const moved = { ...secret, status, lastUpdated: nowIn(org) };
  org.clientSecrets.set(client.id, secret.id, moved);
  return moved;
}

/**
 * @param org - where from
 * @param client - whose secret
 * @param secret - what goes
 * @throws Fault `E0000001` if it is still valid
 */
export function dropSecret(org: Org, client: Client, { id, status }: ClientSecret): void {
  if (status === 'ACTIVE') throw fail('E0000001', SECRET, ['You cannot delete an active client secret.']);
  org.clientSecrets.delete(client.id, id);
}

/**
 * @param org - where from
 * @param client - a client that is removed
 */
export function dropSecrets({ clientSecrets }: Org, { id }: Client): void {
  for (const secretId of [...clientSecrets.rights(id)]) clientSecrets.delete(id, secretId);
}

/**
 * @param secret - a secret
 * @param secrets - address of the list that it is in
 * @returns the JSON, with the secret in clear
 */
export function secretView({ id, created, lastUpdated, status, secret }: ClientSecret, secrets: string) {
  const digest = createHash('sha256').update(secret).digest();
  return {
    id,
    created,
    lastUpdated,
    status,
    client_secret: secret,
    secret_hash: digest.subarray(0, HASH_BYTES).toString('base64url'),
    _links: credentialLinks(`${secrets}/${id}`, status),
  };
}

/**
 * @param self - address of a secret or key of a client
 * @param status - of it
 * @returns the `_links` object
 */
export function credentialLinks(self: string, status: CredentialStatus) {
  const move = (word: string) => ({ href: `${self}/lifecycle/${word}`, hints: { allow: ['POST'] } });
  if (status === 'ACTIVE') return { deactivate: move('deactivate') };
  return { activate: move('activate'), delete: { href: self, hints: { allow: ['DELETE'] } } };
}

function checkedSecret(text: string): string {
  if (PRINTABLE_SECRET.test(text)) return text;
  throw invalid('client_secret', 'The field must be 14 to 100 printable ASCII characters long');
}
