import type { Operation } from '../operations/operation.js';
import type { Model, NamedType, Shape, Type } from './model.js';

/** Which types are sent and which are received. A type may be both, or (only documented) neither. */
export interface Usage {
  readonly written: ReadonlySet<string>;
  readonly read: ReadonlySet<string>;
}

/**
 * Follows requests and answers through all types.
 *
 * @param model - all types
 * @param operations - all operations
 * @returns the names of types by direction
 */
export function findUsage(model: Model, operations: readonly Operation[]): Usage {
  const sent = operations.flatMap(({ body, parameters }) =>
    [...(body?.members ?? []), ...parameters].map(({ type }) => type),
  );
  const received = operations.flatMap(({ answer }) => answerTypes(answer));
  return { written: reach(model, sent, 'write'), read: reach(model, received, 'read') };
}

function answerTypes(answer: Operation['answer']): Type[] {
  if (answer.kind === 'void') return [];
  return answer.kind === 'list' ? [answer.items] : [answer.type];
}

type Direction = 'read' | 'write';

function reach(model: Model, roots: readonly Type[], direction: Direction): Set<string> {
  const reached = new Set<string>();
  const queue = roots.flatMap(namesIn);
  for (let name = queue.pop(); name !== undefined; name = queue.pop()) {
    const type = model.types.get(name);
    if (type === undefined || reached.has(name)) continue;
    reached.add(name);
    queue.push(...neighbours(type, direction));
  }
  return reached;
}

/** Members that the service alone sets are not followed when writing: whoever writes back what was read has the read type. */
function neighbours({ shape }: NamedType, direction: Direction): string[] {
  if (shape.kind === 'alias') return namesIn(shape.type);
  if (shape.kind === 'union')
    return [...shape.variants, ...(shape.common ? objectNeighbours(shape.common, direction) : [])];
  return objectNeighbours(shape, direction);
}

function objectNeighbours(shape: Extract<Shape, { kind: 'object' }>, direction: Direction): string[] {
  const followed = shape.members.filter(({ readOnly, writeOnly }) => !(direction === 'write' ? readOnly : writeOnly));
  return [
    ...shape.bases,
    ...followed.flatMap(({ type }) => namesIn(type)),
    ...(shape.index ? namesIn(shape.index) : []),
  ];
}

/**
 * The named types that a type mentions directly.
 *
 * @param type - any type
 * @returns their names
 */
export function namesIn(type: Type): string[] {
  switch (type.kind) {
    case 'named':
      return [type.name];
    case 'array':
      return namesIn(type.items);
    case 'map':
      return namesIn(type.values);
    case 'any-of':
      return type.types.flatMap(namesIn);
    default:
      return [];
  }
}
