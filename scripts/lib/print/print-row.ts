import type { Operation, OperationBody, OperationParameter } from '../operations/operation.js';
import { literal, propertyKey } from './print-type.js';

/**
 * The row of an operation as a TypeScript object literal on one line. What is usual is left out.
 *
 * @param operation - the operation
 * @param dates - name of the tree of dates in its answer, if it has any
 * @returns the text
 * @see src/request/row.ts
 */
export function printRow(operation: Operation, dates: string | undefined): string {
  const { verb, path, parameters, body, formerly } = operation;
  const query = parameters.filter((parameter) => parameter.in === 'query').map(printParameter);
  const headers = parameters.filter((parameter) => parameter.in === 'header').map(printParameter);
  const members = [
    `call: ${literal(`${verb} ${path}`)}`,
    query.length > 0 ? `query: [${query.join(', ')}]` : '',
    headers.length > 0 ? `headers: [${headers.join(', ')}]` : '',
    body === undefined ? '' : `body: ${printBody(body)}`,
    ...printAnswer(operation),
    dates === undefined ? '' : `dates: dates.${dates}`,
    formerly === undefined ? '' : `formerly: ${printTexts(formerly)}`,
  ];
  return `{ ${members.filter(Boolean).join(', ')} }`;
}

function printParameter({ name, wire, required, style }: OperationParameter): string {
  const differences = [
    wire === name ? '' : `wire: ${literal(wire)}`,
    required ? 'required: true' : '',
    style === 'form' ? '' : `style: ${literal(style)}`,
  ].filter(Boolean);
  return differences.length === 0 ? literal(name) : `{ ${[`name: ${literal(name)}`, ...differences].join(', ')} }`;
}

function printBody({ as, optional, members }: OperationBody): string {
  const names = members.map(({ name }) => literal(name));
  const name = as === 'multipart' ? `[${names.join(', ')}]` : names.join();
  const differences = [optional ? 'optional: true' : '', as === 'json' ? '' : `as: ${literal(as)}`].filter(Boolean);
  return differences.length === 0 ? name : `{ ${[`name: ${name}`, ...differences].join(', ')} }`;
}

function printAnswer({ answer }: Operation): string[] {
  switch (answer.kind) {
    case 'void':
      return [`answer: 'void'`];
    case 'value':
      return answer.accept === 'application/json' ? [] : [`accept: ${literal(answer.accept)}`];
    case 'list':
      return [`answer: ${literal(answer.page)}`];
    case 'wrapped-list':
      return [`answer: ${printTexts({ ...answer.page })}`];
  }
}

function printTexts(texts: Readonly<Record<string, string>>): string {
  return `{ ${Object.entries(texts)
    .map(([key, text]) => `${propertyKey(key)}: ${literal(text)}`)
    .join(', ')} }`;
}
