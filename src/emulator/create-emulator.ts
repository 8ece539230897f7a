import { rows } from '../../generated/management/rows.js';
import { systemClock } from '../clock.js';
import { handlers } from './handlers.js';
import { type Answering, type Fetch, inProcessFetch } from './http/in-process.js';
import { createListener } from './http/server.js';
import type { EmulatorOptions } from './options.js';
import { forkOrg } from './org/org.js';
import { createRouter } from './routing/router.js';
import { seedOrg } from './seed/seed-org.js';
import { answerRequest } from './service.js';

/** An Okta org on your machine. */
export interface Emulator {
  /** Where requests go: the socket once it listens, before that an address that only {@link Emulator.fetch} knows. */
  readonly url: string;
  /** Secret of an API token that belongs to a super admin. */
  readonly token: string;
  /** Answers in process, without a socket. Takes any host. */
  readonly fetch: Fetch;
  /**
   * Listens on the loopback interface.
   *
   * @param port - any free one unless given
   * @returns the address
   */
  listen(port?: number): Promise<{ readonly url: string }>;
  /** Takes the org back to its seed, within microseconds. Ids and secrets start over, too. */
  reset(): void;
  /** Stops listening at once; open connections are cut. */
  close(): Promise<void>;
}

/**
 * Makes an Okta org that lives in this process: for tests, demos and work without a network.
 *
 * @param options - what it holds, and its clock, chance, page size and latency
 * @returns the emulator
 * @throws OktaError `OKTA_EMULATOR_SEED` if the seed breaks a rule of the service
 * @example
 * ```ts
 * const emulator = createEmulator();
 * const { url } = await emulator.listen();
 * const client = new okta.Client({ orgUrl: url, token: emulator.token });
 * …
 * await emulator.close();
 * ```
 * @see https://developer.okta.com/docs/reference/core-okta-api/
 */
export function createEmulator(options: EmulatorOptions = {}): Emulator {
  const { clock = systemClock, latencyMs = 0 } = options;
  const { org: seeded, token } = seedOrg(options);
  const parts = { router: createRouter(rows), handlers };
  let org = forkOrg(seeded);
  let url = `https://${seeded.facts.subdomain}.okta.test`;
  const answering: Answering = async (request, signal) => {
    if (latencyMs > 0) await clock.sleep(latencyMs, signal);
    return answerRequest(parts, org, request);
  };
  const listener = createListener(answering);
  return {
    get url() {
      return url;
    },
    token,
    fetch: inProcessFetch(answering),
    async listen(port) {
      url = await listener.listen(port);
      return { url };
    },
    reset() {
      org = forkOrg(seeded);
    },
    close: () => listener.close(),
  };
}
