import { rows } from '../../../generated/management/rows.js';
import { type Facts, readFacts } from '../../../src/emulator/description/facts.js';
import type { Row } from '../../../src/request/row.js';
import { readExampleCalls } from '../../contract/examples.js';

/** An operation and the request that the documentation shows for it. */
export interface Operation {
  /** Method name, e.g. `getUser`. */
  readonly name: string;
  readonly row: Row;
  readonly verb: string;
  /** Path with placeholders. */
  readonly template: string;
  /** Request object. */
  readonly request: Readonly<Record<string, unknown>>;
}

/** What the description says of operations and schemas. */
export const facts: Facts = readFacts();

/** All operations by method name; one that stands in several Api classes is there once. */
export const operations: ReadonlyMap<string, Operation> = readOperations();

function readOperations(): Map<string, Operation> {
  const requests = new Map(readExampleCalls().map(({ api, method, request }) => [`${api}.${method}`, request]));
  return new Map(
    Object.entries(rows).flatMap(([api, methods]) =>
      Object.entries(methods).map(([name, row]: [string, Row]) => {
        const [verb = '', template = ''] = row.call.split(' ');
        return [name, { name, row, verb, template, request: requests.get(`${api}.${name}`) ?? {} }] as const;
      }),
    ),
  );
}

/**
 * @param template - path with placeholders
 * @returns the same with nameless placeholders, so that paths of several operations can be compared
 */
export function shapeOf(template: string): string {
  return template.replace(/\{[^}]*\}/g, '{}');
}

/**
 * @param verb - of the request
 * @param shape - path with nameless placeholders
 * @returns the operation, if there is one
 */
export function operationAt(verb: string, shape: string): Operation | undefined {
  return [...operations.values()].find((operation) => operation.verb === verb && shapeOf(operation.template) === shape);
}
