import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findLink } from '../../../src/response/link-header.js';

describe('Link header', () => {
  it.each([
    ['one link', '<https://o/a?after=1>; rel="next"', 'https://o/a?after=1'],
    ['self before next', '<https://o/a>; rel="self", <https://o/b>; rel="next"', 'https://o/b'],
    ['next before self', '<https://o/b>; rel="next",<https://o/a>; rel="self"', 'https://o/b'],
    ['commas and semicolons in the URL', '<https://o/a?x=1,2;3>; rel="next"', 'https://o/a?x=1,2;3'],
    [
      'commas in a quoted parameter',
      '<https://o/a>; title="a, b; \\" <c>"; rel="self", <https://o/n>; rel="next"',
      'https://o/n',
    ],
    ['a bare token', '<https://o/a>; rel=next', 'https://o/a'],
    ['several relations', '<https://o/a>; rel="last next"', 'https://o/a'],
    ['capitals and spaces', ' <https://o/a> ;  REL = "NEXT"', 'https://o/a'],
    ['a relation of another name', '<https://o/a>; rel="nextish"', undefined],
    ['rel inside another parameter', '<https://o/a>; title="; rel=next"', undefined],
    ['no header', '', undefined],
    ['no angle bracket at the end', '<https://o/a', undefined],
    ['garbage', ',,;;=<>"', undefined],
  ])('%s', (_, header, expected) => {
    expect(findLink(header, 'next')).toBe(expected);
  });

  it('finds the link in whatever surrounds it', () => {
    const url = fc.webUrl().map((text) => text.replaceAll('>', ''));
    const title = fc.string().map((text) => text.replace(/["\\]/g, ''));
    fc.assert(
      fc.property(fc.array(fc.tuple(url, title)), url, (others, next) => {
        const links = others.map(([target, text]) => `<${target}>; title="${text}"; rel="alternate"`);
        expect(findLink([...links, `<${next}>; rel="next"`].join(', '), 'next')).toBe(next);
      }),
    );
  });

  it('reads a header of a megabyte in one pass', () => {
    const start = performance.now();
    expect(findLink(`${'<https://o/a>; rel="self", '.repeat(40_000)}<https://o/n>; rel="next"`, 'next')).toBe(
      'https://o/n',
    );
    expect(findLink('<'.repeat(1_000_000), 'next')).toBeUndefined();
    expect(findLink(`<a>;${' '.repeat(1_000_000)}`, 'next')).toBeUndefined();
    expect(performance.now() - start).toBeLessThan(5000);
  });
});
