import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { applyOverlay, type OverlayAction, readOverlays } from '../../../../scripts/lib/spec/overlay.js';

const applied = (document: object, ...actions: OverlayAction[]) => {
  applyOverlay(document, { file: 'o.yaml', actions });
  return document;
};

const action = (target: string, change: { update?: unknown; remove?: boolean }): OverlayAction => ({
  target,
  description: 'why',
  ...change,
});

describe('an overlay action', () => {
  it('merges objects, extends arrays and replaces anything else', () => {
    const document = { a: { b: { x: 1, list: [1] }, other: true } };
    expect(applied(document, action('$.a.b', { update: { x: 2, y: { z: 3 }, list: [2] } }))).toEqual({
      a: { b: { x: 2, y: { z: 3 }, list: [1, 2] }, other: true },
    });
  });

  it('appends an object to an array that it selects', () => {
    expect(applied({ list: [{ n: 1 }] }, action('$.list', { update: { n: 2 } }))).toEqual({
      list: [{ n: 1 }, { n: 2 }],
    });
  });

  it('removes every match, also several of one array', () => {
    expect(applied({ list: [1, 2, 3, 4] }, action('$.list[?@ > 1 && @ < 4]', { remove: true }))).toEqual({
      list: [1, 4],
    });
  });

  it('gives each match a copy of its own', () => {
    const document = applied({ a: {}, b: {} }, action('$.*', { update: { shared: {} } })) as Record<
      string,
      { shared: object }
    >;
    expect(document['a']?.shared).not.toBe(document['b']?.shared);
  });

  it('that matches nothing is an error, because what it corrected is gone', () => {
    expect(() => applied({ a: 1 }, action('$.b', { remove: true }))).toThrow('o.yaml: $.b matches nothing');
  });

  it('cannot be aimed at the whole document', () => {
    expect(() => applied({ a: 1 }, action('$', { update: {} }))).toThrow('whole document');
  });
});

describe('reading overlays', () => {
  const folder = (files: Record<string, string>) => {
    const path = mkdtempSync(join(tmpdir(), 'overlays-'));
    onTestFinished(() => rmSync(path, { recursive: true }));
    for (const [name, text] of Object.entries(files)) writeFileSync(join(path, name), text);
    return path;
  };

  it('goes by file name', () => {
    const head = 'overlay: 1.0.0\nactions: [{ target: $.a, description: why, remove: true }]\n';
    expect(
      readOverlays(folder({ 'b.yaml': head, 'a.yaml': head, 'c.txt': '' })).map(({ file }) => file.slice(-6)),
    ).toEqual(['a.yaml', 'b.yaml']);
  });

  it.each([
    ['no overlay', 'openapi: 3.0.3\n', 'not an OpenAPI Overlay'],
    [
      'an action without a reason',
      'overlay: 1.0.0\nactions: [{ target: $.a, remove: true }]\n',
      'needs a target and a description',
    ],
    [
      'an action that does nothing',
      'overlay: 1.0.0\nactions: [{ target: $.a, description: why }]\n',
      'either updates or removes',
    ],
    [
      'an action that does both',
      'overlay: 1.0.0\nactions: [{ target: $.a, description: why, update: 1, remove: true }]\n',
      'either updates or removes',
    ],
  ])('refuses %s', (_, text, reason) => {
    expect(() => readOverlays(folder({ 'a.yaml': text }))).toThrow(reason);
  });
});
