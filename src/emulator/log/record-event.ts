import type { Call } from '../call.js';
import { randomUuid } from '../org/chance.js';
import type { Org } from '../org/org.js';
import type { Transaction } from '../transaction.js';
import { actorOf } from './actor.js';
import type { LogEvent, Trace } from './log-event.js';

const SERIAL_DIGITS = 9;

/** What the log keeps of the request that caused an event. */
export type EventSource = Pick<Call, 'org' | 'caller' | 'requestId' | 'uri' | 'query' | 'headers'>;

/**
 * Writes events of one request into the System Log; what is the same in all of them is kept once.
 *
 * @param source - the request that causes them
 * @returns writes one of them
 */
export function recorder(source: EventSource): Transaction['record'] {
  const { org } = source;
  let shared: Pick<LogEvent, 'actor' | 'trace'> | undefined;
  return (eventType, targets, outcome) => {
    shared ??= { actor: actorOf(source.caller), trace: traceOf(source) };
    const { published, serial } = nextPlace(org);
    const uuid = randomUuid(org.requestChance);
    const { actor, trace } = shared;
    const event: LogEvent = { eventType, published, serial, uuid, actor, targets, ...(outcome && { outcome }), trace };
    org.log.set(logKey(event), event);
  };
}

/**
 * Writes an event into the System Log.
 *
 * @param call - the request that caused it
 * @param event - what happened, to what, and how it ended unless well
 */
export function recordEvent(call: EventSource, ...event: Parameters<Transaction['record']>): void {
  recorder(call)(...event);
}

/** A clock that was set back must not hide events, so time stands still until it has caught up. */
function nextPlace({ log, clock }: Org): Pick<LogEvent, 'published' | 'serial'> {
  const now = new Date(clock.now()).toISOString();
  const [, latest] = log.last() ?? [];
  if (latest === undefined || latest.published < now) return { published: now, serial: 1 };
  return { published: latest.published, serial: latest.serial + 1 };
}

function traceOf({ requestId, uri, query, headers, caller }: EventSource): Trace {
  const text = query.toString();
  return {
    requestId,
    uri,
    url: text === '' ? `${uri}?` : `${uri}?${text}`,
    userAgent: headers['user-agent'] ?? '',
    ...(caller.tokenId !== undefined && { tokenId: caller.tokenId }),
  };
}

/**
 * @param place - when an event was published, and its number among those of the same millisecond
 * @returns the key under which it is stored; keys sort by time
 */
export function logKey({ published, serial }: Pick<LogEvent, 'published' | 'serial'>): string {
  return `${published}_${String(serial).padStart(SERIAL_DIGITS, '0')}`;
}
