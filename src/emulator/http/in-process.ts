import type { WireAnswer, WireRequest } from './wire.js';

/** Answers a request, after the latency that was asked for. */
export type Answering = (request: WireRequest, signal?: AbortSignal) => Promise<WireAnswer>;

/** The function that the Fetch standard defines. */
export type Fetch = typeof globalThis.fetch;

/** Statuses whose answers have no body. Source: https://fetch.spec.whatwg.org/#null-body-status */
const BODILESS = new Set([204, 205, 304]);
const TEXT_TYPE = 'text/plain;charset=UTF-8';

/**
 * Makes a `fetch` that needs no socket.
 *
 * @param answering - what answers
 * @returns a function that behaves as `fetch`; the host of the address makes no difference
 * @see https://fetch.spec.whatwg.org/#fetch-method
 */
export function inProcessFetch(answering: Answering): Fetch {
  return async (input, init) => {
    const signal = init?.signal ?? (input instanceof Request ? input.signal : undefined);
    signal?.throwIfAborted();
    const { status, headers, body } = await answering(await wireRequest(input, init), signal);
    const lines = headers.map(([name, value]): [string, string] => [name, value]);
    return new Response(BODILESS.has(status) ? null : body, { status, headers: lines });
  };
}

type FetchInput = Parameters<Fetch>[0];

/** A `Request` is made only where it is needed to read the body: it takes longer than all the rest. */
async function wireRequest(input: FetchInput, init: RequestInit = {}): Promise<WireRequest> {
  const { body } = init;
  const plain = body === undefined || body === null || typeof body === 'string';
  if (input instanceof Request || !plain) return readRequest(new Request(input, init));
  const headers = new Headers(init.headers);
  if (typeof body === 'string' && !headers.has('content-type')) headers.set('content-type', TEXT_TYPE);
  const method = (init.method ?? 'GET').toUpperCase();
  return { method, ...partsOf(String(input)), headers: Object.fromEntries(headers), body: body ?? undefined };
}

async function readRequest(request: Request): Promise<WireRequest> {
  return {
    method: request.method,
    ...partsOf(request.url),
    headers: Object.fromEntries(request.headers),
    body: new Uint8Array(await request.arrayBuffer()),
  };
}

function partsOf(url: string): Pick<WireRequest, 'origin' | 'target'> {
  const { origin, pathname, search } = new URL(url);
  return { origin, target: pathname + search };
}
