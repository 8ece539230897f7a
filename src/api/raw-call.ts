import type { Configuration } from '../config/configuration.js';
import type { OperationName } from '../http/message.js';
import { type ApiPromise, apiPromise } from './api-promise.js';
import { type Exchanged, exchange } from './exchange.js';
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
  return apiPromise<T>(send(configuration, raw));
}

async function send(configuration: Configuration, raw: RawRequest): Promise<Exchanged> {
  const { row, request } = await buildRawRequest(raw, configuration.baseUrl, OPERATION);
  return exchange(row, request, configuration);
}
