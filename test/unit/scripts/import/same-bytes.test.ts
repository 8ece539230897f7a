import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { extractFacts } from '../../../../scripts/lib/import/extract-facts.js';
import { isObject, type Json, type JsonObject } from '../../../../scripts/lib/import/json.js';
import { parseDescription } from '../../../../scripts/lib/import/read-description.js';
import { BANNER, factsText } from '../../../../scripts/lib/import/write-facts.js';
import { anyDescription } from './any-description.js';
import { smallDescription, yamlOf } from './small-description.js';

const imported = (text: string): string =>
  factsText(extractFacts(parseDescription(Buffer.from(text), 'any.yaml')).facts);

/** Turns round the order of the members that the importer puts in order. */
function turned(description: JsonObject): JsonObject {
  const { paths, components, ...rest } = description;
  const sections = isObject(components) ? components : {};
  const turnedSections = Object.entries(sections).map(([key, value]): [string, Json] => [key, backwards(value)]);
  return { ...rest, components: Object.fromEntries(turnedSections), paths: backwards(paths ?? null) };
}

const backwards = (value: Json): Json =>
  isObject(value) ? Object.fromEntries(Object.entries(value).reverse()) : value;

describe('the bytes of an import', () => {
  it('are the same when the output is imported again', () => {
    fc.assert(
      fc.property(anyDescription, (description) => {
        const first = imported(yamlOf(description));
        expect(imported(first)).toBe(first);
      }),
    );
  });

  it('do not depend on the order of paths, components and members of the document', () => {
    fc.assert(
      fc.property(anyDescription, (description) => {
        // A file that ends in its scopes or lacks its end mark may be taken for a cut one: not what is tested here.
        expect(imported(`${yamlOf(turned(description))}...\n`)).toBe(imported(yamlOf(description)));
      }),
    );
  });

  it('do not depend on whether the description is YAML or JSON', () => {
    fc.assert(
      fc.property(anyDescription, fc.constantFrom(undefined, 2, '\t'), (description, indent) => {
        expect(imported(JSON.stringify(description, null, indent))).toBe(imported(yamlOf(description)));
      }),
    );
  });

  it('have a banner, line feeds only, no anchors, no folded lines and an end mark', () => {
    const description = smallDescription();
    const text = imported(yamlOf(description).replaceAll('\n', '\r\n'));
    expect(text.startsWith(`${BANNER}\nopenapi: 3.0.3\n`)).toBe(true);
    expect(text.endsWith('\n...\n')).toBe(true);
    expect(text).not.toMatch(/\r|[:-] [&*>|]/);
  });
});
