import { existsSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { extractFacts } from '../../../../scripts/lib/import/extract-facts.js';
import { parseDescription } from '../../../../scripts/lib/import/read-description.js';
import { SpecError } from '../../../../scripts/lib/import/spec-error.js';
import { factsText } from '../../../../scripts/lib/import/write-facts.js';
import { smallDescription, yamlOf } from './small-description.js';

const imported = (bytes: Uint8Array): string => factsText(extractFacts(parseDescription(bytes, 'cut.yaml')).facts);

/** Asserts that what is left of a file is refused, or says all that the file said. */
function expectCutNoticed(bytes: Uint8Array, { at, whole }: { at: number; whole: string }): void {
  try {
    expect(imported(bytes.subarray(0, at))).toBe(whole);
  } catch (error) {
    if (!(error instanceof SpecError)) throw error;
  }
}

/** Places at which a line ends. */
const lineEnds = (bytes: Uint8Array): number[] =>
  [...bytes.entries()].flatMap(([index, byte]) => (byte === 10 ? [index + 1] : []));

const small = Buffer.from(yamlOf(smallDescription()));

describe('a description that was cut short', () => {
  it('is refused after every line', () => {
    const whole = imported(small);
    for (const at of lineEnds(small)) expectCutNoticed(small, { at, whole });
  });

  it('is refused after any byte', () => {
    const whole = imported(small);
    fc.assert(fc.property(fc.nat(small.length), (at) => expectCutNoticed(small, { at, whole })));
  });

  it('is refused as JSON after any byte', () => {
    const json = Buffer.from(JSON.stringify(smallDescription(), null, 2));
    const whole = imported(json);
    fc.assert(fc.property(fc.nat(json.length), (at) => expectCutNoticed(json, { at, whole })));
  });

  it('is refused when it was written by an import, after every line', () => {
    const written = Buffer.from(imported(small));
    const whole = imported(written);
    for (const at of lineEnds(written)) expectCutNoticed(written, { at, whole });
  });

  it('is taken when the file says itself that it ends there', () => {
    const cut = yamlOf(smallDescription()).replace(/\n.*pets\.read: Read pets\n$/, '\n');
    expect(() => imported(Buffer.from(cut))).toThrow(SpecError);
    const { findings } = extractFacts(parseDescription(Buffer.from(`${cut}...\n`), 'closed.yaml'));
    expect(findings.faults).toMatchObject([{ kind: 'scope-not-declared' }]);
  });
});

const PUBLISHED = ['idp', 'oag', 'oauth', 'opa'].map((name) => `../shared/spec/2026.06.2/${name}.yaml`);
const absent = !existsSync(PUBLISHED[0] ?? '');
if (absent) console.log('skipped: cuts of published files, ../shared/spec is not there');

describe.skipIf(absent)('a published file that was cut short', () => {
  it.each(PUBLISHED)('is refused: %s', (file) => {
    const bytes = readFileSync(file);
    const whole = imported(bytes);
    const ends = lineEnds(bytes);
    const places = fc.oneof(fc.nat(bytes.length), fc.constantFrom(...ends), fc.constantFrom(...ends.slice(-40)));
    fc.assert(
      fc.property(places, (at) => expectCutNoticed(bytes, { at, whole })),
      { numRuns: 30 },
    );
  });
});
