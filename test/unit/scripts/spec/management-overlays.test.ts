import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { load } from 'js-yaml';
import { query } from 'json-p3';
import { describe, expect, it } from 'vitest';
import { loadPublished } from '../../../../scripts/lib/spec/load-description.js';
import type { Description } from '../../../../scripts/lib/spec/openapi.js';
import { applyOverlay, readOverlays } from '../../../../scripts/lib/spec/overlay.js';

/** What a correction achieves: the values that a JSONPath finds in the corrected description. */
interface Effect {
  readonly at: string;
  readonly finds: readonly unknown[];
}

const effects = load(readFileSync('test/fixtures/overlays/management.yaml', 'utf8')) as Record<
  string,
  Record<string, Effect>
>;
const overlays = readOverlays('spec/overlays/management');
const published = JSON.stringify(loadPublished('spec', 'management'));

const actions = overlays.flatMap((overlay) =>
  overlay.actions.map((action, index) => ({ file: basename(overlay.file, '.yaml'), index, target: action.target })),
);

/** The description with all corrections but one; those that lean on the one left out find nothing and are left out too. */
function correctedWithout(leftOut?: { file: string; index: number }): Description {
  const description: Description = JSON.parse(published);
  for (const { file, actions: all } of overlays) {
    for (const [index, action] of all.entries()) {
      const isLeftOut = basename(file, '.yaml') === leftOut?.file && index === leftOut.index;
      const isLost = leftOut !== undefined && find(description, action.target).length === 0;
      if (!isLeftOut && !isLost) applyOverlay(description, { file, actions: [action] });
    }
  }
  return description;
}

const find = (description: Description, path: string): unknown[] =>
  [...query(path, description as never)].map(({ value }) => value);

describe('corrections of the management description', () => {
  const whole = correctedWithout();

  it.each(actions)('$file $index ($target) has the effect it was made for', ({ file, index }) => {
    const effect = effects[file]?.[index];
    if (effect === undefined)
      throw new Error(`test/fixtures/overlays/management.yaml says nothing of ${file} ${index}`);
    expect(find(whole, effect.at)).toEqual(effect.finds);
    expect(find(correctedWithout({ file, index }), effect.at)).not.toEqual(effect.finds);
  });

  it('have no fixture left over', () => {
    const known = new Set(actions.map(({ file, index }) => `${file} ${index}`));
    const told = Object.entries(effects).flatMap(([file, entries]) =>
      Object.keys(entries).map((index) => `${file} ${index}`),
    );
    expect(told.filter((entry) => !known.has(entry))).toEqual([]);
  });
});
