import type { Handler, Middleware } from '../../http/message.js';
import type { ConfigurationOptions } from '../options.js';
import type { Eventually, HttpLibrary, PrePostMiddleware, SecurityAuthentication, V7Options } from './options.js';
import { RequestContext } from './request-context.js';
import { ResponseContext, responseFrom } from './response-context.js';

/**
 * @param options - as v7 and v8 took them
 * @returns the settings that they stand for; what is given under today's names wins
 */
export function settingsFromV7({ baseServer, authMethods = {} }: V7Options): Partial<ConfigurationOptions> {
  const url = baseServer && ('getUrl' in baseServer ? baseServer.getUrl() : baseServer.url);
  const { apiToken, oauth2, default: custom } = authMethods;
  return {
    ...(url === undefined ? {} : { orgUrl: url }),
    ...(apiToken === undefined ? {} : { token: apiToken.replace(/^SSWS\s+/i, '') }),
    ...(oauth2 === undefined ? {} : { accessToken: oauth2.accessToken }),
    ...(custom === undefined ? {} : { authorizationMode: securityMiddleware(custom) }),
  };
}

/**
 * @param options - functions and objects of the caller
 * @returns all of them as steps of the pipeline, outermost first
 */
export function middlewareIn({ middleware = [], promiseMiddleware = [] }: V7Options): Middleware[] {
  return [...middleware, ...promiseMiddleware].map((step) =>
    typeof step === 'function' ? step : prePostMiddleware(step),
  );
}

/**
 * @param library - as v7 and v8 took it
 * @returns a transport
 */
export function transportOf(library: HttpLibrary): Handler {
  return async (request) => responseFrom(await settled(library.send(new RequestContext(request))));
}

function prePostMiddleware(step: PrePostMiddleware): Middleware {
  return async (request, next) => {
    const before = await settled(step.pre(new RequestContext(request)));
    const response = await next(before.request);
    return responseFrom(await settled(step.post(ResponseContext.from(response))));
  };
}

function securityMiddleware(security: SecurityAuthentication): Middleware {
  return async (request, next) => {
    const context = new RequestContext(request);
    await security.applySecurityAuthentication(context);
    return next(context.request);
  };
}

async function settled<T>(eventual: Eventually<T>): Promise<T> {
  const isObservable = typeof eventual === 'object' && eventual !== null && 'toPromise' in eventual;
  return isObservable ? eventual.toPromise() : eventual;
}
