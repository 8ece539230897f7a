import { describe, expect, it } from 'vitest';
import { readNames } from '../../scripts/lib/names/names-file.js';
import { prepare } from '../../scripts/lib/prepare/prepare.js';
import { literal, propertyKey } from '../../scripts/lib/print/print-type.js';
import { loadDescription } from '../../scripts/lib/spec/load-description.js';
import { compile } from '../support/compile.js';

const { model, forms } = prepare(
  loadDescription('spec', 'management'),
  readNames('spec/names.yaml'),
  'spec/prose/management',
);

const unions = [...model.types.values()].flatMap(({ name, shape }) =>
  shape.kind === 'union' && shape.discriminator ? [{ name, ...shape.discriminator }] : [],
);

/** For each tag a test of it must leave the one variant; after all tests only the unknown variant is left. */
function narrowing({ name, property, tags }: (typeof unions)[number], nameOf: (type: string) => string): string {
  const type = nameOf(name);
  const tests = [...tags].map(
    ([tag, variant]) =>
      `  if (x[${literal(property)}] === ${literal(tag)}) { const y: m.${nameOf(variant)} = x; return y; }`,
  );
  return [
    `export function f_${type}(x: m.${type}) {`,
    ...tests,
    `  const rest: m.UnknownTag | null | undefined = x.${propertyKey(property)};`,
    '  return rest;',
    '}',
  ].join('\n');
}

describe('discriminated unions', () => {
  it('are many', () => expect(unions.length).toBeGreaterThan(40));

  it('narrow by their tag without a cast, where they are written and where they are read', () => {
    const functions = unions.flatMap((union) => {
      const both = forms.twofold.has(union.name) ? [forms.read] : [];
      return [narrowing(union, forms.written), ...both.map((nameOf) => narrowing(union, nameOf))];
    });
    const source = ["import type * as m from '../../src/sdk.js';", ...functions].join('\n');
    expect(compile(source)).toEqual([]);
  }, 60_000);

  it('would fail this test if they did not', () => {
    const source = `import type * as m from '../../src/sdk.js';
      export function f(x: m.Application): m.BookmarkApplication { return x; }`;
    expect(compile(source)).toHaveLength(1);
  }, 60_000);
});
