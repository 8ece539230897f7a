import { Fault, fail } from './answers/fault.js';
import { authenticate } from './authenticate.js';
import type { Call, Handler, Handlers } from './call.js';
import { readBody } from './http/read-body.js';
import { readTarget, type Target } from './http/read-target.js';
import type { WireAnswer, WireRequest } from './http/wire.js';
import { type Exchange, writeAnswer } from './http/write-answer.js';
import { recordEvent } from './log/record-event.js';
import { HEXADECIMAL, randomText } from './org/chance.js';
import type { Org } from './org/org.js';
import type { Match, Router } from './routing/router.js';

/** What answers requests. */
export interface ServiceParts {
  readonly router: Router;
  readonly handlers: Handlers;
}

const REQUEST_ID_LENGTH = 32;

/**
 * Answers one request: route, authenticate, parse, handle, write.
 *
 * @param parts - router and handlers
 * @param org - all state
 * @param request - the request; whatever it holds, an answer is given
 * @returns the answer
 */
export async function answerRequest(parts: ServiceParts, org: Org, request: WireRequest): Promise<WireAnswer> {
  const requestId = randomText(org.requestChance, REQUEST_ID_LENGTH, HEXADECIMAL);
  let exchange: Exchange = { org, origin: request.origin, requestId };
  try {
    const target = readTarget(request.target);
    exchange = { ...exchange, target };
    const match = found(parts.router(request.method, target.segments));
    exchange = { ...exchange, route: match.route };
    return writeAnswer(await handle(parts.handlers, { request, target, match }, exchange), exchange);
  } catch (error) {
    return writeAnswer(faultFrom(error), exchange);
  }
}

type Found = Extract<Match, { kind: 'found' }>;

function found(match: Match): Found {
  if (match.kind === 'found') return match;
  throw fail(match.kind === 'other-verb' ? 'E0000022' : 'E0000008');
}

interface Routed {
  readonly request: WireRequest;
  readonly target: Target;
  readonly match: Found;
}

function handle(
  handlers: Handlers,
  { request, target, match }: Routed,
  { org, origin, requestId }: Exchange,
): ReturnType<Handler> {
  const { route, path } = match;
  const caller = authenticate(request.headers, org);
  const handler = handlerFor(handlers, route.operation);
  const call: Call = {
    operation: route.operation,
    path,
    query: target.query,
    headers: request.headers,
    body: readBody(request, route),
    org,
    origin,
    uri: target.uri,
    requestId,
    caller,
    record: (eventType, targets) => recordEvent(call, eventType, targets),
  };
  return handler(call);
}

function handlerFor(handlers: Handlers, operation: string): Handler {
  const handler = handlers[operation];
  if (handler === undefined) throw fail('E0000060', ` The emulator does not know the operation ${operation} yet.`);
  return handler;
}

/** An error that nobody meant to throw is a fault of the emulator's; its text helps to report it. */
function faultFrom(error: unknown): Fault {
  return error instanceof Fault ? error : fail('E0000009', '', [`The emulator failed: ${String(error)}`]);
}
