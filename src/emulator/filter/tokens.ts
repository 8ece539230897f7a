import { FilterError, type Literal } from './syntax.js';

/** A piece of a filter. `at` is its position in the text. */
export type Token =
  | { readonly kind: 'word'; readonly text: string; readonly at: number }
  | { readonly kind: 'value'; readonly value: Literal; readonly at: number }
  | { readonly kind: '(' | ')' | 'end'; readonly at: number };

const WORD_START = /[A-Za-z_$]/;
const WORD_PART = /[A-Za-z0-9_$.:-]/;
const NUMBER_PART = /[0-9+.eE-]/;
const WORD_VALUES = new Map([
  ['true', true],
  ['false', false],
]);

/**
 * Cuts a filter into pieces.
 *
 * @param source - the filter as it was sent, decoded
 * @returns its tokens, the last one of kind `end`
 * @throws FilterError at a character that fits nowhere
 */
export function tokenise(source: string): Token[] {
  const tokens: Token[] = [];
  let at = skipSpace(source, 0);
  while (at < source.length) {
    const { token, end } = read(source, at);
    tokens.push(token);
    at = skipSpace(source, end);
  }
  return [...tokens, { kind: 'end', at }];
}

interface Reading {
  readonly token: Token;
  readonly end: number;
}

function read(source: string, at: number): Reading {
  const first = source[at] ?? '';
  if (first === '(' || first === ')') return { token: { kind: first, at }, end: at + 1 };
  if (first === '"') return readText(source, at);
  if (WORD_START.test(first)) return readWord(source, at);
  if (NUMBER_PART.test(first)) return readNumber(source, at);
  throw new FilterError(`unexpected character '${first}'`, at);
}

function readWord(source: string, at: number): Reading {
  const end = endOf(WORD_PART, source, at);
  const text = source.slice(at, end);
  const value = WORD_VALUES.get(text);
  return { token: value === undefined ? { kind: 'word', text, at } : { kind: 'value', value, at }, end };
}

function readNumber(source: string, at: number): Reading {
  const end = endOf(NUMBER_PART, source, at);
  const value = Number(source.slice(at, end));
  if (!Number.isFinite(value)) throw new FilterError('malformed number', at);
  return { token: { kind: 'value', value, at }, end };
}

/** A text is written as in JSON. Source: RFC 7644, section 3.4.2.2 */
function readText(source: string, at: number): Reading {
  let end = at + 1;
  while (end < source.length && source[end] !== '"') end += source[end] === '\\' ? 2 : 1;
  try {
    const value: unknown = JSON.parse(source.slice(at, end + 1));
    return { token: { kind: 'value', value: String(value), at }, end: end + 1 };
  } catch {
    throw new FilterError('malformed text', at);
  }
}

function skipSpace(source: string, from: number): number {
  return endOf(/\s/, source, from);
}

function endOf(part: RegExp, source: string, from: number): number {
  let end = from;
  while (end < source.length && part.test(source[end] ?? '')) end += 1;
  return end;
}
