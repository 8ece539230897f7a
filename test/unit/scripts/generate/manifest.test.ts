import { describe, expect, it } from 'vitest';
import { changedPaths, type Manifest, withManifest } from '../../../../scripts/lib/generate/manifest.js';

const files = new Map([
  ['b.ts', Buffer.from('b')],
  ['a.ts', Buffer.from('a')],
]);

describe('the manifest', () => {
  it('records what went in and what came out, sorted', () => {
    const made = withManifest(files, { 'spec/x.yaml': '1' });
    const manifest = JSON.parse(String(made.get('manifest.json'))) as Manifest;
    expect(manifest.inputs).toEqual({ 'spec/x.yaml': '1' });
    expect(Object.keys(manifest.outputs)).toEqual(['a.ts', 'b.ts']);
  });

  it('is the same whatever the order of the files', () => {
    const reversed = new Map([...files].reverse());
    expect(withManifest(reversed, {}).get('manifest.json')).toEqual(withManifest(files, {}).get('manifest.json'));
  });

  it('tells what was changed, added and removed', () => {
    expect(changedPaths({ same: '1', changed: '1', removed: '1' }, { same: '1', changed: '2', added: '1' })).toEqual([
      'added',
      'changed',
      'removed',
    ]);
  });
});
