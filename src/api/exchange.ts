import type { Configuration } from '../config/configuration.js';
import type { HttpRequest, HttpResponse } from '../http/message.js';
import type { Row } from '../request/row.js';
import { decode } from '../response/decode.js';

/** A request, its answer, and the value read from it. */
export interface Exchanged {
  readonly request: HttpRequest;
  readonly response: HttpResponse;
  readonly body: unknown;
}

/**
 * Sends one request through the whole pipeline and reads the answer.
 *
 * @param row - the operation, for decoding
 * @param request - without credentials
 * @param configuration - owner of the pipeline
 * @returns the exchange
 */
export async function exchange(row: Row, request: HttpRequest, configuration: Configuration): Promise<Exchanged> {
  const response = await configuration.send(request);
  return { request, response, body: await decode(row, request, response) };
}
