import type { Handler, HttpRequest, Middleware } from '../http/message.js';
import { compose } from './compose.js';
import { type ExecutorRequest, type ExecutorResponse, plainResponse, withRest } from './executor/exchange.js';
import { repeat } from './executor/repeat.js';
import { RequestExecutor } from './executor/request-executor.js';

/** What an executor must be able to do. */
export interface Executes {
  fetch(request: ExecutorRequest): Promise<ExecutorResponse>;
}

/**
 * Lets an executor decide how, and how often, requests are sent.
 *
 * @param executor - one of the SDK's, or of the user's
 * @param credentials - steps that add what the service asks for: an executor that is none of the SDK's may send what it
 * gets by itself. Those of the SDK never see it.
 * @returns the middleware
 */
export function executeBy(executor: Executes, credentials: readonly Middleware[]): Middleware {
  const execute = async (request: HttpRequest, send: Handler) =>
    plainResponse(await executor.fetch(withRest(request, { send, repeat })));
  if (executor instanceof RequestExecutor) return execute;
  return (request, next) => compose(credentials, (complete) => execute(complete, next))(request);
}
