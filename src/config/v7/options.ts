import type { Middleware } from '../../http/message.js';
import type { RequestContext } from './request-context.js';
import type { ResponseContext } from './response-context.js';

/** A value, a promise of one, or an observable as v7 had it, which can be turned into a promise. */
export type Eventually<T> = T | PromiseLike<T> | { toPromise(): PromiseLike<T> };

/** A middleware as v7 and v8 had them: one function for requests, one for answers. */
export interface PrePostMiddleware {
  pre(context: RequestContext): Eventually<RequestContext>;
  post(context: ResponseContext): Eventually<ResponseContext>;
}

/** What sends requests, as v7 and v8 had it. */
export interface HttpLibrary {
  send(request: RequestContext): Eventually<ResponseContext>;
}

/** Puts credentials into a request, as v7 and v8 had it. */
export interface SecurityAuthentication {
  applySecurityAuthentication(context: RequestContext): unknown;
}

/** A step of the pipeline, in the form of today or in that of v7 and v8. */
export type V7Step = Middleware | PrePostMiddleware;

/** The pieces that `createConfiguration` of v7 and v8 took. */
export interface V7Options {
  /** Where requests go; `orgUrl` says the same. */
  readonly baseServer?: { getUrl(): string } | { readonly url: string };
  /** Sends requests in place of the SDK's own transport. */
  readonly httpApi?: HttpLibrary;
  /**
   * Steps of your own, outermost first: they see every call once, before caching and retry. A function gets the request
   * and the rest of the pipeline; an object has `pre` and `post`.
   */
  readonly middleware?: readonly V7Step[];
  /** More of them, inside of `middleware`. */
  readonly promiseMiddleware?: readonly PrePostMiddleware[];
  /** Credentials; `token`, `accessToken` and `authorizationMode` say the same. */
  readonly authMethods?: {
    /** API token, with or without the word SSWS before it. */
    readonly apiToken?: string;
    readonly oauth2?: { readonly accessToken: string };
    readonly default?: SecurityAuthentication;
  };
}
