import type { WireAnswer, WireRequest } from '../http/wire.js';
import { masked, maskedForm, maskedHeaders, maskedTarget } from './mask.js';
import type { Exchange } from './request-log.js';

/** A request in the list. */
export interface ExchangeSummary {
  readonly number: number;
  readonly at: string;
  readonly method: string;
  /** Path and query, without secrets. */
  readonly target: string;
  /** 0 if the connection was broken instead. */
  readonly status: number;
  readonly ms: number;
  readonly requestId: string;
}

/** A message, without secrets. */
export interface MessageView {
  readonly headers: readonly (readonly [name: string, value: string])[];
  /** JSON where it is JSON, otherwise text; `null` if there is none. */
  readonly body: unknown;
}

/**
 * @param exchange - a request that was answered
 * @returns what the list shows
 */
export function exchangeSummary({ number, at, request, answer, ms }: Exchange): ExchangeSummary {
  const requestId = answer.headers.find(([name]) => name === 'X-Okta-Request-Id')?.[1] ?? '';
  return {
    number,
    at: new Date(at).toISOString(),
    method: request.method,
    target: maskedTarget(request.target),
    status: answer.breaks === 'before' ? 0 : answer.status,
    ms: Math.round(ms * 100) / 100,
    requestId,
  };
}

/**
 * @param exchange - a request that was answered
 * @returns everything about it, without secrets
 */
export function exchangeView(exchange: Exchange): ExchangeSummary & {
  readonly request: MessageView;
  readonly response: MessageView;
} {
  const { request, answer } = exchange;
  return { ...exchangeSummary(exchange), request: requestView(request), response: answerView(answer) };
}

function requestView({ headers, body }: WireRequest): MessageView {
  const given = Object.entries(headers).flatMap(([name, value]): [string, string][] =>
    value === undefined ? [] : [[name, String(value)]],
  );
  return { headers: maskedHeaders(given), body: bodyView(body, headers['content-type'] ?? '') };
}

function answerView({ headers, body, live }: WireAnswer): MessageView {
  const type = headers.find(([name]) => name.toLowerCase() === 'content-type')?.[1] ?? '';
  return { headers: maskedHeaders(headers), body: live ? '(a stream)' : bodyView(body, type) };
}

function bodyView(body: string | Uint8Array | undefined, type: string): unknown {
  if (body === undefined || body.length === 0) return null;
  const text = typeof body === 'string' ? body : new TextDecoder().decode(body);
  if (type.includes('json')) return jsonView(text);
  if (type.includes('x-www-form-urlencoded')) return maskedForm(text);
  return /^text\/|xml/.test(type) && !type.includes('plain') ? text : `(${body.length} bytes)`;
}

/** What is no JSON cannot be searched for secrets. */
function jsonView(text: string): unknown {
  try {
    return masked(JSON.parse(text));
  } catch {
    return `(${text.length} characters that are no JSON)`;
  }
}
