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
    const answer = await answering(await wireRequest(input, init), signal);
    if (answer.breaks === 'before') throw new TypeError('fetch failed', { cause: connectionError() });
    const { status, headers } = answer;
    const lines = headers.map(([name, value]): [string, string] => [name, value]);
    return new Response(BODILESS.has(status) ? null : sentBody(answer), { status, headers: lines });
  };
}

function sentBody({ body, breaks, live }: WireAnswer): string | Uint8Array<ArrayBuffer> | ReadableStream | null {
  if (live) return liveBody(live);
  if (breaks === 'within') return brokenBody(body);
  // An empty text would get a content type.
  if (body.length === 0) return null;
  return typeof body === 'string' ? body : new Uint8Array(body);
}

function liveBody(live: NonNullable<WireAnswer['live']>): ReadableStream {
  let stop: (() => void) | undefined;
  return new ReadableStream({
    start(controller) {
      stop = live((piece) => controller.enqueue(new TextEncoder().encode(piece)));
    },
    cancel: () => stop?.(),
  });
}

function brokenBody(body: string | Uint8Array): ReadableStream {
  const bytes = Buffer.from(body);
  const pieces = [new Uint8Array(bytes.subarray(0, Math.floor(bytes.length / 2)))];
  return new ReadableStream({
    pull(controller) {
      const piece = pieces.pop();
      if (piece !== undefined && piece.length > 0) controller.enqueue(piece);
      else controller.error(new TypeError('terminated', { cause: connectionError() }));
    },
  });
}

/** As the transports of Node.js report it. */
function connectionError(): Error {
  return Object.assign(new Error('read ECONNRESET'), { code: 'ECONNRESET' });
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
