import type { Call } from '../call.js';
import { randomUuid } from '../org/chance.js';
import type { Org } from '../org/org.js';
import { actorOf } from './actor.js';
import type { EventType } from './event-types.js';
import type { LogEvent, Outcome, Target, Trace } from './log-event.js';

const SERIAL_DIGITS = 9;

/** What the log keeps of the request that caused an event. */
export type EventSource = Pick<Call, 'org' | 'caller' | 'requestId' | 'uri' | 'query' | 'headers'>;

/**
 * Writes an event into the System Log.
 *
 * @param call - the request that caused it
 * @param eventType - what happened
 * @param about - to what it happened, and how it ended unless well
 */
export function recordEvent(
  call: EventSource,
  eventType: EventType,
  ...[targets, outcome]: readonly [targets: readonly Target[], outcome?: Outcome | undefined]
): void {
  const { org, caller } = call;
  const event: LogEvent = {
    eventType,
    ...nextPlace(org),
    uuid: randomUuid(org.requestChance),
    actor: actorOf(caller),
    targets,
    ...(outcome && { outcome }),
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
