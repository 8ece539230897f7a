import type { Call } from '../call.js';
import { randomUuid } from '../org/chance.js';
import type { Org } from '../org/org.js';
import type { EventType } from './event-types.js';
import type { LogEvent, Target, Trace } from './log-event.js';

const SERIAL_DIGITS = 9;

/**
 * Writes an event into the System Log.
 *
 * @param call - the request that caused it
 * @param eventType - what happened
 * @param targets - to what it happened
 */
export function recordEvent(call: Call, eventType: EventType, targets: readonly Target[]): void {
  const { org, caller } = call;
  const event: LogEvent = {
    eventType,
    ...nextPlace(org),
    uuid: randomUuid(org.requestChance),
    actor: caller.user,
    targets,
    trace: traceOf(call),
  };
  org.log.set(logKey(event), event);
}

/** A clock that was set back must not hide events, so time stands still until it has caught up. */
function nextPlace({ log, clock }: Org): Pick<LogEvent, 'published' | 'serial'> {
  const now = new Date(clock.now()).toISOString();
  const [latest] = log.values({ backwards: true });
  if (latest === undefined || latest.published < now) return { published: now, serial: 1 };
  return { published: latest.published, serial: latest.serial + 1 };
}

function traceOf({ requestId, uri, query, headers, caller }: Call): Trace {
  const text = query.toString();
  return {
    requestId,
    uri,
    url: text === '' ? `${uri}?` : `${uri}?${text}`,
    userAgent: headers['user-agent'] ?? '',
    tokenId: caller.tokenId,
  };
}

/**
 * @param place - when an event was published, and its number among those of the same millisecond
 * @returns the key under which it is stored; keys sort by time
 */
export function logKey({ published, serial }: Pick<LogEvent, 'published' | 'serial'>): string {
  return `${published}_${String(serial).padStart(SERIAL_DIGITS, '0')}`;
}
