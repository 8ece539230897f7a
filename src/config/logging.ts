import type { Clock } from '../clock.js';
import type { Middleware } from '../http/message.js';
import type { Hooks } from '../pipeline/hooks/events.js';
import { loggedCache, loggingHooks, type WriteLine } from '../pipeline/log/call-log.js';
import { print } from '../platform/print.js';
import { type Logger, type LogLevel, logLevels, withoutFail } from '../platform/warn.js';
import type { Settings } from './layers.js';
import type { ConfigurationOptions } from './options.js';

/** What is watched, by the user and by the log. */
export interface Watching {
  readonly hooks: Hooks;
  /** Lets the log see what a cache answers. */
  readonly watchCache: (cache: Middleware) => Middleware;
}

/**
 * Adds the log to the hooks of the user.
 *
 * @param options - with hooks and logger of the user
 * @param settings - merged from all sources
 * @param clock - for the time that lines begin with
 * @returns what to watch calls with
 */
export function logged({ hooks = {}, logger }: ConfigurationOptions, settings: Settings, clock: Clock): Watching {
  const least = logLevels.indexOf(settings['logging.logLevel']?.value ?? 'info');
  const take = logger === undefined ? printer(clock) : writer(logger);
  const write: WriteLine = (level, line) => {
    if (logLevels.indexOf(level) >= least) withoutFail(() => take(level, line));
  };
  return { hooks: both(hooks, loggingHooks(write)), watchCache: (cache) => loggedCache(cache, write) };
}

function printer(clock: Clock): WriteLine {
  return (level, line) => print(level, `${new Date(clock.now()).toISOString()} okta ${level.toUpperCase()} ${line}`);
}

function writer(logger: Logger): WriteLine {
  return (level: LogLevel, line) => {
    if (typeof logger[level] === 'function') logger[level](line);
    else logger.warn(line);
  };
}

/** What a hook of the user returns is what counts, as the promise in it may fail. */
function both(own: Hooks, log: Hooks): Hooks {
  return {
    onRequest: (event) => [log.onRequest?.(event), own.onRequest?.(event)][1],
    onResponse: (event) => [log.onResponse?.(event), own.onResponse?.(event)][1],
    onRetry: (event) => [log.onRetry?.(event), own.onRetry?.(event)][1],
    onError: (event) => [log.onError?.(event), own.onError?.(event)][1],
  };
}
