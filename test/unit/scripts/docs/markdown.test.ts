import { describe, expect, it } from 'vitest';
import { cell, prose, slug } from '../../../../scripts/lib/docs/markdown.js';
import { typeLinker } from '../../../../scripts/lib/docs/type-links.js';

describe('Markdown', () => {
  it('takes words literally', () => {
    expect(prose('a <b> {c} *d* e_f [g]')).toBe('a &lt;b&gt; \\{c\\} \\*d\\* e\\_f \\[g\\]');
  });

  it('leaves code as it is', () => {
    expect(prose('`Map<K, V>` of <K>')).toBe('`Map<K, V>` of &lt;K&gt;');
  });

  it('keeps a cell in its column', () => {
    expect(cell('`A | B`')).toBe('`A \\| B`');
  });

  it('names anchors as GitHub does', () => {
    expect(slug('listOAuth2Tokens & more_things')).toBe('listoauth2tokens--more_things');
  });
});

describe('types', () => {
  const models = new Map([['User', { imports: [], declarations: [{ name: 'User', doc: [], alias: 'string' }] }]]);
  const link = typeLinker(models);

  it.each([
    ['string', '`string`'],
    ['User', '[`User`](Models.md#user)'],
    ['User[] | null', '[`User`](Models.md#user)`[] | null`'],
    ['{ [key: string]: User }', '`{ [key: string]: `[`User`](Models.md#user)` }`'],
    [`'User' | Users`, `\`'User' | Users\``],
  ])('%s', (type, expected) => {
    expect(link(type)).toBe(expected);
  });
});
