import { AbortError, ConnectionError } from '../errors/network-errors.js';
import { HttpHeaders } from '../http/headers.js';
import type { Handler, HttpRequest, HttpResponse } from '../http/message.js';

type Fetch = typeof import('cross-fetch').fetch;
type FetchResponse = Awaited<ReturnType<Fetch>>;

/**
 * The portable transport: `fetch` of the platform, or of cross-fetch where there is none.
 *
 * Redirects are not followed: a redirect would carry the credentials along.
 *
 * @returns a handler that sends requests as they are
 */
export function crossFetchTransport(): Handler {
  return async (request) => {
    const { fetch } = await import('cross-fetch');
    try {
      return wrap(request, await fetch(request.url, init(request)));
    } catch (cause) {
      throw networkError(request, cause);
    }
  };
}

function init({ method, headers, body, signal }: HttpRequest): RequestInit {
  return {
    method,
    headers: { ...headers },
    redirect: 'manual',
    body: (body ?? null) as BodyInit | null,
    signal: signal ?? null,
  };
}

function wrap(request: HttpRequest, response: FetchResponse): HttpResponse {
  const read = async <T>(body: Promise<T>) => {
    try {
      return await body;
    } catch (cause) {
      throw networkError(request, cause);
    }
  };
  return {
    status: response.status,
    headers: HttpHeaders.from(response.headers),
    text: () => read(response.text()),
    bytes: () => read(response.arrayBuffer().then((buffer) => new Uint8Array(buffer))),
  };
}

function networkError(request: HttpRequest, cause: unknown): Error {
  return request.signal?.aborted ? new AbortError(request, request.signal.reason) : new ConnectionError(request, cause);
}
