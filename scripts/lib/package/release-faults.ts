/** What a release is judged by. */
export interface Release {
  readonly manifest: Manifest;
  /** `package-lock.json`. */
  readonly lock: { readonly packages: Readonly<Record<string, Manifest>> };
  /** What the SDK tells the service: `src/version.ts`. */
  readonly version: string;
  readonly changelog: string;
  /** What `git status --short` prints. */
  readonly gitStatus: string;
}

interface Manifest {
  readonly version?: string;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly repository?: unknown;
}

/** A condition, and what to do where it does not hold. */
type Rule = readonly [holds: (release: Release) => boolean, advice: string];

const RULES: readonly Rule[] = [
  [({ manifest }) => /^\d+\.\d+\.\d+$/.test(manifest.version ?? ''), 'package.json: give `version` the form 1.2.3'],
  [({ manifest, version }) => version === manifest.version, 'src/version.ts: write the version of package.json'],
  [
    ({ manifest, lock }) => lock.packages['']?.version === manifest.version,
    'package-lock.json: run `npm install --package-lock-only`, its version is not that of package.json',
  ],
  [
    ({ manifest, lock }) => sameEntries(lock.packages['']?.dependencies, manifest.dependencies),
    'package-lock.json: run `npm install --package-lock-only`, its dependencies are not those of package.json',
  ],
  [
    ({ manifest, changelog }) => changelog.split('\n').includes(`## ${manifest.version}`),
    'CHANGELOG.md: give the version a section of its own, without "(unreleased)"',
  ],
  [
    ({ manifest }) => manifest.repository !== undefined,
    'package.json: name the `repository`; provenance is the proof that the package was built from it',
  ],
  [({ gitStatus }) => gitStatus.trim() === '', 'git: commit or remove what `git status` lists'],
];

/**
 * Finds what stands against publishing.
 *
 * @param release - what would be published
 * @returns what to do, a line each; none if nothing does
 */
export function releaseFaults(release: Release): string[] {
  return RULES.filter(([holds]) => !holds(release)).map(([, advice]) => advice);
}

function sameEntries(one: object = {}, other: object = {}): boolean {
  const listOf = (object: object) => Object.entries(object).map(String).sort().join();
  return listOf(one) === listOf(other);
}
