import type { Node } from '../syntax/nodes.js';
import { ABSENT, DATA, join, type Trace, UNKNOWN } from './trace.js';

type Named = Extract<Node, { type: 'Identifier' }>;

/** What is known beside an annotation. */
interface Surroundings {
  /** Models whose values have methods. */
  readonly models: object;
  /** What a name stands for; `undefined` for a global. */
  readonly trace: (identifier: Named) => Trace | undefined;
  /** Name under which the package exports what a name stands for, if it comes from there. */
  readonly imported: (identifier: Named) => string | undefined;
  /** What the file itself declares a type of that name to be; `undefined` if it declares none. */
  readonly declared: (name: string) => Trace | undefined;
}

/**
 * What a TypeScript type says of its values.
 *
 * @param node - the type, or the annotation around it
 * @param surroundings - names in the file
 * @returns what is known of a value of that type
 */
export function annotationTrace(node: Node, surroundings: Surroundings): Trace {
  switch (node.type) {
    case 'TSTypeAnnotation':
      return annotationTrace(node.typeAnnotation, surroundings);
    case 'TSUnionType':
      return join(node.types.map((type) => annotationTrace(type, surroundings)));
    case 'TSUndefinedKeyword':
    case 'TSNullKeyword':
      return ABSENT;
    case 'TSTypeReference':
      return genericTrace(node, surroundings) ?? referenceTrace(node.typeName, surroundings);
    default:
      return PLAIN.has(node.type) ? DATA : UNKNOWN;
  }
}

const PLAIN: ReadonlySet<string> = new Set([
  'TSArrayType',
  'TSBooleanKeyword',
  'TSFunctionType',
  'TSNumberKeyword',
  'TSStringKeyword',
  'TSVoidKeyword',
]);

/** `Promise<okta.User>`, and types that are about what they are given. */
function genericTrace(
  { typeName, typeParameters }: Extract<Node, { type: 'TSTypeReference' }>,
  surroundings: Surroundings,
): Trace | undefined {
  const [first] = typeParameters?.params ?? [];
  if (typeName.type !== 'Identifier' || first === undefined) return undefined;
  if (typeName.name === 'Promise') return { kind: 'promise', of: annotationTrace(first, surroundings) };
  if (SAME.has(typeName.name)) return annotationTrace(first, surroundings);
  return DERIVED.has(typeName.name) ? UNKNOWN : undefined;
}

const SAME: ReadonlySet<string> = new Set(['NonNullable', 'Partial', 'Readonly', 'Required']);
const DERIVED: ReadonlySet<string> = new Set([
  'Awaited',
  'Exclude',
  'Extract',
  'InstanceType',
  'Omit',
  'Parameters',
  'Pick',
  'ReturnType',
]);

function referenceTrace(name: Node, surroundings: Surroundings): Trace {
  if (name.type === 'TSQualifiedName') {
    const { left, right } = name;
    const owner = left.type === 'Identifier' ? surroundings.trace(left) : undefined;
    return owner?.kind === 'sdk' ? typeTrace(right.name, surroundings) : owner?.kind === 'data' ? DATA : UNKNOWN;
  }
  if (name.type !== 'Identifier') return UNKNOWN;
  const imported = surroundings.imported(name);
  if (imported !== undefined) return typeTrace(imported, surroundings);
  const declared = surroundings.declared(name.name);
  if (declared !== undefined) return declared;
  const trace = surroundings.trace(name);
  return trace === undefined || trace.kind === 'data' ? DATA : UNKNOWN;
}

function typeTrace(name: string, { models }: Surroundings): Trace {
  if (name === 'Client') return { kind: 'client' };
  return Object.hasOwn(models, name) ? { kind: 'value', model: name, origins: new Set() } : DATA;
}
