import { ResponseError } from '../errors/response-error.js';
import { rateLimitIn } from '../http/rate-limit.js';
import { Collection } from '../response/collection.js';
import type { ResponseInfo } from '../response/response-info.js';
import { SettledPages } from './settled-pages.js';

/** Value, answer, failure: `error` tells whether there is a value. */
export type Settled<T, R = ResponseInfo> =
  | readonly [data: T, response: R, error: undefined]
  | readonly [data: undefined, response: ResponseInfo | undefined, error: Error];

/** What tells about its answer. */
interface Answering<T> {
  withResponse(): Promise<{ readonly data: T; readonly response: ResponseInfo }>;
}

/** What settling a call, a list or any other promise gives. */
export type SettledOf<C> =
  C extends Collection<infer T>
    ? Settled<readonly T[], SettledPages<T>>
    : C extends Answering<infer D>
      ? [D] extends [Collection<infer T>]
        ? Settled<readonly T[], SettledPages<T>>
        : Settled<D>
      : Settled<Awaited<C>, undefined>;

/**
 * Waits for a call without throwing.
 *
 * @param call - what a method of an Api returned; of a list, the first page is asked for
 * @returns value, answer and error. There is a value or an error. The answer is there if one came, be it with an error;
 * that of a list has `hasNext()` and `next()` for the pages after it
 * @example
 * ```ts
 * const [user, response, error] = await okta.settle(client.userApi.getUser({ userId }));
 * if (error) console.error(error.message, response?.requestId);
 * else console.log(user.id);
 * ```
 * @example
 * ```ts
 * const [users, response, error] = await okta.settle(client.userApi.listUsers({ limit: 200 }));
 * if (error) throw error;
 * store(users);
 * while (response.hasNext()) {
 *   const [more, failure] = await response.next();
 *   if (failure) break;
 *   store(more);
 * }
 * ```
 * @see https://github.com/okta/okta-sdk-python#pagination for the same in Python
 */
export async function settle<C extends PromiseLike<unknown> | Collection<unknown>>(call: C): Promise<SettledOf<C>> {
  return (await outcomeOf(call)) as SettledOf<C>;
}

async function outcomeOf(call: unknown): Promise<Settled<unknown, unknown>> {
  try {
    const { data, response } = await answerOf(call);
    if (!(data instanceof Collection)) return [data, response, undefined];
    const pages = new SettledPages(data);
    return [await pages.begin(), pages, undefined];
  } catch (error) {
    return [undefined, responseOf(error), errorOf(error)];
  }
}

/** A collection asks for its first page itself. */
async function answerOf(call: unknown): Promise<{ data: unknown; response?: ResponseInfo }> {
  if (call instanceof Collection) return { data: call };
  return hasResponse(call) ? call.withResponse() : { data: await call };
}

function hasResponse(call: unknown): call is Answering<unknown> {
  return typeof call === 'object' && call !== null && 'withResponse' in call && typeof call.withResponse === 'function';
}

function errorOf(error: unknown): Error {
  return error instanceof Error
    ? error
    : new Error('The call failed with something that is no error', { cause: error });
}

function responseOf(error: unknown): ResponseInfo | undefined {
  if (!(error instanceof ResponseError)) return undefined;
  const { status, headers, requestId } = error;
  return { status, headers, requestId, rateLimit: rateLimitIn(headers) };
}
