import type { Answer, Content } from '../answers/answer.js';
import { Fault } from '../answers/fault.js';
import { type Admission, rateLimitHeaders, standingAdmission } from '../limits/rate-limits.js';
import { BASE64URL, randomText } from '../org/chance.js';
import type { Org } from '../org/org.js';
import type { Route } from '../routing/router.js';
import { sessionOfCookie } from '../sessions/session-cookie.js';
import { linkLines } from './link-header.js';
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
  readonly admission?: Admission;
  /** The `Cookie` header of the request. */
  readonly cookie?: string | undefined;
}

const ERROR_ID_LENGTH = 22;
const COOKIE = 'Set-Cookie';

/**
 * Writes an answer: status, headers, text.
 *
 * @param answer - what the handler gave, or the fault that it threw
 * @param exchange - the exchange
 * @returns the answer as it leaves
 */
export function writeAnswer(answer: Answer | Fault, exchange: Exchange): WireAnswer {
  const content = contentOf(answer, exchange.org);
  const further = answer instanceof Fault ? {} : (answer.headers ?? {});
  const now = exchange.org.clock.now();
  // Cookies are taken away from those only whose session is over.
  const signedIn = sessionOfCookie(exchange.org, exchange.cookie) !== undefined;
  return {
    status: answer.status,
    headers: [
      ['Date', new Date(now).toUTCString()],
      ['X-Okta-Request-Id', exchange.requestId],
      ...rateLimitHeaders(exchange.admission ?? standingAdmission(now)),
      ...standingHeaders.filter(([name]) => !Object.hasOwn(further, name) && !(name === COOKIE && signedIn)),
      ...(content === undefined ? [] : [['Content-Type', content.type] as const]),
      ...linksFor(answer, exchange),
      ...Object.entries(further),
    ],
    body: content?.data ?? '',
  };
}

function contentOf(answer: Answer | Fault, org: Org): Content | undefined {
  if (!(answer instanceof Fault) && answer.content) return answer.content;
  const body = answer instanceof Fault ? errorBody(answer, org) : answer.body;
  return body === undefined ? undefined : { type: 'application/json', data: JSON.stringify(body) };
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
