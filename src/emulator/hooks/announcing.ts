import type { WireAnswer } from '../http/wire.js';
import type { LogEvent } from '../log/log-event.js';
import type { Org } from '../org/org.js';
import type { Serve } from '../serve.js';
import type { HookDeliveries } from './delivery.js';

/** What announcing needs. */
export interface AnnouncingParts {
  /** The org as it is now. */
  readonly org: () => Org;
  readonly deliveries: HookDeliveries;
}

/**
 * Tells event hooks what a request caused, once it is answered.
 *
 * @param next - what answers
 * @param parts - the org, and what delivers
 * @returns the function
 */
export function announcing(next: Serve, { org, deliveries }: AnnouncingParts): Serve {
  return async (request, signal, other) => {
    const current = org();
    const [after] = current.log.last() ?? [];
    const answer = await next(request, signal, other);
    if (other === undefined) deliveries.announce(current, eventsOf(current, answer, after), request.origin);
    return answer;
  };
}

/** Other requests may have written events meanwhile. */
function eventsOf({ log }: Org, { headers }: WireAnswer, after: string | undefined): LogEvent[] {
  const [, requestId] = headers.find(([name]) => name === 'X-Okta-Request-Id') ?? [];
  return [...log.values({ after })].filter(({ trace }) => trace.requestId === requestId);
}
