import { rows } from '../../generated/management/rows.js';
import { systemClock } from '../clock.js';
import { readFacts } from './description/facts.js';
import { extraHandlers, extraRoutes } from './extra-routes.js';
import { answerOnDevice } from './factors/answer-on-device.js';
import { createFaults, type Faults } from './faults/faults.js';
import { withFaults } from './faults/with-faults.js';
import { handlers } from './handlers.js';
import { announcing } from './hooks/announcing.js';
import { createHookDeliveries } from './hooks/delivery.js';
import { type Answering, type Fetch, inProcessFetch } from './http/in-process.js';
import { createListener } from './http/server.js';
import { latencies } from './latency.js';
import { createRateLimits } from './limits/rate-limits.js';
import { ceilingsFrom } from './limits/setting.js';
import type { EmulatorOptions } from './options.js';
import { type Chance, givenChance, seededChance } from './org/chance.js';
import type { OutboxMessage } from './outbox/outbox-message.js';
import { createConsole } from './page/console.js';
import { createRequestLog } from './page/request-log.js';
import { deriveHandlers } from './resources/derive-handlers.js';
import { planAll } from './resources/plan.js';
import { rules } from './resources/rules.js';
import { createRouter } from './routing/router.js';
import { createServe } from './serve.js';
import { openWorld } from './world.js';

/** An Okta org on your machine. */
export interface Emulator {
  /** Where requests go: the socket once it listens, before that an address that only {@link Emulator.fetch} knows. */
  readonly url: string;
  /** Secret of an API token that belongs to a super admin. */
  readonly token: string;
  /** Answers in process, without a socket. Takes any host. */
  readonly fetch: Fetch;
  /** What goes wrong; rules may come and go at any time. */
  readonly faults: Faults;
  /**
   * What users were sent so far, the oldest first: passcodes of sms, call and email factors, activation and recovery
   * mails, questions to devices. Nothing of it leaves the process. A reset empties it.
   *
   * @returns the messages
   * @example
   * ```ts
   * await client.userFactorApi.enrollFactor({ userId, body: { factorType: 'sms', provider: 'OKTA', profile } });
   * const { passCode } = emulator.outbox().at(-1);
   * ```
   */
  outbox(): readonly OutboxMessage[];
  /**
   * Answers the latest question that waits on a device of a user (Okta Verify or Duo): pairing it while its factor is
   * enrolled, or signing in.
   *
   * @param user - id or login
   * @param answer - what the user taps
   * @returns whether a question was waiting
   */
  answerPush(user: string, answer: 'approve' | 'reject'): boolean;
  /**
   * Listens on a socket.
   *
   * @param port - any free one unless given
   * @param host - the loopback interface unless given
   * @returns the address
   */
  listen(port?: number, host?: string): Promise<{ readonly url: string }>;
  /**
   * Takes the org back to its seed, within microseconds. Ids and secrets start over, too; counts of requests are
   * forgotten; faults stay.
   */
  reset(): void;
  /**
   * Fulfilled when every event of the requests answered so far has been delivered to the event hooks that want it, or
   * has been given up. Deliveries do not hold up answers; a server that does not answer is given up after 6 seconds, or
   * when the emulator closes.
   */
  settled(): Promise<void>;
  /**
   * Stops listening. Open connections are cut at once unless there is grace.
   *
   * @param graceMs - how long requests that arrived before may take to be answered
   */
  close(graceMs?: number): Promise<void>;
}

/**
 * Makes an Okta org that lives in this process: for tests, demos and work without a network.
 *
 * @param options - what it holds, where it lives, what goes wrong, and its clock, chance, page size and latency
 * @returns the emulator
 * @throws OktaError `OKTA_EMULATOR_SEED` if the seed breaks a rule of the service, `OKTA_EMULATOR_OPTION` or
 * `OKTA_EMULATOR_FAULT` if another option makes no sense, `OKTA_EMULATOR_DATA` or `OKTA_EMULATOR_LOCKED` if the data
 * file cannot be used
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
  const { clock = systemClock } = options;
  const limits = createRateLimits(ceilingsFrom(options.rateLimits), clock);
  const faults = createFaults(options.faults ?? [], chanceFor(options, FAULTS));
  const latency = latencies(options.latency ?? 0, chanceFor(options, LATENCY));
  const world = openWorld(options);
  const { org } = world;
  const service = serviceParts();
  const deliveries = createHookDeliveries();
  const serve = announcing(createServe({ ...service, limits, world, clock, latency }), { org, deliveries });
  const faulty = withFaults({ faults, router: service.router, clock, org }, serve);
  const requests = createRequestLog();
  const reset = () => {
    world.reset();
    limits.clear();
    faulty.clear();
    requests.tellReset();
  };
  let url = `https://${org().facts.subdomain}.okta.test`;
  const boundHost = () => listener.host;
  const control = createConsole({
    org,
    url: () => url,
    boundHost,
    requests,
    limits,
    faults,
    reset,
    dataFile: options.data,
  });
  const answering: Answering = async (request, signal) =>
    control(request) ?? requests.watch(request, clock.now(), () => faulty.serve(request, signal));
  const listener = createListener(answering);
  return {
    get url() {
      return url;
    },
    token: world.token,
    fetch: inProcessFetch(answering),
    faults,
    outbox: () => [...org().outbox.values()],
    answerPush: (user, answer) => answerOnDevice(org(), user, answer),
    async listen(port, host) {
      url = await listener.listen(port, host);
      return { url };
    },
    reset,
    settled: () => deliveries.settled(),
    async close(graceMs = 0) {
      await listener.close(graceMs);
      deliveries.close();
      await world.close();
    },
  };
}

/** Keep what is made to fail or to take long apart from what is created. */
const FAULTS = 0xfa17;
const LATENCY = 0x1a7e;

function chanceFor({ random, randomSeed = 1 }: EmulatorOptions, salt: number): Chance {
  return random ? givenChance(random) : seededChance(randomSeed ^ salt);
}

/** What follows from the description alone and knows of no org. */
function serviceParts() {
  const facts = readFacts();
  const handlerFor = deriveHandlers({ facts, plans: planAll(rows), rules }, { ...handlers, ...extraHandlers });
  return { router: createRouter(rows, extraRoutes), handlerFor, facts };
}
