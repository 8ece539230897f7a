import { ExpressionError } from './expression-error.js';
import type { Node } from './node.js';
import { type Binding, bindings, NOT_WORD, PREFIX } from './operators.js';
import { type Token, tokensOf } from './tokens.js';

/** Deeper nesting is refused, so that no expression can exhaust the stack. */
const DEEPEST = 100;

const constants = new Map<string, boolean | null>([
  ['true', true],
  ['false', false],
  ['null', null],
]);

/**
 * Reads an expression.
 *
 * @param source - e.g. `user.department == "Sales" AND NOT isMemberOfGroup("00g1")`
 * @returns its tree
 * @throws ExpressionError that says what is wrong, and where
 * @see https://developer.okta.com/docs/reference/okta-expression-language/
 */
export function parseExpression(source: string): Node {
  return new Parser(tokensOf(source)).parse();
}

/** Operator precedence parsing after Vaughan Pratt: each operator takes what binds tighter than itself. */
class Parser {
  readonly #tokens: readonly Token[];
  #at = 0;
  #depth = 0;

  constructor(tokens: readonly Token[]) {
    this.#tokens = tokens;
  }

  parse(): Node {
    const node = this.#choice();
    if (this.#token.kind !== 'end') throw this.#unexpected();
    return node;
  }

  get #token(): Token {
    return this.#tokens[this.#at] ?? { kind: 'end', text: 'the end', at: 0 };
  }

  #choice(): Node {
    this.#depth += 1;
    if (this.#depth > DEEPEST) throw new ExpressionError('The expression is nested too deeply');
    const node = this.#afterTest(this.#binary(0));
    this.#depth -= 1;
    return node;
  }

  #afterTest(test: Node): Node {
    if (this.#accept('?:')) return { kind: 'elvis', test, otherwise: this.#choice() };
    if (!this.#accept('?')) return test;
    const then = this.#choice();
    this.#expect(':');
    return { kind: 'choice', test, then, otherwise: this.#choice() };
  }

  #binary(least: number): Node {
    let left = this.#prefix();
    for (let binding = this.#binding(least); binding; binding = this.#binding(least)) {
      this.#at += 1;
      left = { kind: 'binary', operator: binding.operator, left, right: this.#binary(binding.strength) };
    }
    return left;
  }

  /** The operator that comes next, if it binds tighter than the one before. */
  #binding(least: number): Binding | undefined {
    const { kind, text } = this.#token;
    if (kind !== 'symbol' && kind !== 'name') return undefined;
    const binding = bindings.get(text.toLowerCase());
    return binding && binding.strength > least ? binding : undefined;
  }

  #prefix(): Node {
    if (this.#accept('!')) return { kind: 'unary', operator: 'not', operand: this.#nested(PREFIX) };
    if (this.#accept('-')) return { kind: 'unary', operator: '-', operand: this.#nested(PREFIX) };
    if (this.#acceptNot()) return { kind: 'unary', operator: 'not', operand: this.#nested(NOT_WORD) };
    return this.#indexed(this.#primary());
  }

  #nested(strength: number): Node {
    this.#depth += 1;
    if (this.#depth > DEEPEST) throw new ExpressionError('The expression is nested too deeply');
    const node = this.#binary(strength);
    this.#depth -= 1;
    return node;
  }

  #indexed(node: Node): Node {
    let of = node;
    while (this.#accept('[')) {
      const at = this.#choice();
      this.#expect(']');
      of = { kind: 'index', of, at };
    }
    return of;
  }

  #primary(): Node {
    const token = this.#token;
    if (this.#accept('(')) return this.#closed(this.#choice(), ')');
    if (this.#accept('{')) return this.#collection('}');
    if (this.#accept('[')) return this.#collection(']');
    if (token.kind === 'symbol' || token.kind === 'end') throw this.#unexpected();
    this.#at += 1;
    if (token.kind === 'text') return { kind: 'literal', value: token.text };
    if (token.kind === 'number') return { kind: 'literal', value: Number(token.text) };
    return this.#named(token);
  }

  #closed(node: Node, bracket: string): Node {
    this.#expect(bracket);
    return node;
  }

  #named(token: Token): Node {
    const constant = constants.get(token.text.toLowerCase());
    if (constant !== undefined) return { kind: 'literal', value: constant };
    if (bindings.has(token.text.toLowerCase())) throw this.#unexpected(token);
    const path = [token.text];
    while (this.#accept('.') || this.#accept('?.')) path.push(this.#name());
    if (!this.#accept('(')) return { kind: 'reference', path };
    return { kind: 'call', name: path.join('.'), args: this.#list(')') };
  }

  #name(): string {
    const { kind, text } = this.#token;
    if (kind !== 'name') throw this.#unexpected();
    this.#at += 1;
    return text;
  }

  #list(bracket: string): Node[] {
    const items: Node[] = [];
    if (this.#accept(bracket)) return items;
    do items.push(this.#choice());
    while (this.#accept(','));
    this.#expect(bracket);
    return items;
  }

  /** Braces hold the elements of a list, or names and values. */
  #collection(bracket: string): Node {
    const next = this.#tokens[this.#at + 1];
    if (next?.kind !== 'symbol' || next.text !== ':') return { kind: 'list', items: this.#list(bracket) };
    const entries: { key: string; value: Node }[] = [];
    do entries.push(this.#entry());
    while (this.#accept(','));
    this.#expect(bracket);
    return { kind: 'map', entries };
  }

  #entry(): { key: string; value: Node } {
    const { kind, text: key } = this.#token;
    if (kind !== 'text' && kind !== 'name') throw this.#unexpected();
    this.#at += 1;
    this.#expect(':');
    return { key, value: this.#choice() };
  }

  #accept(symbol: string): boolean {
    const { kind, text } = this.#token;
    if (kind !== 'symbol' || text !== symbol) return false;
    this.#at += 1;
    return true;
  }

  #acceptNot(): boolean {
    const { kind, text } = this.#token;
    if (kind !== 'name' || text.toLowerCase() !== 'not') return false;
    this.#at += 1;
    return true;
  }

  #expect(symbol: string): void {
    if (!this.#accept(symbol)) throw this.#unexpected();
  }

  #unexpected({ text, at }: Token = this.#token): ExpressionError {
    return new ExpressionError(`Unexpected '${text}' at position ${at}`);
  }
}
