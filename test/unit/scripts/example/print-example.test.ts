import { describe, expect, it } from 'vitest';
import { fitNumber, fitText } from '../../../../scripts/lib/example/fit-limits.js';
import { printExample, printRequest } from '../../../../scripts/lib/example/print-example.js';
import { ExampleFile } from '../../../../scripts/lib/example/value.js';

describe('an example as TypeScript', () => {
  it('stands on one line where it fits', () => {
    expect(printExample({ name: 'Ada', tags: ['a', 'b'], empty: {} })).toBe(
      `{ name: 'Ada', tags: ['a', 'b'], empty: {} }`,
    );
  });

  it('is broken up where it does not', () => {
    const long = 'x'.repeat(66);
    expect(printExample({ name: 'Ada', more: { text: long, list: [long] } })).toBe(
      [
        '{',
        `  name: 'Ada',`,
        '  more: {',
        `    text: '${long}',`,
        '    list: [',
        `      '${long}',`,
        '    ],',
        '  },',
        '}',
      ].join('\n'),
    );
  });

  it('gives a request at least a line for each member', () => {
    expect(printRequest({ userId: '00u' })).toBe(`{\n  userId: '00u',\n}`);
    expect(printRequest({})).toBe('{}');
  });

  it('quotes what must be quoted', () => {
    expect(printExample({ 'okta:ORN': `it's\n\\`, 'x-y': null })).toBe(`{ 'okta:ORN': 'it\\'s\\n\\\\', 'x-y': null }`);
  });

  it('makes dates and reads files', () => {
    const upload = new ExampleFile('logo.png', { as: 'upload', base64: '' });
    const text = new ExampleFile('key.pem', { as: 'text', base64: '' });
    expect(printExample([new Date(0), upload, text])).toBe(
      [
        '[',
        `  new Date('1970-01-01T00:00:00.000Z'),`,
        `  { data: readFileSync('logo.png'), name: 'logo.png' },`,
        `  readFileSync('key.pem', 'utf8'),`,
        ']',
      ].join('\n'),
    );
  });
});

describe('limits', () => {
  it.each([
    ['short', { minLength: 8 }, 'shortsho'],
    ['too long', { maxLength: 3 }, 'too'],
    ['', { minLength: 2 }, 'xx'],
    ['fits', {}, 'fits'],
  ])('bring %j to an allowed length', (text, facts, expected) => {
    expect(fitText(text, facts)).toBe(expected);
  });

  it.each([
    [undefined, { default: 30 }, 30],
    [undefined, { minimum: 2 }, 2],
    [500, { maximum: 200 }, 200],
    [20, { minimum: 1, maximum: 200 }, 20],
  ])('bring %j into its range', (value, facts, expected) => {
    expect(fitNumber(value, facts)).toBe(expected);
  });
});
