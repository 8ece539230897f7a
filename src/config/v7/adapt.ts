import type { Handler, Middleware } from '../../http/message.js';
import type { Eventually, HttpLibrary, PrePostMiddleware, SecurityAuthentication, V7Step } from './options.js';
import { RequestContext } from './request-context.js';
import { ResponseContext, responseFrom } from './response-context.js';

/**
 * @param step - of the caller, in either form
 * @returns the same as a step of the pipeline
 */
export function middlewareOf(step: V7Step): Middleware {
  return typeof step === 'function' ? step : prePostMiddleware(step);
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

/**
 * @param security - as v7 and v8 took it
 * @returns a step of the pipeline
 */
export function securityMiddleware(security: SecurityAuthentication): Middleware {
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
