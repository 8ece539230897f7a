/** How much a line of a log matters, least first. */
export const logLevels = ['debug', 'info', 'warn', 'error'] as const;

/** One of `debug`, `info`, `warn`, `error`. */
export type LogLevel = (typeof logLevels)[number];

/**
 * Takes messages for people; `console`, and the loggers of pino and winston, are such ones. Lines of a level that it
 * has no method for go to `warn`.
 *
 * @example `const client = new okta.Client({ logger: console, logging: { enabled: true, logLevel: 'debug' } });`
 */
export interface Logger {
  warn(message: string): void;
  debug?(message: string): void;
  info?(message: string): void;
  error?(message: string): void;
}

/** Warns as the platform does: Node prints a warning once and can be told to trace or to silence it. */
export const platformLogger: Logger = {
  warn(message) {
    if (typeof process !== 'undefined' && typeof process.emitWarning === 'function') {
      process.emitWarning(message, { type: 'OktaWarning' });
    } else console.warn(message);
  },
};

/**
 * A logger for what goes wrong in calls: none fails because nobody can be told about it.
 *
 * @param logger - of the user, which may throw
 * @returns one that warns and does not
 */
export function unfailing(logger: Logger = platformLogger): Logger {
  return { warn: (message) => withoutFail(() => logger.warn(message)) };
}

/** @param work - what may fail unnoticed */
export function withoutFail(work: () => void): void {
  try {
    work();
  } catch {}
}
