import type { PageSource } from './page-source.js';

/** Callbacks of a subscription. A promise that a callback returns is awaited. */
export interface SubscriptionOptions<T> {
  /** Pause in milliseconds after everything has been read; 5,000 unless given, at least 1,000. */
  readonly interval?: number;
  /** Gets each item, in order. */
  readonly next: (item: T) => unknown;
  /** Gets what a request or `next` failed with; the subscription goes on. Without it the failure is thrown. */
  readonly error?: (error: unknown) => unknown;
  /** Called once, after `unsubscribe` or the end of a list that has one. */
  readonly complete?: () => unknown;
}

/** A running subscription. */
export interface Subscription {
  /** Ends it: no callback but `complete` is called afterwards. */
  unsubscribe(): void;
}

const DEFAULT_INTERVAL_MS = 5000;
const SHORTEST_INTERVAL_MS = 1000;

/**
 * Starts reading a list and keeps asking for more.
 *
 * @param source - the pages
 * @param options - callbacks and pause
 * @returns a handle that ends it
 */
export function subscribe<T>(source: PageSource<T>, options: SubscriptionOptions<T>): Subscription {
  const stop = new AbortController();
  // A throwing callback surfaces as an unhandled rejection, as it would from any other event handler.
  void run(source, options, stop.signal);
  return { unsubscribe: () => stop.abort() };
}

async function run<T>(source: PageSource<T>, options: SubscriptionOptions<T>, signal: AbortSignal): Promise<void> {
  const pause = Math.max(options.interval ?? DEFAULT_INTERVAL_MS, SHORTEST_INTERVAL_MS);
  let url: string | undefined;
  let ended = false;
  while (!ended && !signal.aborted) {
    const page = await settle(source.fetch(url, signal), options, signal);
    for (const item of page?.items ?? []) await deliver(item, options, signal);
    if (page !== undefined) url = page.next;
    ended = page !== undefined && url === undefined;
    const nothingNew = page === undefined || page.items.length === 0;
    if (nothingNew && !ended) await source.clock.sleep(pause, signal).catch(() => undefined);
  }
  await options.complete?.();
}

async function deliver<T>(item: T, options: SubscriptionOptions<T>, signal: AbortSignal): Promise<void> {
  if (!signal.aborted) await settle((async () => options.next(item))(), options, signal);
}

/** The value, or `undefined` after the failure has been reported. */
async function settle<R>(
  work: Promise<R>,
  options: { error?: (error: unknown) => unknown },
  signal: AbortSignal,
): Promise<R | undefined> {
  try {
    return await work;
  } catch (error) {
    if (signal.aborted) return undefined;
    if (options.error === undefined) throw error;
    await options.error(error);
    return undefined;
  }
}
