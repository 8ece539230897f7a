import { targetsIn } from '../syntax/bindings.js';
import { type Node, nameOf } from '../syntax/nodes.js';
import type { Tree } from '../syntax/tree.js';

/** Where a member of an instance gets values, and how it is annotated. */
export interface FieldWrites {
  /** `undefined` stands for a value of which nothing can be said. */
  readonly values: readonly (Node | undefined)[];
  readonly annotations: readonly Node[];
}

/**
 * Finds every place of a class that gives a member of its instances a value.
 *
 * @param tree - of the file
 * @param owner - body of the class
 * @param name - of the member
 * @returns values and annotations
 */
export function fieldWrites(tree: Tree, owner: Node, name: string): FieldWrites {
  const members = owner.type === 'ClassBody' ? owner.body : [];
  const found = members.map((member) => declaredField(member, name));
  const assigned = tree.nodes.flatMap((node) =>
    node.type === 'AssignmentExpression' && isField(tree, { node: node.left, owner, name }) ? [node.right] : [],
  );
  return {
    values: [...found.flatMap(({ values }) => values), ...assigned],
    annotations: found.flatMap(({ annotations }) => annotations),
  };
}

const NONE: FieldWrites = { values: [], annotations: [] };

function declaredField(member: Node, name: string): FieldWrites {
  if (member.type === 'ClassMethod' && member.kind === 'constructor') return parameterField(member, name);
  if (!('key' in member) || nameOf(member.key, 'computed' in member && member.computed === true) !== name) return NONE;
  if (member.type === 'ClassMethod' || member.type === 'ClassPrivateMethod')
    return member.kind === 'method' ? { ...NONE, values: [member] } : { ...NONE, values: [undefined] };
  if (member.type !== 'ClassProperty' && member.type !== 'ClassPrivateProperty') return NONE;
  return {
    values: member.value ? [member.value] : [],
    annotations: member.typeAnnotation ? [member.typeAnnotation] : [],
  };
}

/** `constructor(private readonly client: okta.Client)`. */
function parameterField({ params }: Extract<Node, { type: 'ClassMethod' }>, name: string): FieldWrites {
  for (const parameter of params) {
    if (parameter.type !== 'TSParameterProperty') continue;
    const [only] = targetsIn(parameter.parameter);
    if (only?.target.name !== name) continue;
    const { typeAnnotation } = only.target;
    return { values: [undefined], annotations: typeAnnotation ? [typeAnnotation] : [] };
  }
  return NONE;
}

interface Question {
  readonly node: Node;
  readonly owner: Node;
  readonly name: string;
}

function isField(tree: Tree, { node, owner, name }: Question): boolean {
  return (
    node.type === 'MemberExpression' &&
    node.object.type === 'ThisExpression' &&
    nameOf(node.property, node.computed) === name &&
    tree.classOfThis(node.object) === owner
  );
}
