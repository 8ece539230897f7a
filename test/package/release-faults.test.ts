import { describe, expect, it } from 'vitest';
import { type Release, releaseFaults } from '../../scripts/lib/package/release-faults.js';

const dependencies = { jose: '6.0.0' };
const manifest = { version: '9.1.0', dependencies, repository: 'github:acme/sdk' };
const ready: Release = {
  manifest,
  lock: { packages: { '': { version: '9.1.0', dependencies } } },
  version: '9.1.0',
  changelog: '# Changelog\n\n## 9.1.0\n\n- New\n\n## 9.0.0\n',
  gitStatus: '',
};

describe('npm run release:check', () => {
  it('finds nothing against a release that is ready', () => expect(releaseFaults(ready)).toEqual([]));

  it.each<[string, Partial<Release>, RegExp]>([
    ['another version told to the service', { version: '9.0.0' }, /^src\/version\.ts/],
    ['an unreleased section in the changelog', { changelog: '## 9.1.0 (unreleased)\n' }, /^CHANGELOG/],
    ['uncommitted work', { gitStatus: ' M src/sdk.ts\n' }, /^git/],
    ['a lock file of another version', { lock: { packages: { '': { version: '9.0.0', dependencies } } } }, /lock/],
    ['a lock file of other dependencies', { lock: { packages: { '': { version: '9.1.0' } } } }, /lock.*dependencies/],
    ['no repository', { manifest: { version: '9.1.0', dependencies } }, /repository/],
  ])('names %s', (_, change, fault) => {
    expect(releaseFaults({ ...ready, ...change })).toEqual([expect.stringMatching(fault)]);
  });

  it('names a version that is not final', () => {
    const unfinished = { ...ready, manifest: { ...manifest, version: '9.1.0-dev' } };
    expect(releaseFaults(unfinished)).toContainEqual(expect.stringMatching(/1\.2\.3/));
  });
});
