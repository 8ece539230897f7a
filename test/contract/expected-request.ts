import type { Operation, OperationParameter } from '../../scripts/lib/operations/operation.js';
import type { ExampleCall } from './examples.js';

/** A request as OpenAPI says it must be sent. */
export interface ExpectedRequest {
  readonly method: string;
  /** Path and query, encoded. */
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
}

/**
 * Writes down the request line and the headers that a request object stands for.
 *
 * @param operation - from the description
 * @param call - with its request object
 * @returns what must arrive at the server
 * @see https://spec.openapis.org/oas/v3.0.3#style-values
 */
export function expectedRequest(operation: Operation, { request }: ExampleCall): ExpectedRequest {
  const given = operation.parameters.filter(({ name }) => request[name] !== undefined);
  const path = operation.path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(text(request[name])));
  const query = given.filter((parameter) => parameter.in === 'query').flatMap((entry) => pairs(entry, request));
  const headers = given.filter((parameter) => parameter.in === 'header');
  const accept = operation.answer.kind === 'value' ? operation.answer.accept : 'application/json';
  return {
    method: operation.verb,
    url: query.length === 0 ? path : `${path}?${query.join('&')}`,
    headers: {
      accept,
      ...Object.fromEntries(headers.map(({ name, wire }) => [wire.toLowerCase(), text(request[name])])),
    },
  };
}

function pairs({ name, wire, style }: OperationParameter, request: ExampleCall['request']): string[] {
  const value = request[name];
  if (!Array.isArray(value)) return [`${wire}=${encodeURIComponent(text(value))}`];
  const texts = value.map((item) => encodeURIComponent(text(item)));
  return style === 'csv' ? [`${wire}=${texts.join(',')}`] : texts.map((item) => `${wire}=${item}`);
}

function text(value: unknown): string {
  return value instanceof Date ? value.toISOString() : String(value);
}
