import { ExpressionError } from './expression-error.js';

/** The smallest part of an expression. */
export interface Token {
  readonly kind: 'text' | 'number' | 'name' | 'symbol' | 'end';
  /** Content of a text without its quotes; else as written. */
  readonly text: string;
  /** Index of its first character. */
  readonly at: number;
}

const SPACE = /\s*/y;
const NUMBER = /\d+(?:\.\d+)?/y;
const NAME = /[A-Za-z_$][\w$]*/y;
const SYMBOL = /&&|\|\||==|!=|<=|>=|\?\.|\?:|[<>!(){}[\],.?:+\-*/%]/y;
const TEXT = /"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.|'')*'/sy;

const kinds = [
  ['text', TEXT],
  ['number', NUMBER],
  ['name', NAME],
  ['symbol', SYMBOL],
] as const;

/**
 * Cuts an expression into tokens.
 *
 * @param source - the text
 * @returns the tokens, the last one of kind `end`
 * @throws ExpressionError at a character that begins nothing
 */
export function tokensOf(source: string): Token[] {
  const tokens: Token[] = [];
  let at = skipSpace(source, 0);
  while (at < source.length) {
    const token = tokenAt(source, at);
    tokens.push(token.kind === 'text' ? { ...token, text: unquoted(token.text) } : token);
    at = skipSpace(source, at + token.text.length);
  }
  tokens.push({ kind: 'end', text: 'the end', at });
  return tokens;
}

function skipSpace(source: string, at: number): number {
  return at + matchAt(SPACE, source, at).length;
}

function tokenAt(source: string, at: number): Token {
  for (const [kind, pattern] of kinds) {
    const text = matchAt(pattern, source, at);
    if (text !== '') return { kind, text, at };
  }
  throw new ExpressionError(`Unexpected character '${source[at]}' at position ${at}`);
}

function matchAt(pattern: RegExp, source: string, at: number): string {
  pattern.lastIndex = at;
  return pattern.exec(source)?.[0] ?? '';
}

function unquoted(text: string): string {
  const inner = text.slice(1, -1);
  const single = text.startsWith("'") ? inner.replaceAll("''", "'") : inner;
  return single.replace(/\\(.)/gs, '$1');
}
