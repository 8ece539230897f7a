import { noContent, ok } from '../answers/answer.js';
import { fail, notFound } from '../answers/fault.js';
import { bodyOf, objectIn, textIn } from '../body.js';
import { type Call, type Handler, type Handlers, pathMember } from '../call.js';
import type { JsonObject } from '../org/json.js';
import { type ApiToken, nowIn } from '../org/org.js';
import { timestamp } from '../org/timestamp.js';
import { link } from '../resources/link.js';

/** A token dies if it is not used for so long; each use, as that of reading it, starts the time anew. */
const WINDOW_DAYS = 30;
const DAY = 24 * 60 * 60 * 1000;

interface Stored {
  readonly secret: string;
  readonly token: ApiToken;
}

function* allTokens({ org }: Call): Generator<Stored, void> {
  for (const secret of org.apiTokens.keys()) {
    const token = org.apiTokens.get(secret);
    if (token) yield { secret, token };
  }
}

function find(call: Call): Stored {
  const id = pathMember(call, 'apiTokenId');
  for (const stored of allTokens(call)) if (stored.token.id === id) return stored;
  throw notFound(id, 'Token');
}

/** A token as it is answered: never with its secret. */
function view(call: Call, { network, ...token }: ApiToken): JsonObject {
  return {
    ...token,
    clientName: 'Okta API',
    tokenWindow: `P${WINDOW_DAYS}D`,
    network: network ?? { connection: 'ANYWHERE' },
    expiresAt: timestamp(call.org.clock.now() + WINDOW_DAYS * DAY),
    _link: { self: link(call, `/api/v1/api-tokens/${token.id}`, 'GET', 'PUT', 'DELETE') },
  };
}

const listApiTokens: Handler = (call) => ok([...allTokens(call)].map(({ token }) => view(call, token)));

const getApiToken: Handler = (call) => ok(view(call, find(call).token));

const upsertApiToken: Handler = (call) => {
  const { secret, token } = find(call);
  const body = bodyOf(call);
  const network = objectIn(body, 'network') ?? token.network;
  const name = textIn(body, 'name') ?? token.name;
  const changed = { ...token, name, ...(network ? { network } : {}), lastUpdated: nowIn(call.org) };
  call.org.apiTokens.set(secret, changed);
  record(call, 'system.api_token.update', changed);
  return ok(view(call, changed));
};

const revokeApiToken: Handler = (call) => revoke(call, find(call));

const revokeCurrentApiToken: Handler = (call) => {
  for (const stored of allTokens(call)) if (stored.token.id === call.caller.tokenId) return revoke(call, stored);
  throw fail('E0000005');
};

function revoke(call: Call, { secret, token }: Stored) {
  record(call, 'system.api_token.revoke', token);
  call.org.apiTokens.delete(secret);
  return noContent();
}

function record(call: Call, event: 'system.api_token.update' | 'system.api_token.revoke', { id, name }: ApiToken) {
  call.record(event, [{ id, type: 'Token', alternateId: id, displayName: name }]);
}

/** API tokens, without their secrets. */
export const apiTokens: Handlers = {
  listApiTokens,
  getApiToken,
  upsertApiToken,
  revokeApiToken,
  revokeCurrentApiToken,
};
