import type { Operation } from '../operations/operation.js';
import { literal } from '../print/print-type.js';
import type { V4Operation } from './v4-facts.js';
import type { Successor } from './v4-names.js';

/** What stands for an operation today. */
export interface Today {
  readonly successor: Successor | undefined;
  readonly today: Operation | undefined;
}

/**
 * The row of a flat method as a TypeScript object literal on one line.
 *
 * @param operation - facts of version 4
 * @param now - what stands for it, for the name of its body and the way its list is paged
 * @returns the text
 * @see src/compat/v4/flat-row.ts
 */
export function printV4Row(operation: V4Operation, now: Today): string {
  const [path = '', fixed] = operation.path.split('?');
  const members = [
    `call: ${literal(`${operation.verb} ${path}`)}`,
    fixed === undefined ? '' : `fixed: ${printQuery(fixed)}`,
    ...printBody(operation, now),
    operation.list ? `answer: ${literal(pageKind(now))}` : '',
    operation.returns === undefined ? '' : `returns: ${literal(operation.returns)}`,
  ];
  return `{ ${members.filter(Boolean).join(', ')} }`;
}

/**
 * Name of the argument that is the body.
 *
 * @param operation - facts of version 4
 * @param successor - its method of today
 * @returns the name, `undefined` if the method takes no body
 */
export function bodyName({ body, file, sends }: V4Operation, successor: Successor | undefined): string | undefined {
  if (body === undefined && file === undefined) return undefined;
  return sends === undefined ? (successor?.body ?? 'body') : 'certificate';
}

function printQuery(text: string): string {
  const pairs = [...new URLSearchParams(text)].map(([name, value]) => `${name}: ${literal(value)}`);
  return `{ ${pairs.join(', ')} }`;
}

function printBody(operation: V4Operation, { successor }: Today): string[] {
  const name = bodyName(operation, successor);
  if (name === undefined) return [];
  const { file, optional, sends, encoding } = operation;
  if (sends !== undefined) {
    const encoded = encoding === undefined ? '' : `, encoding: ${literal(encoding)}`;
    return [`bytes: { name: ${literal(name)}, type: ${literal(sends)}${encoded} }`];
  }
  const rest = [file === undefined ? '' : `as: 'multipart'`, optional ? 'optional: true' : ''].filter(Boolean);
  return [`body: ${rest.length === 0 ? literal(name) : `{ ${[`name: ${literal(name)}`, ...rest].join(', ')} }`}`];
}

/** Today a list may lie in an object; the flat client knew arrays alone. */
function pageKind({ today }: Today): 'link' | 'poll' {
  return today?.answer.kind === 'list' ? today.answer.page : 'link';
}
