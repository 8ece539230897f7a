/**
 * Of what the SDK exports, what its parts that are loaded later use as well. A list of its own, so that all of it lies in
 * one file of the package.
 */
export { RequestContext } from './config/v7/request-context.js';
export { ResponseContext } from './config/v7/response-context.js';
export { ConfigError, type ConfigFault } from './errors/config-error.js';
export { AbortError, ConnectionError, TimeoutError } from './errors/network-errors.js';
export { OAuthError, type OAuthErrorBody } from './errors/oauth-error.js';
export { OktaApiError, type OktaErrorBody, type OktaErrorCause } from './errors/okta-api-error.js';
export { OktaError } from './errors/okta-error.js';
export { ParameterError, RequiredError } from './errors/parameter-error.js';
export { ProxyError } from './errors/proxy-error.js';
export { RedirectError } from './errors/redirect-error.js';
export { HttpError, ResponseError } from './errors/response-error.js';
export { HttpHeaders } from './http/headers.js';
export { MemoryStore, type MemoryStoreOptions } from './pipeline/cache/memory-store.js';
export { Governor } from './pipeline/throttle/governor.js';
export { Collection } from './response/collection.js';
