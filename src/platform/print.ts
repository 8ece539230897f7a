import type { LogLevel } from './warn.js';

/**
 * Writes a line where it does not mix with what a program puts out: to stderr, or to the console where there is none.
 *
 * @param level - for consoles that show levels
 * @param line - without a line break at its end
 */
export function print(level: LogLevel, line: string): void {
  if (typeof process !== 'undefined' && typeof process.stderr?.write === 'function') process.stderr.write(`${line}\n`);
  else console[level](line);
}
