import type { HttpRequest } from '../http/message.js';
import type { TimeLimit } from '../pipeline/time-limit.js';
import type { Settings } from './layers.js';

/** How often and how long. */
export interface Limits {
  /** Attempts after the first. */
  readonly maxRetries: number;
  /** Milliseconds for a call, `undefined` for no limit. */
  readonly budgetMs: number | undefined;
  /** For one attempt. */
  readonly attempt: TimeLimit;
}

const STANDARD_RETRIES = 2;
const STANDARD_ATTEMPT_S = 30;

/**
 * @param settings - merged from all sources, timeouts in seconds
 * @returns the limits in force
 */
export function limitsIn(settings: Settings): Limits {
  return {
    maxRetries: settings['rateLimit.maxRetries']?.value ?? STANDARD_RETRIES,
    budgetMs: milliseconds(settings.requestTimeout?.value ?? 0),
    attempt: { ms: milliseconds(settings.connectionTimeout?.value ?? STANDARD_ATTEMPT_S), of: 'attempt' },
  };
}

/**
 * @param request - what the caller said wins over the settings
 * @param limits - in force
 * @returns how long the call may take
 */
export function callLimit({ call }: HttpRequest, { budgetMs }: Limits): TimeLimit {
  const ms = call?.timeoutMs === undefined ? budgetMs : aboveZero(call.timeoutMs);
  return { ms, of: 'call' };
}

function milliseconds(seconds: number): number | undefined {
  return aboveZero(seconds * 1000);
}

function aboveZero(ms: number): number | undefined {
  return ms > 0 ? ms : undefined;
}
