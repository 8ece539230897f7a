import { builtin } from '../../platform/builtin.js';
import type { Logger } from '../../platform/warn.js';
import type { ChannelEvents, Hooks } from './events.js';

type ChannelName = keyof ChannelEvents;

/** The hook that is told what a channel tells. */
const channels: Readonly<Record<ChannelName, keyof Hooks | undefined>> = {
  'okta:call:start': undefined,
  'okta:call:end': undefined,
  'okta:call:error': undefined,
  'okta:request:start': 'onRequest',
  'okta:request:end': 'onResponse',
  'okta:request:retry': 'onRetry',
  'okta:request:error': 'onError',
};

/** Asked for by name, as methods of a class are not enumerable. */
const hookNames = Object.values(channels).filter((name) => name !== undefined);

interface Channel {
  readonly hasSubscribers: boolean;
  publish(event: unknown): void;
}

/** Tells hooks and channels of Node's `diagnostics_channel` about events; makes none that nobody listens for. */
export class Announcer {
  readonly #hooks: Hooks;
  readonly #logger: Logger;
  readonly #channels: ReadonlyMap<ChannelName, Channel>;
  readonly #all: readonly Channel[];
  readonly #reported = new Set<keyof Hooks>();

  /**
   * @param hooks - of the client
   * @param logger - told once about each hook that fails
   */
  constructor(hooks: Hooks, logger: Logger) {
    this.#hooks = hooks;
    this.#logger = logger;
    const diagnostics = builtin('node:diagnostics_channel');
    // Kept, as Node forgets channels that nobody holds.
    const names = diagnostics === undefined ? [] : (Object.keys(channels) as ChannelName[]);
    this.#channels = new Map(names.flatMap((name) => (diagnostics ? [[name, diagnostics.channel(name)]] : [])));
    this.#all = [...this.#channels.values()];
  }

  /** @returns whether anybody listens at all; asked for every attempt */
  isHeard(): boolean {
    for (const name of hookNames) if (this.#hooks[name] !== undefined) return true;
    for (const channel of this.#all) if (channel.hasSubscribers) return true;
    return false;
  }

  /**
   * @param name - of the event
   * @param event - makes it, if anybody listens
   */
  tell<N extends ChannelName>(name: N, event: () => ChannelEvents[N]): void {
    if (!this.#listens(name)) return;
    const made = event();
    const hook = channels[name];
    if (hook !== undefined) this.#call(hook, made);
    const channel = this.#channels.get(name);
    if (channel?.hasSubscribers) channel.publish(made);
  }

  #listens(name: ChannelName): boolean {
    const hook = channels[name];
    return (hook !== undefined && this.#hooks[hook] !== undefined) || this.#channels.get(name)?.hasSubscribers === true;
  }

  #call(name: keyof Hooks, event: unknown): void {
    const hook = this.#hooks[name] as ((event: unknown) => unknown) | undefined;
    if (hook === undefined) return;
    try {
      const result = hook.call(this.#hooks, event);
      if (result instanceof Promise) result.catch((error) => this.#report(name, error));
    } catch (error) {
      this.#report(name, error);
    }
  }

  #report(name: keyof Hooks, error: unknown): void {
    if (this.#reported.has(name)) return;
    this.#reported.add(name);
    const reason = error instanceof Error ? error.message : String(error);
    this.#logger.warn(`The hook ${name} failed, which changed nothing; it is not reported again: ${reason}`);
  }
}
