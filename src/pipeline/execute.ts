import type { Middleware } from '../http/message.js';
import { type ExecutorRequest, type ExecutorResponse, plainResponse, withRest } from './executor/exchange.js';

/** What an executor must be able to do. */
export interface Executes {
  fetch(request: ExecutorRequest): Promise<ExecutorResponse>;
}

/**
 * Lets an executor decide how, and how often, requests are sent.
 *
 * @param executor - one of the SDK's, or of the user's
 * @returns the middleware
 */
export function executeBy(executor: Executes): Middleware {
  return async (request, next) => plainResponse(await executor.fetch(withRest(request, next)));
}
