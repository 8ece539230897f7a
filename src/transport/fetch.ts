import { AbortError, ConnectionError } from '../errors/network-errors.js';
import { RedirectError } from '../errors/redirect-error.js';
import { HttpHeaders } from '../http/headers.js';
import type { Handler, HttpRequest, HttpResponse } from '../http/message.js';
import { responseOf } from '../http/response-of.js';
import { loadedOnce } from '../loaded-once.js';

/** What `fetch` functions are called with. */
export interface FetchInit {
  readonly method: string;
  readonly headers: Record<string, string>;
  readonly redirect: 'manual';
  readonly body: string | Uint8Array<ArrayBuffer> | null;
  readonly signal: AbortSignal | null;
}

/** What the SDK reads of what they give. */
export interface FetchAnswer {
  readonly status: number;
  /** `opaqueredirect` where a browser hides that it was redirected, and where to. */
  readonly type?: string;
  readonly headers: { forEach(take: (value: string, name: string) => void): void };
  arrayBuffer(): Promise<ArrayBuffer>;
}

/** A function like `fetch`: the platform's, undici's, node-fetch's, or one that wraps them. */
export type FetchLike = Loosely['fetch'];

/** TypeScript compares parameters of methods loosely; each library has a type of its own for bodies and signals. */
interface Loosely {
  fetch(url: string, init: FetchInit): Promise<FetchAnswer>;
}

/**
 * A transport of a `fetch` function. Redirects are not followed; bodies are read whole.
 *
 * @param load - gives the function when the first request is sent
 * @returns a handler that sends requests as they are; a function that could not be got is asked for again
 * @see https://fetch.spec.whatwg.org/#fetch-method
 */
export function fetchTransport(load: () => FetchLike | Promise<FetchLike>): Handler {
  const loaded = loadedOnce(async () => load());
  return async (request) => {
    const fetch = await loaded();
    try {
      const answer = await fetch(request.url, init(request));
      const response = await complete(answer);
      if (answer.type === 'opaqueredirect')
        throw new RedirectError({ request, response }, 'an address that browsers hide');
      return response;
    } catch (cause) {
      if (cause instanceof RedirectError) throw cause;
      if (request.signal?.aborted) throw new AbortError(request, request.signal.reason);
      throw new ConnectionError(request, cause);
    }
  };
}

function init({ method, headers, body, signal }: HttpRequest): FetchInit {
  return {
    method,
    headers: { ...headers },
    redirect: 'manual',
    body: (body ?? null) as FetchInit['body'],
    signal: signal ?? null,
  };
}

async function complete(response: FetchAnswer): Promise<HttpResponse> {
  const content = new Uint8Array(await response.arrayBuffer());
  const pairs: [string, string][] = [];
  response.headers.forEach((value, name) => void pairs.push([name, value]));
  return responseOf(response.status, HttpHeaders.from(pairs), [content]);
}
