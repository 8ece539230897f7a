import type { Client, Reply } from './client.js';
import { idOf, itemsOf } from './client.js';
import { PASSWORD } from './people.js';

/** What a step of a sign-in answers. */
export interface Step extends Reply {
  readonly stateToken: string;
  readonly sessionToken: string;
}

/**
 * Sends a step of a sign-in, as a browser does: without an API token.
 *
 * @param client - where to
 * @param path - behind `/api/v1/authn`
 * @param body - what to send
 * @returns the answer
 */
export async function authn(client: Client, path: string, body: object): Promise<Step> {
  const headers = { 'Content-Type': 'application/json' };
  const reply = await client.send('POST', `/api/v1/authn${path}`, { headers, body: JSON.stringify(body) });
  const { stateToken = '', sessionToken = '' } = (reply.body ?? {}) as Record<string, string>;
  return { ...reply, stateToken, sessionToken };
}

/**
 * @param client - where to
 * @param more - members of the body besides name and password
 * @returns the answer to the password of Ada
 */
export function signIn(client: Client, more: object = {}): Promise<Step> {
  return authn(client, '', { username: 'ada@example.com', password: PASSWORD, ...more });
}

/**
 * Signs Ada in.
 *
 * @param client - where to
 * @returns the new session
 */
export async function openSession(client: Client): Promise<Reply> {
  const { sessionToken } = await signIn(client);
  const headers = { 'Content-Type': 'application/json' };
  return client.send('POST', '/api/v1/sessions', { headers, body: JSON.stringify({ sessionToken }) });
}

/**
 * Makes everybody's sign-in follow a rule.
 *
 * @param client - where to
 * @param signon - action of the rule
 */
export async function ruleSignOn(client: Client, signon: object): Promise<void> {
  const [everyone] = itemsOf(await client.get('/api/v1/groups', { q: 'Everyone' }));
  const conditions = { people: { groups: { include: [everyone?.id] } } };
  const policy = await client.post('/api/v1/policies', { type: 'OKTA_SIGN_ON', name: 'Strict', conditions });
  const rule = { type: 'SIGN_ON', name: 'Rule', actions: { signon: { access: 'ALLOW', ...signon } } };
  const reply = await client.post(`/api/v1/policies/${idOf(policy)}/rules`, rule);
  if (reply.status !== 200) throw new Error(reply.text);
}

/**
 * Changes settings of the password policy that holds for everybody.
 *
 * @param client - where to
 * @param password - settings, e.g. `lockout`
 */
export async function rulePasswords(client: Client, password: object): Promise<void> {
  const [everyone] = itemsOf(await client.get('/api/v1/groups', { q: 'Everyone' }));
  const conditions = { people: { groups: { include: [everyone?.id] } }, authProvider: { provider: 'OKTA' } };
  const reply = await client.post('/api/v1/policies', {
    type: 'PASSWORD',
    name: 'Strict',
    conditions,
    settings: { password },
  });
  if (reply.status !== 200) throw new Error(reply.text);
}
