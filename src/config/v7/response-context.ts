import { HttpHeaders } from '../../http/headers.js';
import type { HttpResponse } from '../../http/message.js';

/** The body of an answer as v7 and v8 had it. */
export interface ResponseBody {
  text(): Promise<string>;
  binary(): Promise<Uint8Array>;
}

/** An answer as middleware and HTTP libraries of v7 and v8 had it. */
export class ResponseContext {
  /**
   * @param httpStatusCode - of the answer
   * @param headers - names in lower case
   * @param body - read at most once
   */
  constructor(
    readonly httpStatusCode: number,
    readonly headers: Readonly<Record<string, string>>,
    readonly body: ResponseBody,
  ) {}

  /**
   * @param response - of the pipeline
   * @returns the same in the older form
   */
  static from({ status, headers, text, bytes }: HttpResponse): ResponseContext {
    return new ResponseContext(status, Object.fromEntries(headers), { text, binary: bytes });
  }
}

/**
 * @param context - an answer in the older form, of whatever class
 * @returns the same as the pipeline has it
 */
export function responseFrom({ httpStatusCode, headers, body }: ResponseContext): HttpResponse {
  return {
    status: httpStatusCode,
    headers: HttpHeaders.from(Object.entries(headers)),
    text: () => body.text(),
    bytes: async () => new Uint8Array(await body.binary()),
  };
}
