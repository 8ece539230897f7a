import type { Answer } from '../answers/answer.js';
import { type ErrorCode, errorKinds } from '../answers/error-codes.js';
import { type Fault, fail } from '../answers/fault.js';
import type { WireAnswer, WireRequest } from '../http/wire.js';
import { writeAnswer } from '../http/write-answer.js';
import { HEXADECIMAL, randomText } from '../org/chance.js';
import type { Org } from '../org/org.js';
import type { AnswerFault } from './rule.js';

const REQUEST_ID_LENGTH = 32;

/** What the service says with a status when nothing else is asked for. */
const codes: Readonly<Record<number, ErrorCode>> = {
  400: 'E0000001',
  401: 'E0000011',
  403: 'E0000006',
  404: 'E0000008',
  429: 'E0000047',
  500: 'E0000009',
  503: 'E0000010',
};

/**
 * Writes the answer that a rule asks for, with the headers that every answer has.
 *
 * @param fault - the answer
 * @param org - whose clock and chance are used; nothing in it changes
 * @param request - the request
 * @returns the answer as it leaves
 */
export function answerInstead(fault: AnswerFault, org: Org, request: WireRequest): WireAnswer {
  const requestId = randomText(org.requestChance, REQUEST_ID_LENGTH, HEXADECIMAL);
  const exchange = { org, origin: request.origin, requestId };
  const answer = withHeaders(writeAnswer(answerOf(fault), exchange), limitHeaders(fault, org));
  const written = withHeaders({ ...answer, status: fault.status }, fault.headers ?? {});
  return typeof fault.body === 'string' ? { ...written, body: fault.body } : written;
}

function answerOf({ status, body }: AnswerFault): Answer | Fault {
  const code = codes[status];
  if (body !== undefined) return { status, body };
  if (code !== undefined) return fail(code, code === 'E0000001' ? 'fault' : '');
  return errorKindless(status);
}

/** Gateways answer without a body; so do statuses that are no errors. */
function errorKindless(status: number): Answer {
  return { status };
}

function limitHeaders({ status }: AnswerFault, { clock }: Org): Record<string, string> {
  if (status !== errorKinds.E0000047.status) return {};
  return { 'X-Rate-Limit-Remaining': '0', 'X-Rate-Limit-Reset': String(Math.floor(clock.now() / 1000) + 1) };
}

function withHeaders(answer: WireAnswer, given: Readonly<Record<string, string>>): WireAnswer {
  const names = new Set(Object.keys(given).map((name) => name.toLowerCase()));
  const others = answer.headers.filter(([name]) => !names.has(name.toLowerCase()));
  return { ...answer, headers: [...others, ...Object.entries(given)] };
}
