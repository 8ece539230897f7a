import type { SystemLogApiListLogEventsRequest } from '../../sdk.js';
import type { Query } from './result.js';

const HOUR_MS = 3_600_000;
/** Events are kept for ninety days. */
const KEPT_MS = 90 * 24 * HOUR_MS;
const LARGEST_PAGE = 1000;

/** Attributes of events, and what the System Log calls them. */
const ATTRIBUTES: Readonly<Record<string, string>> = {
  eventId: 'uuid',
  requestId: 'transaction.id',
  sessionId: 'authenticationContext.externalSessionId',
  'action.message': 'displayMessage',
  'action.requestUri': 'debugContext.debugData.requestUri',
  'actors.id': 'actor.id',
  'actors.login': 'actor.alternateId',
  'actors.displayName': 'actor.displayName',
  'actor.login': 'actor.alternateId',
  'targets.id': 'target.id',
  'targets.displayName': 'target.displayName',
  'targets.login': 'target.alternateId',
  'targets.objectType': 'target.type',
  'target.login': 'target.alternateId',
  'target.objectType': 'target.type',
};

/** `published gt "…"` alone, before the rest of a filter, or after it. */
const PUBLISHED = /(?:^|\s+and\s+)published\s+(gt|ge|lt|le)\s+"([^"]*)"(?:\s+and\s+(?=\S))?/i;
/** Names of old and new types are apart, so both are asked for. */
const TYPE = /\baction\.objectType\s+(eq|sw|co)\s+("(?:[^"\\]|\\.)*")/gi;

/**
 * A query for events as one for the System Log.
 *
 * @param query - with `startDate`, `filter`, `limit`, `after`
 * @param now - milliseconds since 1970
 * @returns the query
 * @see https://developer.okta.com/docs/reference/api/events/ and the guide from Events to System Log beside it
 */
export function logQuery(
  { startDate, filter, limit = LARGEST_PAGE, q, after }: Query,
  now: number,
): SystemLogApiListLogEventsRequest {
  const { others, ...times } = readFilter(filter ?? '');
  const isOpen = !startDate && !filter && !after;
  const start = isOpen ? new Date(now - HOUR_MS) : startDate;
  return {
    limit: Number(limit),
    ...(start ? { since: kept(start, now) } : {}),
    ...times,
    ...(times.since ? { since: kept(times.since, now) } : {}),
    ...(others === '' ? {} : { filter: others }),
    ...(q ? { q } : {}),
    ...(after ? { after } : {}),
  };
}

/** What is older than the service keeps was left out silently; the System Log refuses to look for it. */
function kept(time: unknown, now: number): Date | string {
  const since = time instanceof Date ? time : String(time);
  return new Date(since).getTime() < now - KEPT_MS ? new Date(now - KEPT_MS) : since;
}

/** Takes the times out of a filter, because the System Log has parameters for them, and renames the rest. */
function readFilter(filter: string) {
  let others = filter.trim();
  const times: { since?: string; until?: string } = {};
  for (let match = PUBLISHED.exec(others); match; match = PUBLISHED.exec(others)) {
    const [found, operator = '', time = ''] = match;
    times[operator.toLowerCase().startsWith('g') ? 'since' : 'until'] = time;
    const isBetween = match.index > 0 && match.index + found.length < others.length;
    others = others.replace(found, isBetween ? ' and ' : '').trim();
  }
  return { ...times, others: renamed(others) };
}

function renamed(filter: string): string {
  const typed = filter.replace(TYPE, '(legacyEventType $1 $2 or eventType $1 $2)');
  return typed.replace(/"(?:[^"\\]|\\.)*"|[A-Za-z][\w.]*/g, (word) => ATTRIBUTES[word] ?? word);
}
