import type { LogEvent } from '../../generated/management/models/index.js';
import type { Clock } from '../clock.js';
import type { LogSource, LogStreamOptions } from './options.js';
import { streamSystemLog } from './stream-system-log.js';

/** What a client can do with the System Log beside listing it. */
export class SystemLog {
  readonly #api: LogSource;
  readonly #clock: Clock;

  /**
   * @param api - where events come from
   * @param clock - of the client
   */
  constructor(api: LogSource, clock: Clock) {
    this.#api = api;
    this.#clock = clock;
  }

  /**
   * Reads the System Log and waits for what comes: {@link streamSystemLog} with this client.
   *
   * @param options - what to read, the pause, the checkpoint, the signal that ends it
   * @returns the events, each once
   * @throws as {@link streamSystemLog}
   * @example
   * ```ts
   * for await (const event of client.systemLog.stream({ filter: 'eventType eq "user.session.start"' })) store(event);
   * ```
   */
  stream(options: LogStreamOptions = {}): AsyncGenerator<LogEvent, void, undefined> {
    return streamSystemLog(this.#api, { clock: this.#clock, ...options });
  }
}
