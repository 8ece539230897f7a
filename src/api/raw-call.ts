import type { Configuration } from '../config/configuration.js';
import type { OperationName } from '../http/message.js';
import { responseInfo } from '../response/response-info.js';
import { type ApiPromise, apiPromise, type WithResponse } from './api-promise.js';
import { exchange } from './exchange.js';
import { buildRawRequest, type RawRequest } from './raw-request.js';

const OPERATION: OperationName = { api: 'Client', method: 'request' };

/**
 * Sends a raw request.
 *
 * @param configuration - of the client
 * @param raw - the request
 * @returns a promise of the decoded answer: parsed JSON as it was sent, text, or bytes
 */
export function rawCall<T>(configuration: Configuration, raw: RawRequest): ApiPromise<T> {
  return apiPromise(send<T>(configuration, raw));
}

async function send<T>(configuration: Configuration, raw: RawRequest): Promise<WithResponse<T>> {
  const { row, request } = await buildRawRequest(raw, configuration.baseUrl, OPERATION);
  const { body, response } = await exchange(row, request, configuration);
  return { data: body as T, response: responseInfo(response) };
}
