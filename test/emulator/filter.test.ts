import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compile } from '../../src/emulator/filter/compile.js';
import type { Dialect } from '../../src/emulator/filter/dialect.js';
import { parse } from '../../src/emulator/filter/parse.js';
import { type Expression, FilterError, type Literal, operators } from '../../src/emulator/filter/syntax.js';

interface Thing {
  readonly a?: unknown;
  readonly b?: unknown;
  readonly deep?: { readonly c?: unknown };
}

const anything: Dialect<Thing> = { attribute: () => ({ operators: [...operators, 'pr'] }), not: true };
const blind: Dialect<Thing> = { ...anything, ignoreCase: true };

function holds(filter: string, thing: Thing, dialect: Dialect<Thing> = anything): boolean {
  return compile(filter, dialect)(thing);
}

describe('filters', () => {
  it.each([
    ['a eq "x"', { a: 'x' }, true],
    ['a eq "x"', { a: 'X' }, false],
    ['a ne "x"', { a: 'X' }, true],
    ['a ne "x"', {}, true],
    ['a ne "x"', { a: ['y', 'x'] }, false],
    ['a sw "ab"', { a: 'abc' }, true],
    ['a ew "bc"', { a: 'abc' }, true],
    ['a co "b"', { a: ['x', 'abc'] }, true],
    ['a gt 2', { a: 10 }, true],
    ['a gt "2"', { a: '10' }, false],
    ['a gt 2', { a: '10' }, false],
    ['a eq true', { a: true }, true],
    ['a eq -1.5e1', { a: -15 }, true],
    ['a pr', { a: '' }, false],
    ['a pr', { a: [] }, false],
    ['a pr', { a: 0 }, true],
    ['deep.c eq "x"', { deep: { c: 'x' } }, true],
    ['deep.c eq "x"', {}, false],
    ['a eq "say \\"hi\\" \\u00e9"', { a: 'say "hi" é' }, true],
    ['a eq "x" or a eq "y" and b eq "z"', { a: 'x' }, true],
    ['(a eq "x" or a eq "y") and b eq "z"', { a: 'x' }, false],
    ['not a eq "x" and b eq "z"', { b: 'z' }, true],
    ['NOT (a PR) AND b Eq "z"', { b: 'z' }, true],
    ['__proto__ pr', {}, false],
    ['constructor.name pr', {}, false],
  ])('%s of %j is %s', (filter, thing, expected) => {
    expect(holds(filter, thing)).toBe(expected);
  });

  it('compare dates as points in time and texts without case where they should', () => {
    const dates: Dialect<Thing> = { attribute: () => ({ operators: ['eq', 'lt'], date: true }) };
    expect(holds('a eq "2026-01-01T01:00:00+01:00"', { a: '2026-01-01T00:00:00.000Z' }, dates)).toBe(true);
    expect(holds('a lt "2026-01-01T00:00:00Z"', { a: null }, dates)).toBe(false);
    expect(holds('a eq "ÅNGSTRÖM"', { a: 'ångström' }, blind)).toBe(true);
  });

  it.each([
    ['', 0],
    ['a', 1],
    ['a eq', 4],
    ['a eq x', 5],
    ['eq "x"', 3],
    ['a is "x"', 2],
    ['a eq "x" b eq "y"', 9],
    ['(a eq "x"', 9],
    ['a eq "x")', 8],
    ['a eq "x', 5],
    ['a eq "\n"', 5],
    ['a eq 1.2.3', 5],
    ['a eq "x" and', 12],
    ['a[b eq 1]', 1],
    ['a eq "x" & b pr', 9],
  ])('complain about %j at position %i', (filter, at) => {
    expect(() => parse(filter)).toThrow(FilterError);
    try {
      parse(filter);
    } catch (error) {
      expect((error as FilterError).at).toBe(at);
    }
  });

  it('are refused when nested too deeply, however they are nested', () => {
    for (const open of ['(', 'not ', 'not (']) {
      expect(() => parse(`${open.repeat(100_000)}a pr`)).toThrow('nested too deeply');
    }
  });

  it('take time in proportion to their length', () => {
    const long = Array.from({ length: 50_000 }, (_, i) => `a eq "${i}"`).join(' or ');
    const start = performance.now();
    expect(holds(long, { a: '49999' })).toBe(true);
    expect(performance.now() - start).toBeLessThan(2000);
  });
});

const attribute = fc.constantFrom('a', 'b', 'deep.c');
const value: fc.Arbitrary<Literal> = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 5 }),
  fc.constantFrom('x', 'y', 'xy'),
  fc.integer({ min: -3, max: 3 }),
  fc.boolean(),
);
const { expression } = fc.letrec<{ expression: Expression }>((tie) => ({
  expression: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    fc.record({
      kind: fc.constant('compare' as const),
      attribute,
      operator: fc.constantFrom(...operators),
      value,
      at: fc.constant(0),
    }),
    fc.record({ kind: fc.constant('present' as const), attribute, at: fc.constant(0) }),
    fc.record({ kind: fc.constant('not' as const), part: tie('expression'), at: fc.constant(0) }),
    fc.record({
      kind: fc.constantFrom('and' as const, 'or' as const),
      parts: fc.array(tie('expression'), { minLength: 2, maxLength: 3 }),
    }),
  ),
}));
const thing: fc.Arbitrary<Thing> = fc.record(
  { a: value, b: fc.oneof(value, fc.array(value)), deep: fc.record({ c: value }) },
  { requiredKeys: [] },
);

/** Writes an expression with as many parentheses as can be. */
function write(node: Expression): string {
  switch (node.kind) {
    case 'compare':
      return `${node.attribute} ${node.operator} ${JSON.stringify(node.value)}`;
    case 'present':
      return `${node.attribute} pr`;
    case 'not':
      return `not (${write(node.part)})`;
    default:
      return node.parts.map((part) => `(${write(part)})`).join(` ${node.kind} `);
  }
}

function positionless(node: Expression): unknown {
  return JSON.parse(JSON.stringify(node, (name, member: unknown) => (name === 'at' ? 0 : member)));
}

describe('any filter', () => {
  it('is parsed to what it was written from', () => {
    fc.assert(
      fc.property(expression, (node) => {
        expect(positionless(parse(write(node)))).toEqual(node);
      }),
    );
  });

  it('obeys the laws of logic', () => {
    fc.assert(
      fc.property(expression, expression, thing, (one, other, item) => {
        const [p, q] = [write(one), write(other)];
        expect(holds(`not (not (${p}))`, item)).toBe(holds(p, item));
        expect(holds(`(${p}) or (${q})`, item)).toBe(holds(`not (not (${p}) and not (${q}))`, item));
        expect(holds(`(${p}) and (${q})`, item)).toBe(holds(p, item) && holds(q, item));
      }),
    );
  });

  it('that is arbitrary text is parsed or refused with a position within it', () => {
    const piece = fc.constantFrom(
      'a',
      'eq',
      'pr',
      'and',
      'or',
      'not',
      '(',
      ')',
      '"x"',
      '"',
      '\\',
      '1',
      '-',
      'true',
      ' ',
      '[',
      '.',
    );
    const text = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.array(piece, { maxLength: 30 }).map((pieces) => pieces.join(' ')),
    );
    fc.assert(
      fc.property(text, (source) => {
        try {
          parse(source);
        } catch (error) {
          expect(error).toBeInstanceOf(FilterError);
          expect((error as FilterError).at).toBeLessThanOrEqual(source.length);
        }
      }),
      { numRuns: 2000 },
    );
  });
});
