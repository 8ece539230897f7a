/** Takes messages for people; `console` is one. */
export interface Logger {
  warn(message: string): void;
}

/** Warns as the platform does: Node prints a warning once and can be told to trace or to silence it. */
export const platformLogger: Logger = {
  warn(message) {
    if (typeof process !== 'undefined' && typeof process.emitWarning === 'function') {
      process.emitWarning(message, { type: 'OktaWarning' });
    } else console.warn(message);
  },
};
