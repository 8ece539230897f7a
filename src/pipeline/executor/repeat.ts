import { retrying } from '../retry/retry.js';
import { timeLimit } from '../time-limit.js';
import type { Rest } from './exchange.js';

/**
 * Sends a request, and again if that fails in a way that passes, within a limit of time for all of it.
 *
 * @param request - as an executor got it
 * @param repetition - how it is sent, and how often
 * @returns the last answer; rejects with the last error, or {@link TimeoutError}
 */
export const repeat: Rest['repeat'] = (request, { send, rules, limit, listener }) =>
  timeLimit(() => limit, rules.clock)(request, retrying(send, rules, listener));
