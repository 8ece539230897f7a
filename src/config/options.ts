import type { PrivateJwk, RemoteKey } from '../auth/private-key/key-form.js';
import type { TokenStore } from '../auth/token-store.js';
import type { Clock } from '../clock.js';
import type { Handler, Middleware } from '../http/message.js';
import type { CacheMiddleware } from '../pipeline/cache/custom.js';
import type { Identify } from '../pipeline/cache/identity.js';
import type { CacheManager, CacheStore } from '../pipeline/cache/store.js';
import type { Executes } from '../pipeline/execute.js';
import type { Hooks } from '../pipeline/hooks/events.js';
import type { Governor } from '../pipeline/throttle/governor.js';
import type { Logger, LogLevel } from '../platform/warn.js';
import type { AgentSetting, TlsSettings } from '../transport/connections.js';
import type { FetchLike } from '../transport/fetch.js';
import type { HttpClient } from '../transport/http-client.js';
import type { RateLimitOptions } from './rate-limit-options.js';
import type { V7Options } from './v7/options.js';

/**
 * What `createConfiguration` and `new Client` take. Settings, but not functions and objects of your own, may also come
 * from the environment and from `okta.yaml`; see docs/configuration.md for all names, defaults and units.
 */
export interface ConfigurationOptions extends V7Options {
  /** URL of the org, e.g. `https://acme.okta.com`. Environment: `OKTA_CLIENT_ORGURL`. */
  readonly orgUrl?: string | undefined;
  /** API token; with `authorizationMode: 'Bearer'` an access token. Environment: `OKTA_CLIENT_TOKEN`. */
  readonly token?: string | (() => string | Promise<string>) | undefined;
  /**
   * How requests are authorized. Follows from what is given unless said: an API token (`SSWS`), an access token
   * (`Bearer`), or the private key of a service app (`PrivateKey`). A middleware does it in a way of its own.
   */
  readonly authorizationMode?: 'SSWS' | 'PrivateKey' | 'Bearer' | Middleware | undefined;
  /** Client ID of the service app. Environment: `OKTA_CLIENT_CLIENTID`. */
  readonly clientId?: string | undefined;
  /** OAuth scopes to ask for. Environment: `OKTA_CLIENT_SCOPES`, separated by spaces or commas. */
  readonly scopes?: readonly string[] | string | undefined;
  /**
   * Private key of the service app: RSA, EC or Ed25519, as JWK (object or JSON), PEM (PKCS#8, PKCS#1, SEC1), base64 of
   * one of these, a path to a file, a CryptoKey, a KeyObject, or an object that signs for keys in a KMS or an HSM.
   * Environment: `OKTA_CLIENT_PRIVATEKEY`.
   */
  readonly privateKey?: string | PrivateJwk | RemoteKey | object | undefined;
  /** `kid` of the key, if the key does not say it. Environment: `OKTA_CLIENT_KEYID`. */
  readonly keyId?: string | undefined;
  /** URL of the authorization server that gives the tokens; the org itself unless given. */
  readonly issuer?: string | undefined;
  /** Access token, or a function that gets one whenever a request is sent. */
  readonly accessToken?: string | (() => string | Promise<string>) | undefined;
  /** Whether access tokens are bound to a key of this process: `auto` (when the server demands it), always or never. */
  readonly dpop?: boolean | 'auto' | undefined;
  /** Shares access tokens between processes. */
  readonly tokenStore?: TokenStore | undefined;
  /** Longest time for one attempt, from connecting to the last byte, in seconds; 30 unless given, 0 for no limit. */
  readonly connectionTimeout?: number | undefined;
  /** Longest time for a call with all its attempts and waits, in seconds; 0, the default, for no limit. */
  readonly requestTimeout?: number | undefined;
  /**
   * How often requests are repeated, and, if more than `maxRetries` is given, how they are kept below the rate limits:
   * see {@link Governor}, of which one may be shared by several clients.
   */
  readonly rateLimit?: RateLimitOptions | Governor | undefined;
  /** Decides how, and how often, requests are sent; a {@link DefaultRequestExecutor} unless given. */
  readonly requestExecutor?: Executes | undefined;
  /** How answers are cached; on unless switched off. See docs/caching.md. */
  readonly cache?:
    | {
        /** `false` switches it off. Environment: `OKTA_CLIENT_CACHE_ENABLED`. */
        readonly enabled?: boolean | undefined;
        /** Seconds that an answer is good for; 300 unless given, 0 for any time. */
        readonly defaultTtl?: number | undefined;
        /** Seconds after its last use that an answer is good for; 0, the default, for any time. */
        readonly defaultTti?: number | undefined;
        /** Whether GETs of the same that run at the same time share one request; not unless given. */
        readonly coalesce?: boolean | undefined;
        /** Tells callers apart whose credentials a middleware of yours adds; without it nothing of theirs is cached. */
        readonly identity?: Identify | undefined;
      }
    | undefined;
  /** Where answers are kept; a {@link MemoryStore} of this client alone unless given. */
  readonly cacheStore?: CacheStore | undefined;
  /** The same with the methods `add`, `get`, `contains` and `delete`. */
  readonly cacheManager?: CacheManager | undefined;
  /** Caches in place of the SDK; `null` switches caching off. */
  readonly cacheMiddleware?: CacheMiddleware | null | undefined;
  /** Added to the `User-Agent` header, e.g. `my-service/1.2`. */
  readonly userAgent?: string | undefined;
  /** Replaces the HTTP library. */
  readonly transport?: Handler | undefined;
  /** Sends requests in place of the HTTP library: a function like `fetch`. Redirects and bodies stay with the SDK. */
  readonly fetch?: FetchLike | undefined;
  /** The same as an object with the method `sendRequest`, as Okta's SDK for Python has it. */
  readonly httpClient?: HttpClient | undefined;
  /** A dispatcher of undici, for the `fetch` of Node, or for yours. Use the `fetch` of the same version of undici. */
  readonly dispatcher?: object | undefined;
  /** Makes connections: an agent of `node:http` or `node:https`, or a function that gives the agent for a URL. */
  readonly agent?: AgentSetting | undefined;
  /** Certificate authorities to trust, and a client certificate for mutual TLS. */
  readonly tls?: TlsSettings | undefined;
  /** Proxy for all requests, those for tokens as well. Unless given, `HTTPS_PROXY` and `NO_PROXY` are heeded. */
  readonly proxy?:
    | {
        /** Host, or `http://host`, `https://host`. Environment: `OKTA_CLIENT_PROXY_HOST`. */
        readonly host?: string | undefined;
        /** 80 unless given, or 443 for a proxy that is reached by https. */
        readonly port?: number | undefined;
        readonly username?: string | undefined;
        readonly password?: string | undefined;
      }
    | undefined;
  /** The same as a URL, e.g. `http://user:password@proxy.example.com:3128`; `proxy` wins. */
  readonly httpsProxy?: string | undefined;
  /** Most connections to a host, 50 unless given, 0 for any number; what is beyond waits its turn. */
  readonly maxSockets?: number | undefined;
  readonly testing?:
    | {
        /** Allows plain http to hosts other than this machine. */
        readonly disableHttpsCheck?: boolean | undefined;
      }
    | undefined;
  /** Told about every attempt of every call. See docs/hooks.md. */
  readonly hooks?: Hooks | undefined;
  /** Writes a line about every request and answer, without secrets, to `logger`, else to stderr. See docs/hooks.md. */
  readonly logging?:
    | {
        /** Not unless given. Environment: `OKTA_CLIENT_LOGGING_ENABLED`. */
        readonly enabled?: boolean | undefined;
        /** What is logged at least; `info` unless given. Environment: `OKTA_CLIENT_LOGGING_LOG_LEVEL`. */
        readonly logLevel?: LogLevel | Uppercase<LogLevel> | undefined;
      }
    | undefined;
  /** Accepted from files and programs made for Okta's SDK for Python. Calls throw in any case; see {@link settle}. */
  readonly raiseException?: boolean | undefined;
  /** Takes warnings, e.g. about settings that nothing is known about; `process.emitWarning` unless given. */
  readonly logger?: Logger | undefined;
  /** Time and chance, for tests. */
  readonly clock?: Clock | undefined;
  /** Environment variables to read instead of the process's own. */
  readonly environment?: Readonly<Record<string, string | undefined>> | undefined;
  /** Files of settings to read instead of `~/.okta/okta.yaml` and `./okta.yaml`, weakest first. */
  readonly yamlFiles?: readonly string[] | undefined;
}
