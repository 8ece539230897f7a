import type { Answer } from './answers/answer.js';
import { Fault, fail } from './answers/fault.js';
import { Refusal } from './answers/refusal.js';
import { authenticate } from './authenticate.js';
import type { Call, Handler, HandlerFor } from './call.js';
import type { Facts } from './description/facts.js';
import { readBody } from './http/read-body.js';
import { readTarget, type Target } from './http/read-target.js';
import type { WireAnswer, WireRequest } from './http/wire.js';
import { type Exchange, writeAnswer } from './http/write-answer.js';
import { limitedRequest } from './limits/limited-request.js';
import type { RateLimits } from './limits/rate-limits.js';
import type { Target as LogTarget } from './log/log-event.js';
import { recorder } from './log/record-event.js';
import { HEXADECIMAL, randomText } from './org/chance.js';
import type { Org } from './org/org.js';
import { bodyFault } from './resources/check-body.js';
import type { Match, Router } from './routing/router.js';

/** What answers requests. */
export interface ServiceParts {
  readonly router: Router;
  readonly handlerFor: HandlerFor;
  readonly facts: Facts;
  readonly limits: RateLimits;
}

const REQUEST_ID_LENGTH = 32;

/**
 * Answers one request: route, authenticate, parse, handle, write.
 *
 * @param parts - router and handlers
 * @param org - all state
 * @param request - the request; whatever it holds, an answer is given
 * @param crowded - whether too many others were in flight when it arrived
 * @returns the answer
 */
export async function answerRequest(
  parts: ServiceParts,
  org: Org,
  request: WireRequest,
  crowded = false,
): Promise<WireAnswer> {
  const requestId = randomText(org.requestChance, REQUEST_ID_LENGTH, HEXADECIMAL);
  let exchange: Exchange = { org, origin: request.origin, requestId, cookie: request.headers['cookie'] };
  try {
    const target = readTarget(request.target);
    exchange = { ...exchange, target };
    const end = parts.router(request.method, target.segments);
    exchange = {
      ...exchange,
      admission: parts.limits.admit(limitedRequest(request, { org, target, match: end }), crowded),
    };
    const match = found(end);
    exchange = { ...exchange, route: match.route };
    return writeAnswer(await handle(parts, { request, target, match }, exchange), exchange);
  } catch (error) {
    return writeAnswer(refusalFrom(error), exchange);
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
  parts: ServiceParts,
  { request, target, match }: Routed,
  { org, origin, requestId, admission }: Exchange,
): ReturnType<Handler> {
  const { route, path } = match;
  const caller = authenticate({ request, route, uri: target.uri, scopes: scopesOf(parts, route.operation) }, org);
  const source = { org, caller, requestId, headers: request.headers, uri: target.uri, query: target.query };
  const record = recorder(source);
  for (const event of admission?.events ?? []) record(event, [bucketTarget(admission?.bucket ?? '')]);
  if (admission?.refused) throw fail('E0000047');
  const handler = handlerFor(parts, route.operation);
  const call: Call = {
    operation: route.operation,
    path,
    query: target.query,
    headers: request.headers,
    body: checkedBody(parts.facts, request, route),
    sent: request.body,
    org,
    origin,
    uri: target.uri,
    requestId,
    caller,
    record,
  };
  return handler(call);
}

function bucketTarget(bucket: string): LogTarget {
  return { id: bucket, type: 'URL Pattern', alternateId: bucket, displayName: bucket };
}

function scopesOf({ facts }: ServiceParts, operation: string): readonly string[] {
  return facts.operations[operation]?.scopes ?? [];
}

function checkedBody(facts: Facts, request: WireRequest, route: Found['route']): unknown {
  const body = readBody(request, route);
  const fault = bodyFault(facts, route.operation, body);
  if (fault !== undefined) throw fault;
  return body;
}

function handlerFor(parts: ServiceParts, operation: string): Handler {
  const handler = parts.handlerFor(operation);
  if (handler === undefined) throw fail('E0000060', ` The emulator does not know the operation ${operation} yet.`);
  return handler;
}

/** An error that nobody meant to throw is a fault of the emulator's; its text helps to report it. */
function refusalFrom(error: unknown): Fault | Answer {
  if (error instanceof Refusal) return error.answer;
  return error instanceof Fault ? error : fail('E0000009', '', [`The emulator failed: ${String(error)}`]);
}
