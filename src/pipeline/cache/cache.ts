import type { Clock } from '../../clock.js';
import type { Handler, HttpRequest, HttpResponse, Middleware } from '../../http/message.js';
import { withHeaders } from '../../http/with-headers.js';
import type { Logger } from '../../platform/warn.js';
import { cacheKey } from './cache-key.js';
import { keepableText, placesIn } from './content.js';
import { answerOf, type Entry, keptHeaders, textAnswer } from './entry.js';
import { EntryStore } from './entry-store.js';
import { Flights } from './flights.js';
import type { Identify } from './identity.js';
import { type Marked, Marks } from './marks.js';
import { MemoryStore } from './memory-store.js';
import { changedBy, marksOf, type Place, placeOf } from './place.js';
import { SafeStore } from './safe-store.js';
import type { CacheStore, Eventually } from './store.js';

/** What a cache is made of. */
export interface CacheParts {
  readonly store: CacheStore;
  readonly identify: Identify;
  /** Milliseconds that an answer is good for, `undefined` for any time. */
  readonly ttlMs: number | undefined;
  /** Milliseconds after the last use, `undefined` for any time. */
  readonly ttiMs: number | undefined;
  /** Whether concurrent identical GETs share one request. */
  readonly coalesce: boolean;
  readonly clock: Clock;
  readonly logger: Logger;
}

/** Verbs that change nothing. Source: RFC 9110, section 9.2.1 */
const SAFE: ReadonlySet<string> = new Set(['HEAD', 'OPTIONS']);

/**
 * Answers GETs of single resources from a store, and forgets a resource when something is sent to it, to something
 * below it or above it.
 *
 * @param parts - store and rules
 * @returns the middleware
 */
export function caching(parts: CacheParts): Middleware {
  const cache = new Cache(parts);
  return (request, next) => {
    if (request.method === 'GET') return cache.read(request, next);
    return SAFE.has(request.method) ? next(request) : cache.write(request, next);
  };
}

/** A GET that the store has no good answer to. */
interface Miss {
  readonly key: string;
  readonly next: Handler;
  readonly place: Place;
  /** Marks before the request was sent. */
  readonly before: Marked;
  /** What is kept but too old; the service may say that it is still right. */
  readonly old: Entry | undefined;
}

class Cache {
  readonly #parts: CacheParts;
  readonly #entries: EntryStore;
  readonly #marks: Marks;
  readonly #flights: Flights | undefined;
  #distrustedUntil = 0;

  constructor(parts: CacheParts) {
    const store = new SafeStore(parts);
    this.#parts = parts;
    this.#entries = new EntryStore(store, parts);
    this.#marks = new Marks(store, parts.store instanceof MemoryStore ? undefined : parts.ttlMs);
    this.#flights = parts.coalesce ? new Flights() : undefined;
  }

  async read(request: HttpRequest, next: Handler): Promise<HttpResponse> {
    const naming = this.#keyOf(request);
    const key = typeof naming === 'object' ? await naming : naming;
    if (key === undefined) return next(request);
    if (request.isCollection || this.#parts.clock.now() < this.#distrustedUntil) return this.#share(key, request, next);
    const finding = this.#entries.get(key);
    const found = finding !== undefined && 'then' in finding ? await finding : finding;
    const holding = found !== undefined && this.#marks.hold(found.marks);
    const old = (typeof holding === 'boolean' ? holding : await holding) ? found : undefined;
    if (old === undefined) return this.#miss({ key, next, old }, request);
    const expiring = this.#entries.isExpired(key, old);
    const isOver = typeof expiring === 'boolean' ? expiring : await expiring;
    return isOver ? this.#miss({ key, next, old }, request) : answerOf(old);
  }

  async write(request: HttpRequest, next: Handler): Promise<HttpResponse> {
    // Before, for the case that this process ends on the way; after, for those who read on the way.
    await this.#invalidate(request);
    try {
      return await next(request);
    } finally {
      await this.#invalidate(request);
    }
  }

  #keyOf(request: HttpRequest): Eventually<string | undefined> {
    if (request.call?.cache === false || request.signal?.aborted) return undefined;
    const identity = this.#parts.identify(request);
    if (identity === undefined) return undefined;
    if (typeof identity === 'string') return cacheKey(request, identity);
    return identity.then((later) => (later === undefined ? undefined : cacheKey(request, later)));
  }

  async #miss(found: Pick<Miss, 'key' | 'next' | 'old'>, request: HttpRequest): Promise<HttpResponse> {
    const place = placeOf(request.url);
    if (place === undefined) return found.next(request);
    const own = [marksOf.member(place), marksOf.standing(place), ...marksOf.guards(place)];
    const before = await this.#marks.take(own);
    const miss = { ...found, place, before };
    const since = `${found.key}#${Object.values(before)}`;
    return this.#share(since, request, (shared) => this.#fetch(miss, shared));
  }

  /** Callers who want other times or retries do not share a request. */
  #share(key: string, request: HttpRequest, send: Handler): Promise<HttpResponse> {
    if (this.#flights === undefined) return send(request);
    return this.#flights.share(`${key}#${JSON.stringify(request.call ?? {})}`, request, send);
  }

  async #fetch(miss: Miss, request: HttpRequest): Promise<HttpResponse> {
    const { old } = miss;
    const etag = old?.headers.get('etag') ?? null;
    const asked = etag === null ? request : withHeaders(request, { 'If-None-Match': etag });
    const response = await miss.next(asked);
    if (old !== undefined && etag !== null && response.status === 304) {
      const renewed = { text: old.text, headers: keptHeaders(old.headers, response.headers) };
      await this.#keep(miss, request, renewed);
      return answerOf(renewed);
    }
    const text = await keepableText(response);
    if (text === undefined) return response;
    await this.#keep(miss, request, { text, headers: keptHeaders(response.headers) });
    return textAnswer(response, text);
  }

  async #keep(miss: Miss, { url }: HttpRequest, content: Pick<Entry, 'text' | 'headers'>): Promise<void> {
    const { place, before } = miss;
    const others = placesIn(content.text, url)?.filter(({ collection, member }) => {
      return collection !== place.collection || member !== place.member;
    });
    // Nobody watched what happened in another collection while the request was under way.
    if (others === undefined || others.some(({ collection }) => collection !== place.collection)) return;
    const own = pick(before, [marksOf.member(place), marksOf.standing(place)]);
    const more = await this.#marks.take(others.map(marksOf.member));
    const watched = { ...own, ...pick(before, others.map(marksOf.guard)) };
    if (!(await this.#marks.hold(watched)) || this.#parts.clock.now() < this.#distrustedUntil) return;
    await this.#entries.set(miss.key, { ...content, marks: { ...own, ...more } });
  }

  async #invalidate({ method, url }: HttpRequest): Promise<void> {
    this.#flights?.forget();
    const place = placeOf(url);
    if (place === undefined) return;
    const { guards, marks } = changedBy(method, place);
    const isGuarded = await this.#marks.replace(guards);
    const isMarked = await this.#marks.replace(marks);
    if (!isGuarded || !isMarked) this.#distrust();
  }

  /** The store did not learn of a change, so what it has may be wrong until it has expired. */
  #distrust(): void {
    const { clock, ttlMs = Number.POSITIVE_INFINITY } = this.#parts;
    this.#distrustedUntil = clock.now() + ttlMs;
  }
}

function pick(marked: Marked, names: readonly string[]): Marked {
  return Object.fromEntries(names.map((name) => [name, marked[name] ?? '']));
}
