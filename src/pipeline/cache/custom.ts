import { OktaError } from '../../errors/okta-error.js';
import { HttpHeaders } from '../../http/headers.js';
import type { HttpMethod, HttpRequest, HttpResponse, Middleware } from '../../http/message.js';
import type { CacheStore } from './store.js';

/** What a cache middleware of one's own gets. */
export interface CacheContext {
  readonly req: {
    /** Absolute URL. */
    readonly uri: string;
    /** The same. */
    readonly url: string;
    readonly method: HttpMethod;
    readonly body: string | Uint8Array | undefined;
  };
  /** The answer, once `next` has ended. If it is set before, nothing is sent. */
  res?: CacheAnswer | undefined;
  /** Whether the answer is expected to be a list. */
  readonly isCollection: boolean;
  /** URLs of the resources that the request is about, the innermost first. */
  readonly resources: readonly string[];
  readonly cacheStore: CacheStore;
}

/** An answer as `fetch` gives it; `status` and `text` are enough. */
export interface CacheAnswer {
  readonly status: number;
  readonly ok?: boolean;
  readonly headers?: { get(name: string): string | null };
  text(): Promise<string> | string;
  json?(): Promise<unknown>;
}

/**
 * Decides what is answered from a cache, and what is kept in it.
 *
 * @param context - the request, and later the answer
 * @param next - sends the request, unless `context.res` is set, and sets `context.res`
 * @example
 * ```ts
 * const cacheMiddleware: okta.CacheMiddleware = async (ctx, next) => {
 *   const text = ctx.req.method === 'GET' ? await ctx.cacheStore.get(ctx.req.uri) : undefined;
 *   if (text) ctx.res = { status: 200, text: () => text };
 *   await next();
 *   if (!text && ctx.res?.status === 200) await ctx.cacheStore.set(ctx.req.uri, await ctx.res.text());
 * };
 * ```
 */
export type CacheMiddleware = (context: CacheContext, next: () => Promise<void>) => unknown;

/**
 * @param middleware - of the user
 * @param store - handed to it
 * @returns the same as a step of the pipeline
 */
export function customCaching(middleware: CacheMiddleware, store: CacheStore): Middleware {
  return async (request, next) => {
    if (request.method === 'GET' && request.call?.cache === false) return next(request);
    const context = contextOf(request, store);
    await middleware(context, async () => {
      context.res ??= readable(await next(request));
    });
    if (context.res === undefined) {
      throw new OktaError('OKTA_CACHE', 'The cache middleware neither waited for `next()` nor set `ctx.res`');
    }
    return answerFrom(context.res);
  };
}

function contextOf(request: HttpRequest, cacheStore: CacheStore): CacheContext {
  const { url, method, body, isCollection = false } = request;
  const req = { uri: url, url, method, body };
  return { req, res: undefined, isCollection, resources: resourcesOf(request), cacheStore };
}

/** Each placeholder of the path ends the URL of a resource. */
function resourcesOf({ url, template }: HttpRequest): string[] {
  const { origin, pathname } = new URL(url);
  const parts = pathname.split('/');
  const places = template?.split('/').map((part) => part.startsWith('{')) ?? parts.map(() => true);
  const ends = places.flatMap((isPlace, index) => (isPlace && index > 0 ? [index + 1] : []));
  return ends.reverse().map((end) => origin + parts.slice(0, end).join('/'));
}

/** The middleware may read the body, and so may the caller after it. */
function readable(response: HttpResponse): CacheAnswer & HttpResponse {
  let read: Promise<string> | undefined;
  const text = () => {
    read ??= response.text();
    return read;
  };
  const ok = response.status >= 200 && response.status < 300;
  const bytes = async () => (read === undefined ? response.bytes() : new TextEncoder().encode(await read));
  return { ...response, ok, text, bytes, json: async () => JSON.parse(await text()) };
}

function answerFrom(answer: CacheAnswer & { bytes?: HttpResponse['bytes'] }): HttpResponse {
  const { status, headers = new Map<string, string>() } = answer;
  const pairs = Symbol.iterator in headers ? (headers as Iterable<[string, string]>) : [];
  const text = async () => answer.text();
  return {
    status,
    headers: headers instanceof HttpHeaders ? headers : HttpHeaders.from(pairs),
    text,
    bytes: answer.bytes ?? (async () => new TextEncoder().encode(await text())),
  };
}
