import { OktaError } from '../../errors/okta-error.js';
import { VERSION } from '../../version.js';
import type { Faults } from '../faults/faults.js';
import { readFaultRule } from '../faults/read-rule.js';
import type { WireAnswer, WireRequest } from '../http/wire.js';
import type { RateLimits } from '../limits/rate-limits.js';
import type { Org } from '../org/org.js';
import { css } from './assets/css.js';
import { html } from './assets/html.js';
import { js } from './assets/js.js';
import { exchangeSummary, exchangeView } from './exchange-view.js';
import { refusalOf } from './guard.js';
import { kindsIn, resourceAt, rowsOf } from './kinds.js';
import type { RequestLog } from './request-log.js';

/** What the page and the addresses below `/.emulator` show and change. */
export interface ConsoleParts {
  /** The org as it is now. */
  readonly org: () => Org;
  readonly url: () => string;
  /** Host that the emulator listens on; `undefined` if it does not. */
  readonly boundHost: () => string | undefined;
  readonly requests: RequestLog;
  readonly limits: RateLimits;
  readonly faults: Faults;
  readonly reset: () => void;
  readonly dataFile: string | undefined;
}

/** Answers what is for the emulator itself; `undefined` for what is for the org. */
export type Console = (request: WireRequest) => WireAnswer | undefined;

const ROOT = '/.emulator/';
/** Nothing is loaded from elsewhere, and nothing that stands in the page runs. */
const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');
const HEADERS: WireAnswer['headers'] = [
  ['Cache-Control', 'no-store'],
  ['Content-Security-Policy', POLICY],
  ['X-Content-Type-Options', 'nosniff'],
  ['Referrer-Policy', 'no-referrer'],
  ['Cross-Origin-Resource-Policy', 'same-origin'],
];

/**
 * @param parts - what it shows and changes
 * @returns the console
 */
export function createConsole(parts: ConsoleParts): Console {
  return (request) => {
    const [path = '', query = ''] = request.target.split('?', 2);
    const isPage = path === '/' && request.method === 'GET' && wantsHtml(request);
    if (!isPage && !path.startsWith(ROOT)) return undefined;
    const refusal = refusalOf(request, parts.boundHost());
    if (refusal !== undefined) return json({ error: refusal }, 403);
    return isPage ? text(html, 'text/html; charset=utf-8') : guarded(() => answerFor(parts, request, path, query));
  };
}

function guarded(answer: () => WireAnswer): WireAnswer {
  try {
    return answer();
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return json({ error: reason }, error instanceof URIError ? 400 : 500);
  }
}

/** API clients are answered by the org: there is nothing at `/`. */
function wantsHtml({ headers }: WireRequest): boolean {
  return headers['accept']?.includes('text/html') ?? false;
}

type Deed = (parts: ConsoleParts, situation: Situation) => WireAnswer;

interface Situation {
  readonly request: WireRequest;
  readonly query: URLSearchParams;
  /** Decoded segments behind those that name the deed. */
  readonly rest: readonly string[];
}

const deeds: Readonly<Record<string, Deed>> = {
  'GET page.css': () => text(css, 'text/css; charset=utf-8'),
  'GET page.js': () => text(js, 'text/javascript; charset=utf-8'),
  'GET overview': (parts) => json(overview(parts)),
  'GET kinds': ({ org }, { query, rest }) => listOrItem(org(), query, rest),
  'GET requests': ({ requests }, { rest }) => requestsAnswer(requests, rest),
  'DELETE requests': ({ requests }) => {
    requests.clear();
    return json({});
  },
  'GET events': ({ requests }) => events(requests),
  'GET outbox': ({ org }) => json([...org().outbox.values()]),
  'GET faults': ({ faults }) => json(faults.list()),
  'POST faults': ({ faults }, { request }) => addFaults(faults, request),
  'DELETE faults': ({ faults }) => {
    faults.clear();
    return json([]);
  },
  'POST reset': ({ reset }) => {
    reset();
    return json({});
  },
};

function answerFor(parts: ConsoleParts, request: WireRequest, path: string, query: string): WireAnswer {
  const [name = '', ...rest] = path.slice(ROOT.length).split('/').map(decodeURIComponent);
  const deed = deeds[`${request.method} ${name}`];
  if (deed === undefined) return json({ error: `There is no ${request.method} ${path}.` }, 404);
  return deed(parts, { request, query: new URLSearchParams(query), rest });
}

function overview({ org, url, limits, faults, dataFile, requests }: ConsoleParts) {
  return {
    version: VERSION,
    url: url(),
    org: org().facts.subdomain,
    dataFile: dataFile ?? null,
    kinds: kindsIn(org()),
    limits: limits.use(),
    faults: faults.list().length,
    messages: org().outbox.size(),
    requests: requests.list().length,
    now: org().clock.now(),
  };
}

function listOrItem(org: Org, query: URLSearchParams, [kind = '', key]: readonly string[]): WireAnswer {
  const found =
    key === undefined
      ? rowsOf(org, kind, { search: query.get('search') ?? '', after: query.get('after') ?? undefined })
      : resourceAt(org, kind, key);
  return found === undefined ? json({ error: 'There is nothing like that.' }, 404) : json(found);
}

function requestsAnswer(requests: RequestLog, [number]: readonly string[]): WireAnswer {
  if (number === undefined) return json(requests.list().map(exchangeView));
  if (number === 'summaries') return json(requests.list().map(exchangeSummary));
  const exchange = requests.list().find((one) => String(one.number) === number);
  return exchange ? json(exchangeView(exchange)) : json({ error: 'This request is not kept any more.' }, 404);
}

/** Source: https://html.spec.whatwg.org/multipage/server-sent-events.html */
function events(requests: RequestLog): WireAnswer {
  return {
    ...text('', 'text/event-stream'),
    live: (send) => {
      send('retry: 1000\n\n');
      return requests.subscribe((news) => {
        if (news === 'reset') send('event: reset\ndata: {}\n\n');
        else send(`event: request\ndata: ${JSON.stringify(exchangeSummary(news))}\n\n`);
      });
    },
  };
}

/** All rules or none. */
function addFaults(faults: Faults, { body }: WireRequest): WireAnswer {
  try {
    const sent: unknown = JSON.parse(typeof body === 'string' ? body : new TextDecoder().decode(body));
    const rules = (Array.isArray(sent) ? sent : [sent]).map(readFaultRule);
    for (const rule of rules) faults.add(rule);
    return json(faults.list(), 201);
  } catch (error) {
    const reason = error instanceof OktaError ? error.message : 'The body is no JSON.';
    return json({ error: reason }, 400);
  }
}

function json(body: unknown, status = 200): WireAnswer {
  return { ...text(JSON.stringify(body), 'application/json'), status };
}

function text(body: string, type: string): WireAnswer {
  return { status: 200, headers: [...HEADERS, ['Content-Type', type]], body };
}
