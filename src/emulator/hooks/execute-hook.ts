import { fail } from '../answers/fault.js';
import { isObject, type JsonObject, memberAt } from '../org/json.js';
import { callOut, type Outcome } from './call-out.js';
import { destinationOf } from './channel.js';

const FIRST_REFUSAL = 300;
const FIRST_SERVER_ERROR = 500;

/**
 * Calls an inline hook and waits for what it says.
 *
 * @param hook - as stored
 * @param payload - what it is told
 * @returns what it answers; an empty object if it answers without a body
 * @throws Fault `E0000135` if it refuses, `E0000134` if it cannot be reached or understood, `E0000137` if it is late
 * @see https://developer.okta.com/docs/concepts/inline-hooks/
 */
export async function executeHook(hook: JsonObject, payload: unknown): Promise<JsonObject> {
  const { uri, headers } = destinationOf(hook);
  const sent = { ...headers, ...(await authorizationOf(hook)), 'Content-Type': 'application/json' };
  return answerOf(await callOut({ uri, method: 'POST', headers: sent, body: JSON.stringify(payload) }));
}

function answerOf(outcome: Outcome): JsonObject {
  if (outcome.kind === 'timeout') throw fail('E0000137');
  if (outcome.kind === 'unreachable' || outcome.status >= FIRST_SERVER_ERROR) throw fail('E0000134');
  const answer = outcome.text === '' ? {} : parsed(outcome.text);
  const reason = memberAt(answer, ['error', 'errorSummary']);
  if (outcome.status >= FIRST_REFUSAL || reason !== undefined) {
    throw fail('E0000135', '', [typeof reason === 'string' ? reason : `The hook answered with ${outcome.status}`]);
  }
  if (answer === undefined) throw fail('E0000134', '', ['The hook did not answer with a JSON object']);
  return answer;
}

/** Hooks behind OAuth want a token that a client with a secret gets. */
async function authorizationOf(hook: JsonObject): Promise<Readonly<Record<string, string>>> {
  const config = memberAt(hook, ['channel', 'config']);
  if (memberAt(hook, ['channel', 'type']) !== 'OAUTH' || !isObject(config)) return {};
  const { authType, tokenUrl, clientId, clientSecret, scope } = config;
  if (authType !== 'client_secret_post') {
    throw fail('E0000134', '', [`The emulator does not get tokens by ${String(authType)}`]);
  }
  const form = new URLSearchParams({
    grant_type: 'client_credentials',
    client_id: String(clientId ?? ''),
    client_secret: String(clientSecret ?? ''),
    ...(typeof scope === 'string' && { scope }),
  });
  const headers = { 'Content-Type': 'application/x-www-form-urlencoded', Accept: 'application/json' };
  const outcome = await callOut({ uri: String(tokenUrl), method: 'POST', headers, body: form.toString() });
  const token = outcome.kind === 'answered' ? parsed(outcome.text)?.['access_token'] : undefined;
  if (typeof token !== 'string') throw fail('E0000134', '', ['The token endpoint of the hook gave no token']);
  return { Authorization: `Bearer ${token}` };
}

function parsed(text: string): JsonObject | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return isObject(value) ? value : undefined;
  } catch {
    return undefined;
  }
}
