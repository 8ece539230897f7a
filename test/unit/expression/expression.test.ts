import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse } from '../../../src/emulator/filter/parse.js';
import { ParameterError } from '../../../src/errors/parameter-error.js';
import { filterExpression, searchExpression } from '../../../src/expression/expression.js';

describe('an expression', () => {
  it('quotes and escapes texts', () => {
    const name = 'O"Hara" or status pr \\';
    expect(searchExpression`profile.lastName eq ${name}`).toBe('profile.lastName eq "O\\"Hara\\" or status pr \\\\"');
  });

  it('writes dates, numbers and booleans in their form', () => {
    const text = filterExpression`a gt ${new Date(0)} and b le ${1.5} and c eq ${true} and d eq ${10n} and e pr`;
    expect(text).toBe('a gt "1970-01-01T00:00:00.000Z" and b le 1.5 and c eq true and d eq 10 and e pr');
  });

  it('leaves the text of the template as it stands', () => {
    expect(searchExpression`a eq "x\"y" and b sw ${'z'}`).toBe('a eq "x\\"y" and b sw "z"');
    expect(searchExpression`status eq "ACTIVE"`).toBe('status eq "ACTIVE"');
  });

  it('writes an array as any of its values, and as none of them after ne', () => {
    const states = ['ACTIVE', 'STAGED'];
    expect(searchExpression`(id pr) and status eq ${states} and profile.a-b_c SW ${['x']}`).toBe(
      '(id pr) and (status eq "ACTIVE" or status eq "STAGED") and (profile.a-b_c SW "x")',
    );
    expect(searchExpression`status ne ${states}`).toBe('(status ne "ACTIVE" and status ne "STAGED")');
  });

  it.each([
    ['undefined', undefined],
    ['null', null],
    ['an object', { a: 1 }],
    ['NaN', Number.NaN],
    ['an infinite number', Number.POSITIVE_INFINITY],
    ['an invalid date', new Date(Number.NaN)],
    ['a function', () => 1],
    ['a symbol', Symbol('s')],
    ['half a character', '\ud800'],
    ['an empty array', []],
    ['an array of arrays', [['a']]],
    ['an array with undefined', ['a', undefined]],
  ])('refuses %s, and says which value it was', (_, value) => {
    expect(() => searchExpression`a eq ${1} and b eq ${value as string}`).toThrow(ParameterError);
    expect(() => searchExpression`a eq ${1} and b eq ${value as string}`).toThrow(/searchExpression: `value 2`/);
    expect(() => filterExpression`a eq ${value as string}`).toThrow(/filterExpression: `value 1`/);
  });

  it('refuses a placeholder in quotation marks, and an array that follows no comparison', () => {
    expect(() => searchExpression`a eq "${'x'}"`).toThrow(/inside quotation marks/);
    expect(() => searchExpression`${['a']} eq b`).toThrow(/must follow a comparison/);
  });

  it('never tells the value in its error', () => {
    expect(() => searchExpression`a eq "${'s3cret'}"`).not.toThrow(/s3cret/);
  });

  it('is read as the one comparison that it was meant to be, whatever the value', () => {
    const scalar = fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc.string({ unit: fc.constantFrom('"', '\\', ' ', ')', '(', 'or', ' pr', '\n', 'a') }),
      fc.double({ noNaN: true, noDefaultInfinity: true }),
      fc.integer(),
      fc.boolean(),
      fc.date({ noInvalidDate: true, min: new Date('0001-01-01'), max: new Date('9999-12-31') }),
    );
    fc.assert(
      fc.property(scalar, (value) => {
        const expected = value instanceof Date ? value.toISOString() : value;
        const got = parse(searchExpression`profile.x eq ${value}`);
        expect(got).toMatchObject({ kind: 'compare', attribute: 'profile.x', operator: 'eq' });
        expect((got as { value?: unknown }).value).toEqual(Object.is(expected, -0) ? 0 : expected);
      }),
      { numRuns: 500 },
    );
  });
});
