/** Everything that `@okta/okta-sdk-nodejs` exports. */
export type * from '../generated/management/models/index.js';
export type { FlatMethods, LiveMethods } from '../generated/management/v4/v4-types.js';
export type { ApiPromise, ResponseInfo, WithResponse } from './api/api-promise.js';
export type { ListPromise } from './api/list-promise.js';
export type { FetchResponse, HttpInit, OrgHttp } from './api/org-http.js';
export type { PaginateOptions } from './api/raw-list.js';
export type { RawRequest } from './api/raw-request.js';
export type { UnknownTag } from './api/unknown-tag.js';
export type { PrivateJwk, RemoteKey } from './auth/private-key/key-form.js';
export type { StoredToken, TokenStore } from './auth/token-store.js';
export {
  type AccessTokenClaims,
  type AccessTokenRules,
  type VerifyAccessToken,
  verifyAccessToken,
} from './auth/verify-access-token.js';
export { type BulkOptions, bulk } from './bulk/bulk.js';
export type { BulkRun } from './bulk/bulk-run.js';
export type { BulkResult, BulkSource, BulkWork } from './bulk/work.js';
export type { Clock } from './clock.js';
export { Client } from './compat/v4/client.js';
export type { Live, Query, Sent, Wire } from './compat/v4/live-types.js';
export type { ConfigurationOptions } from './config/options.js';
export type { RateLimitOptions } from './config/rate-limit-options.js';
export type { HttpLibrary, PrePostMiddleware, SecurityAuthentication } from './config/v7/options.js';
export { RequestContext } from './config/v7/request-context.js';
export { ResponseContext } from './config/v7/response-context.js';
export * from './core.js';
export { AccessTokenError } from './errors/access-token-error.js';
export { ConfigError, type ConfigFault } from './errors/config-error.js';
export { AbortError, ConnectionError, TimeoutError } from './errors/network-errors.js';
export { OAuthError, type OAuthErrorBody } from './errors/oauth-error.js';
export { OktaApiError, type OktaErrorBody, type OktaErrorCause } from './errors/okta-api-error.js';
export { OktaError } from './errors/okta-error.js';
export { ParameterError, RequiredError } from './errors/parameter-error.js';
export { ProxyError } from './errors/proxy-error.js';
export { RedirectError } from './errors/redirect-error.js';
export { HttpError, ResponseError } from './errors/response-error.js';
export {
  type ExpressionScalar,
  type ExpressionTag,
  type ExpressionValue,
  filterExpression,
  searchExpression,
} from './expression/expression.js';
export type { BlobLike, FileContent, HttpFile, Upload } from './http/file.js';
export { HttpHeaders } from './http/headers.js';
export type {
  CallSettings,
  Handler,
  HttpMethod as HttpVerb,
  HttpRequest,
  HttpResponse,
  Middleware,
  OperationName,
} from './http/message.js';
export type { RateLimit } from './http/rate-limit.js';
export type { Checkpoint } from './log-stream/checkpoint.js';
export type { LogStreamOptions } from './log-stream/options.js';
export { streamSystemLog } from './log-stream/stream-system-log.js';
export type { SystemLog } from './log-stream/system-log.js';
export { type ModifyOptions, modify } from './modify/modify.js';
export type { CacheAnswer, CacheContext, CacheMiddleware } from './pipeline/cache/custom.js';
export { type KeyvLike, keyvStore } from './pipeline/cache/keyv-store.js';
export { MemoryStore, type MemoryStoreOptions } from './pipeline/cache/memory-store.js';
export type { CacheManager, CacheStore } from './pipeline/cache/store.js';
export {
  DefaultRequestExecutor,
  type RequestExecutorOptions,
} from './pipeline/executor/default-request-executor.js';
export type { ExecutorRequest, ExecutorResponse } from './pipeline/executor/exchange.js';
export { type ExecutorEvents, RequestExecutor } from './pipeline/executor/request-executor.js';
export type {
  CallEndEvent,
  CallErrorEvent,
  CallEvent,
  CallStartEvent,
  ChannelEvents,
  ErrorEvent,
  Hooks,
  RequestEvent,
  ResponseEvent,
  RetryEvent,
} from './pipeline/hooks/events.js';
export { Governor } from './pipeline/throttle/governor.js';
export type { GovernorOptions } from './pipeline/throttle/governor-options.js';
export type { LimitSeen, RateLimitStore, Turn } from './pipeline/throttle/rate-limit-store.js';
export {
  type RedisCommands,
  RedisRateLimitStore,
  type RedisRateLimitStoreOptions,
} from './pipeline/throttle/redis-rate-limit-store.js';
export type { Logger, LogLevel } from './platform/warn.js';
export type { CallOptions } from './request/build-request.js';
export { Collection } from './response/collection.js';
export type { Subscription as CollectionSubscription, SubscriptionOptions } from './response/subscription.js';
export { type Settled, type SettledOf, settle } from './settle/settle.js';
export type { SettledPages } from './settle/settled-pages.js';
export { type Settling, settling } from './settle/settling.js';
export type { AgentLike, AgentSetting, TlsSettings } from './transport/connections.js';
export type { FetchAnswer, FetchInit, FetchLike } from './transport/fetch.js';
export type { HttpClient, HttpClientRequest } from './transport/http-client.js';
