import type { Answer } from '../answers/answer.js';
import { Fault } from '../answers/fault.js';
import { BASE64URL, randomText } from '../org/chance.js';
import type { Org } from '../org/org.js';
import type { Route } from '../routing/router.js';
import { linkLines } from './link-header.js';
import { OTHER_PATHS, rateLimitHeaders } from './rate-limits.js';
import type { Target } from './read-target.js';
import { standingHeaders } from './standing-headers.js';
import type { WireAnswer } from './wire.js';

/** The exchange that an answer belongs to. */
export interface Exchange {
  readonly org: Org;
  readonly origin: string;
  readonly requestId: string;
  /** Unknown as long as the path was not understood. */
  readonly target?: Target;
  readonly route?: Route;
}

const ERROR_ID_LENGTH = 22;

/**
 * Writes an answer: status, headers, text.
 *
 * @param answer - what the handler gave, or the fault that it threw
 * @param exchange - the exchange
 * @returns the answer as it leaves
 */
export function writeAnswer(answer: Answer | Fault, exchange: Exchange): WireAnswer {
  const body = answer instanceof Fault ? errorBody(answer, exchange.org) : answer.body;
  const now = exchange.org.clock.now();
  return {
    status: answer.status,
    headers: [
      ['Date', new Date(now).toUTCString()],
      ['X-Okta-Request-Id', exchange.requestId],
      ...rateLimitHeaders(exchange.route?.perMinute ?? OTHER_PATHS, now),
      ...standingHeaders,
      ...(body === undefined ? [] : [['Content-Type', 'application/json'] as const]),
      ...linksFor(answer, exchange),
    ],
    body: body === undefined ? '' : JSON.stringify(body),
  };
}

function linksFor(answer: Answer | Fault, { origin, target }: Exchange): [string, string][] {
  if (answer instanceof Fault || answer.paging === undefined || target === undefined) return [];
  const list = { href: origin + target.uri, query: target.query };
  return linkLines(list, answer.paging).map((line) => ['Link', line]);
}

/** Source: https://developer.okta.com/docs/reference/error-codes/ */
function errorBody({ code, message, causes }: Fault, { requestChance }: Org) {
  return {
    errorCode: code,
    errorSummary: message,
    errorLink: code,
    errorId: `oae${randomText(requestChance, ERROR_ID_LENGTH, BASE64URL)}`,
    errorCauses: causes.map((errorSummary) => ({ errorSummary })),
  };
}
