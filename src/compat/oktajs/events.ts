import type { Clock, SystemLogApi } from '../../sdk.js';
import { logQuery } from './event-query.js';
import { legacyEvent } from './event-shape.js';
import type { Requests } from './requests.js';
import type { Callback, Query, Result, Then } from './result.js';

/** What {@link Events} needs. */
interface EventParts {
  readonly requests: Requests;
  readonly systemLog: Pick<SystemLogApi, 'listLogEvents'>;
  readonly clock: Pick<Clock, 'now'>;
}

/** Functions for events, as in oktajs. The service has the System Log in their place; items keep the shape of old. */
export class Events {
  readonly #parts: EventParts;

  constructor(parts: EventParts) {
    this.#parts = parts;
  }

  /**
   * Events from the oldest on: after `startDate`, or as `filter` says; those of the last hour without both. The list
   * goes on as long as things happen, so an empty page is the last one; its `next` finds what happens later.
   */
  list<T = unknown>(
    queryObj?: Query | null,
    followLink?: boolean | Callback<T[]> | null,
    callback?: Then<T[]>,
  ): Promise<Result<T[]>> {
    const { requests, systemLog, clock } = this.#parts;
    const query = logQuery(queryObj ?? {}, clock.now());
    const open = async () => systemLog.listLogEvents(query);
    return requests.read({ open, ends: true, reshape: (event) => legacyEvent(event) as T }, { followLink, callback });
  }
}
