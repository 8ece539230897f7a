/** Operators between two values. */
export type BinaryOperator =
  | 'or'
  | 'and'
  | '=='
  | '!='
  | '<'
  | '<='
  | '>'
  | '>='
  | 'matches'
  | '+'
  | '-'
  | '*'
  | '/'
  | '%';

/** An expression as a tree. Plain JSON, so that it can be stored beside its text. */
export type Node =
  | { readonly kind: 'literal'; readonly value: string | number | boolean | null }
  | { readonly kind: 'list'; readonly items: readonly Node[] }
  | { readonly kind: 'map'; readonly entries: readonly { readonly key: string; readonly value: Node }[] }
  /** Names with dots between, e.g. `user.department`. */
  | { readonly kind: 'reference'; readonly path: readonly string[] }
  | { readonly kind: 'call'; readonly name: string; readonly args: readonly Node[] }
  | { readonly kind: 'index'; readonly of: Node; readonly at: Node }
  | { readonly kind: 'unary'; readonly operator: 'not' | '-'; readonly operand: Node }
  | { readonly kind: 'binary'; readonly operator: BinaryOperator; readonly left: Node; readonly right: Node }
  /** `otherwise` stands for a test that is null or empty, too. */
  | { readonly kind: 'elvis'; readonly test: Node; readonly otherwise: Node }
  | { readonly kind: 'choice'; readonly test: Node; readonly then: Node; readonly otherwise: Node };
