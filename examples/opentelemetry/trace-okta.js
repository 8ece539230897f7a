import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import { context, SpanKind, SpanStatusCode, trace } from '@opentelemetry/api';

/**
 * Makes a span for every call of the SDK, and within it one for every attempt. Works for all clients of the process,
 * however they were made: the SDK tells about calls on channels of `node:diagnostics_channel`.
 *
 * @param {import('@opentelemetry/api').Tracer} tracer
 * @returns {() => void} ends it
 */
export function traceOkta(tracer = trace.getTracer('@okta/okta-sdk-nodejs')) {
  // Every event has the same `call` object as the other events of its call.
  const calls = new WeakMap();
  const attempts = new WeakMap();

  const listeners = {
    'okta:call:start': ({ call, operation, method, template }) => {
      const name = operation ? `${operation.api}.${operation.method}` : `${method} access token`;
      calls.set(call, tracer.startSpan(name, { attributes: common({ method, template }) }));
    },
    'okta:call:end': (event) => end(calls.get(event.call), event),
    'okta:call:error': (event) => end(calls.get(event.call), event),

    'okta:request:start': ({ call, method, template, url, attempt }) => {
      const parent = calls.get(call);
      const within = parent ? trace.setSpan(context.active(), parent) : context.active();
      const attributes = { ...common({ method, template }), 'server.address': new URL(url).hostname };
      if (attempt > 1) attributes['http.request.resend_count'] = attempt - 1;
      const name = template ? `${method} ${template}` : method;
      attempts.set(call, tracer.startSpan(name, { kind: SpanKind.CLIENT, attributes }, within));
    },
    'okta:request:end': (event) => end(attempts.get(event.call), event),
    'okta:request:error': (event) => end(attempts.get(event.call), event),
    'okta:request:retry': ({ call, delayMs, attempt }) =>
      calls.get(call)?.addEvent('okta.retry', { 'okta.retry.delay_ms': delayMs, 'okta.retry.attempt': attempt }),
  };

  for (const [channel, listener] of Object.entries(listeners)) subscribe(channel, listener);
  return () => {
    for (const [channel, listener] of Object.entries(listeners)) unsubscribe(channel, listener);
  };
}

/** Not the path itself: ids and logins in it would make every span another one, and tell who is meant. */
function common({ method, template }) {
  return { 'http.request.method': method, ...(template && { 'url.template': template }) };
}

function end(span, { status, requestId, rateLimit, error }) {
  if (!span) return;
  if (status !== undefined) span.setAttribute('http.response.status_code', status);
  if (requestId !== undefined) span.setAttribute('okta.request_id', requestId);
  if (rateLimit !== undefined) span.setAttribute('okta.rate_limit.remaining', rateLimit.remaining);
  if (error !== undefined || status >= 400) {
    const type = error === undefined ? String(status) : (error.code ?? error.name);
    span.setAttribute('error.type', type);
    span.setStatus({ code: SpanStatusCode.ERROR, ...(error && { message: error.message }) });
  }
  span.end();
}
