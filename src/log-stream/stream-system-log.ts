import type { LogEvent } from '../../generated/management/models/index.js';
import { systemClock } from '../clock.js';
import type { Collection } from '../response/collection.js';
import type { Place } from './checkpoint.js';
import { LogReader } from './log-reader.js';
import type { LogSource, LogStreamOptions } from './options.js';
import { Track } from './track.js';

const MOST_PER_PAGE = 1000;

/**
 * Reads the System Log and waits for what comes, for ever: each event once, in the order of the service, whatever
 * happens to service, network and process.
 *
 * An event counts as taken when the next one is asked for. A loop that is left by `break` or by an error therefore gets
 * the event at hand again when it goes on from the checkpoint, and a process that is killed gets the events of one page
 * again; to end without repeating anything, abort the signal.
 *
 * @param api - e.g. `client.systemLogApi`
 * @param options - what to read, the pause, the checkpoint
 * @returns the events
 * @throws {@link OktaApiError} for what does not pass (a refused filter, a refused credential), {@link ParameterError}
 * for a checkpoint of another stream, and what the checkpoint fails with
 * @example
 * ```ts
 * for await (const event of okta.streamSystemLog(client.systemLogApi, { since: new Date(), checkpoint })) {
 *   await store(event);
 * }
 * ```
 * @see https://developer.okta.com/docs/reference/system-log-query/
 */
export async function* streamSystemLog(
  api: LogSource,
  options: LogStreamOptions = {},
): AsyncGenerator<LogEvent, void, undefined> {
  const { signal, limit = MOST_PER_PAGE, clock = systemClock } = options;
  const track = await Track.load(options, clock);
  const reader = new LogReader({ list: await logFrom(api, { ...options, limit }, track.place), limit, clock, options });
  try {
    await track.save();
    while (!signal?.aborted) {
      const page = await reader.nextPage();
      if (page === undefined) return;
      let hasNews = false;
      for (const event of page) {
        if (!track.isNew(event)) continue;
        hasNews = true;
        yield event;
        track.take(event);
        if (signal?.aborted) return;
      }
      track.turn(reader.cursor);
      await track.save();
      await reader.pauseAfter(page, hasNews);
    }
  } finally {
    await track.save();
  }
}

function logFrom(
  api: LogSource,
  { filter, q, limit, signal }: LogStreamOptions & { limit: number },
  { since, cursor }: Place,
): Promise<Collection<LogEvent>> {
  const words = { ...(filter === undefined ? {} : { filter }), ...(q === undefined ? {} : { q }) };
  const request = { ...words, ...(since === undefined ? {} : { since }), limit };
  return api.listLogEvents(request, signal === undefined ? {} : { signal }).then((list) => list.from(cursor));
}
