import { AbortError, ConnectionError } from '../errors/network-errors.js';
import { HttpHeaders } from '../http/headers.js';
import type { Handler, HttpRequest, HttpResponse } from '../http/message.js';
import { nodeAgents } from './node-agents.js';

type Fetch = typeof import('cross-fetch').fetch;
type FetchResponse = Awaited<ReturnType<Fetch>>;

/**
 * The portable transport: `fetch` of the platform, and node-fetch on Node, both through cross-fetch.
 *
 * Redirects are not followed: a redirect would carry the credentials along.
 *
 * @returns a handler that sends requests as they are
 * @see https://github.com/lquixada/cross-fetch
 */
export function crossFetchTransport(): Handler {
  let loaded: Promise<Fetch> | undefined;
  return async (request) => {
    loaded ??= loadFetch();
    const fetch = await loaded;
    try {
      return wrap(request, await fetch(request.url, init(request)));
    } catch (cause) {
      throw networkError(request, cause);
    }
  };
}

/** Loaded with the first request, which keeps importing the SDK quick. */
async function loadFetch(): Promise<Fetch> {
  const { fetch } = await import('cross-fetch');
  if (typeof process === 'undefined' || !process.versions?.node) return fetch;
  const agent = await nodeAgents();
  return (input, options) => fetch(input, { ...options, agent } as RequestInit);
}

function init({ method, headers, body, signal }: HttpRequest): RequestInit {
  const content = (body ?? null) as BodyInit | null;
  return { method, headers: { ...headers }, redirect: 'manual', body: content, signal: signal ?? null };
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
