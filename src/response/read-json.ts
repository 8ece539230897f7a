import { type Exchange, HttpError } from '../errors/response-error.js';

/**
 * Parses a JSON body.
 *
 * @param text - the body
 * @param exchange - named in the error
 * @returns the value; `undefined` for an empty body
 * @throws {@link HttpError} if the text is not JSON
 */
export function readJson(text: string, exchange: Exchange): unknown {
  if (text === '') return undefined;
  try {
    return JSON.parse(text);
  } catch (cause) {
    const type = exchange.response.headers.get('content-type') ?? 'no media type';
    throw new HttpError(exchange, { reason: `answer is not JSON (${type})`, body: text, cause });
  }
}
