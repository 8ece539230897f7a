import type { Clock } from '../clock.js';
import type { Middleware } from '../http/message.js';
import { caching } from '../pipeline/cache/cache.js';
import { customCaching } from '../pipeline/cache/custom.js';
import { type Identify, identifyBy, identifyInTime } from '../pipeline/cache/identity.js';
import { MemoryStore } from '../pipeline/cache/memory-store.js';
import { type CacheStore, storeOfManager } from '../pipeline/cache/store.js';
import { timeLimit } from '../pipeline/time-limit.js';
import { unfailing } from '../platform/warn.js';
import type { Credential } from './credential.js';
import type { Settings } from './layers.js';
import { callLimit, limitsIn } from './limits.js';
import type { ConfigurationOptions } from './options.js';

/** What the cache of a client follows from. */
export interface CacheSettings {
  readonly settings: Settings;
  readonly options: ConfigurationOptions;
  readonly credential: Credential;
  readonly clock: Clock;
}

const STANDARD_TTL_S = 300;

/**
 * @param from - settings and objects of the user
 * @returns the step of the pipeline that answers from a cache, if callers can be told apart
 */
export function cacheOf({ settings, options, credential, clock }: CacheSettings): Middleware[] {
  const { cacheMiddleware } = options;
  const store = storeIn(options, clock);
  if (cacheMiddleware) return [customCaching(cacheMiddleware, store)];
  const identify = options.cache?.identity ?? identityOf(credential);
  if (identify === undefined) return [];
  const limits = limitsIn(settings);
  const limited = timeLimit<string | undefined>((request) => callLimit(request, limits), clock);
  return [
    caching({
      store,
      identify: identifyInTime(identify, limited),
      ttlMs: milliseconds(settings['cache.defaultTtl']?.value ?? STANDARD_TTL_S),
      ttiMs: milliseconds(settings['cache.defaultTti']?.value ?? 0),
      coalesce: options.cache?.coalesce === true,
      clock,
      logger: unfailing(options.logger),
    }),
  ];
}

function storeIn({ cacheStore, cacheManager }: ConfigurationOptions, clock: Clock): CacheStore {
  return cacheStore ?? (cacheManager ? storeOfManager(cacheManager) : new MemoryStore({ clock }));
}

/** A service app may do the same with each of its tokens. Of a middleware nobody knows on whose behalf it acts. */
function identityOf(credential: Credential): Identify | undefined {
  if (credential.mode === 'custom') return undefined;
  if (credential.mode !== 'PrivateKey') return identifyBy(credential.token);
  const { issuer = '', clientId, scopes } = credential;
  return identifyBy(JSON.stringify([issuer, clientId, [...scopes].sort()]));
}

function milliseconds(seconds: number): number | undefined {
  return seconds > 0 ? seconds * 1000 : undefined;
}
