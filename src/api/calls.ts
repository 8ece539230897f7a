import type { Configuration } from '../config/configuration.js';
import { buildRequest, type Call } from '../request/build-request.js';
import { Collection } from '../response/collection.js';
import { responseInfo } from '../response/response-info.js';
import { type Exchanged, exchange } from './exchange.js';
import { type ListPromise, listPromise } from './list-promise.js';
import { Pages } from './pages.js';

/**
 * Sends one request.
 *
 * @param call - operation, request object, options
 * @param configuration - owner of the pipeline
 * @returns the answer, decoded
 */
export async function sendCall(call: Call, configuration: Configuration): Promise<Exchanged> {
  const request = await buildRequest(call, configuration.baseUrl);
  // Not handed on as a promise, which would take two turns more.
  return await exchange(call.row, request, configuration);
}

/**
 * Prepares a list. A GET is sent when its first page is needed; any other verb changes something, so it is sent now,
 * and once.
 *
 * @param call - operation, request object, options, which are valid for all pages
 * @param configuration - owner of the pipeline
 * @returns the list
 */
export function listOf<A, T>(call: Call, configuration: Configuration): ListPromise<A, T> {
  const pages = new Pages<T>(call, configuration);
  const sent = call.row.call.startsWith('GET ') ? undefined : pages.sendOnce();
  const collection = () => new Collection(pages.source);
  const start = async (): Promise<unknown> => {
    if (typeof call.row.answer === 'object') return (await pages.first()).body;
    await (sent ?? pages.prepare());
    return collection();
  };
  const first = async () => {
    const { body, response } = await pages.keepFirst();
    const data = typeof call.row.answer === 'object' ? body : collection();
    return { data: data as A, response: responseInfo(response) };
  };
  const iterate = () => collection()[Symbol.asyncIterator]();
  return listPromise({ start: start as () => Promise<A>, first, iterate });
}
