import { ok } from '../answers/answer.js';
import { invalid, notFound } from '../answers/fault.js';
import { type Call, type Handler, type Handlers, pathMember } from '../call.js';
import { callOut } from '../hooks/call-out.js';
import { destinationOf } from '../hooks/channel.js';
import { EVENT_HOOK, EVENT_HOOKS, eventHookView } from '../hooks/event-hook.js';
import { ALPHANUMERIC, randomText } from '../org/chance.js';
import { nowIn } from '../org/org.js';
import type { Resource } from '../resources/rule.js';
import { store, stored } from '../resources/store.js';

const CHALLENGE_LENGTH = 40;
const CHALLENGE = 'x-okta-verification-challenge';

function hookIn(call: Call): Resource {
  const key = pathMember(call, 'eventHookId');
  const hook = stored(call.org, { list: EVENT_HOOKS, key });
  if (hook === undefined) throw notFound(key, EVENT_HOOK);
  return hook;
}

/** Asks the hook to send back a text, as whoever gave its address must be in charge of it. */
const verifyEventHook: Handler = async (call) => {
  const { org, record } = call;
  const challenge = randomText(org.requestChance, CHALLENGE_LENGTH, ALPHANUMERIC);
  const asked = hookIn(call);
  const { uri, headers } = destinationOf(asked);
  const outcome = await callOut({ uri, method: 'GET', headers: { ...headers, [CHALLENGE]: challenge } });
  const proof = outcome.kind === 'answered' && outcome.status < 300 ? verificationIn(outcome.text) : undefined;
  const current = hookIn(call);
  if (proof !== challenge || current['channel'] !== asked['channel']) {
    throw invalid('verification', 'The hook did not answer with the challenge');
  }
  const hook = { ...current, verificationStatus: 'VERIFIED', lastUpdated: nowIn(org) };
  store(org, { list: EVENT_HOOKS, key: String(asked['id']) }, hook);
  const name = String(asked['name']);
  record('event_hook.verified', [{ id: String(asked['id']), type: EVENT_HOOK, alternateId: name, displayName: name }]);
  return ok(eventHookView(hook, call));
};

function verificationIn(text: string): unknown {
  try {
    const answer: unknown = JSON.parse(text);
    return typeof answer === 'object' && answer !== null && 'verification' in answer ? answer.verification : undefined;
  } catch {
    return undefined;
  }
}

/** What the description cannot tell of event hooks. */
export const eventHooks: Handlers = { verifyEventHook };
