import { type Expression, FilterError, type Operator, operators } from './syntax.js';
import { type Token, tokenise } from './tokens.js';

/** Deeper nesting is refused, so that no filter can exhaust the stack. */
const DEEPEST = 64;

interface Cursor {
  readonly tokens: readonly Token[];
  index: number;
  depth: number;
}

/**
 * Parses a filter. `and` binds more tightly than `or`; operators may be written in any case.
 *
 * @param source - e.g. `status eq "ACTIVE" and (profile.login sw "a" or profile.login sw "b")`
 * @returns the expression
 * @throws FilterError if the text is no filter
 * @see RFC 7644, section 3.4.2.2
 */
export function parse(source: string): Expression {
  const cursor: Cursor = { tokens: tokenise(source), index: 0, depth: 0 };
  const expression = chain(cursor, 'or');
  const rest = peek(cursor);
  if (rest.kind !== 'end') throw new FilterError('unexpected text behind the expression', rest.at);
  return expression;
}

/** Parts joined by one connective. Kept in one flat list, so that a long chain is no deep tree. */
function chain(cursor: Cursor, kind: 'and' | 'or'): Expression {
  const part = kind === 'or' ? () => chain(cursor, 'and') : () => single(cursor);
  const parts = [part()];
  while (takeWord(cursor, kind)) parts.push(part());
  const [only] = parts;
  return parts.length === 1 && only ? only : { kind, parts };
}

function single(cursor: Cursor): Expression {
  const { at, kind } = peek(cursor);
  if (takeWord(cursor, 'not')) return { kind: 'not', part: nested(cursor, () => single(cursor)), at };
  if (kind === '(') return nested(cursor, () => parenthesised(cursor));
  return comparison(cursor);
}

function nested(cursor: Cursor, read: () => Expression): Expression {
  cursor.depth += 1;
  if (cursor.depth > DEEPEST) throw new FilterError('nested too deeply', peek(cursor).at);
  const expression = read();
  cursor.depth -= 1;
  return expression;
}

function parenthesised(cursor: Cursor): Expression {
  take(cursor);
  const inner = chain(cursor, 'or');
  const close = take(cursor);
  if (close.kind !== ')') throw new FilterError("')' expected", close.at);
  return inner;
}

function comparison(cursor: Cursor): Expression {
  const name = take(cursor);
  if (name.kind !== 'word') throw new FilterError('attribute expected', name.at);
  const sign = take(cursor);
  const operator = sign.kind === 'word' ? sign.text.toLowerCase() : '';
  if (operator === 'pr') return { kind: 'present', attribute: name.text, at: name.at };
  if (!isOperator(operator)) throw new FilterError('operator expected', sign.at);
  const operand = take(cursor);
  if (operand.kind !== 'value') throw new FilterError('value expected', operand.at);
  return { kind: 'compare', attribute: name.text, operator, value: operand.value, at: name.at };
}

function isOperator(text: string): text is Operator {
  return (operators as readonly string[]).includes(text);
}

function takeWord(cursor: Cursor, word: string): boolean {
  const token = peek(cursor);
  if (token.kind !== 'word' || token.text.toLowerCase() !== word) return false;
  cursor.index += 1;
  return true;
}

function take(cursor: Cursor): Token {
  const token = peek(cursor);
  if (token.kind !== 'end') cursor.index += 1;
  return token;
}

function peek({ tokens, index }: Cursor): Token {
  return tokens[index] ?? { kind: 'end', at: 0 };
}
