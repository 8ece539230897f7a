/** What this needs of `package-lock.json`. */
export interface Lock {
  readonly packages: Readonly<Record<string, LockedPackage>>;
}

interface LockedPackage {
  readonly name?: string;
  readonly version?: string;
  readonly license?: string;
  readonly integrity?: string;
  readonly dependencies?: Readonly<Record<string, string>>;
}

/**
 * Lists what users install along with the package and what is built into it, as CycloneDX: the same bytes for the same
 * lock file, since it tells neither a time nor where packages were fetched from. (`npm sbom --omit=dev` leaves out what
 * development needs as well.)
 *
 * @param lock - the lock file
 * @param builtIn - folders of packages whose code is in `dist/`
 * @returns the list, to be written as JSON
 * @throws Error if a dependency is not in the lock file
 * @see https://cyclonedx.org/docs/1.6/json/
 */
export function sbom(lock: Lock, builtIn: readonly string[]): object {
  const { '': root = {} } = lock.packages;
  const direct = Object.keys(root.dependencies ?? {}).map((name) => pathOf(lock, '', name));
  const paths = [...reachable(lock, [...direct, ...builtIn])].sort();
  const edges = paths.map((path) => ({ ref: refOf(lock, path), dependsOn: below(lock, path) }));
  const own = { ref: refOf(lock, ''), dependsOn: refs(lock, [...direct, ...builtIn]) };
  return {
    bomFormat: 'CycloneDX',
    specVersion: '1.6',
    version: 1,
    metadata: { component: componentOf(lock, '') },
    components: paths.map((path) => componentOf(lock, path)),
    dependencies: [own, ...edges],
  };
}

function componentOf(lock: Lock, path: string): object {
  const { version, license, integrity } = lock.packages[path] ?? {};
  const ref = refOf(lock, path);
  return {
    type: 'library',
    'bom-ref': ref,
    name: nameOf(lock, path),
    version,
    purl: ref,
    ...(license && { licenses: [/[ ()]/.test(license) ? { expression: license } : { license: { id: license } }] }),
    ...(integrity && { hashes: integrity.split(' ').map(hashOf) }),
  };
}

/** The lock file has hashes as `sha512-<base64>`. */
function hashOf(integrity: string): object {
  const [algorithm = '', base64 = ''] = integrity.split(/-(.*)/s);
  const content = Buffer.from(base64, 'base64').toString('hex');
  return { alg: algorithm.toUpperCase().replace('SHA', 'SHA-'), content };
}

/** @see https://github.com/package-url/purl-spec */
function refOf(lock: Lock, path: string): string {
  return `pkg:npm/${nameOf(lock, path).replace('@', '%40')}@${lock.packages[path]?.version}`;
}

function nameOf(lock: Lock, path: string): string {
  return lock.packages[path]?.name ?? path.replace(/^.*node_modules\//, '');
}

const refs = (lock: Lock, paths: readonly string[]): string[] =>
  [...new Set(paths.map((path) => refOf(lock, path)))].sort();

const below = (lock: Lock, path: string): string[] => refs(lock, dependenciesOf(lock, path));

function reachable(lock: Lock, from: readonly string[]): Set<string> {
  const found = new Set(from);
  for (const path of found) for (const next of dependenciesOf(lock, path)) found.add(next);
  return found;
}

function dependenciesOf(lock: Lock, path: string): string[] {
  return Object.keys(lock.packages[path]?.dependencies ?? {}).map((name) => pathOf(lock, path, name));
}

/** Looks beside and above, as Node does. */
function pathOf(lock: Lock, from: string, name: string): string {
  for (let folder = from; ; folder = folder.replace(/\/?node_modules\/(?:@[^/]+\/)?[^/]+$/, '')) {
    const path = `${folder && `${folder}/`}node_modules/${name}`;
    if (path in lock.packages) return path;
    if (folder === '') throw new Error(`package-lock.json has no ${name}, which ${from || 'package.json'} needs`);
  }
}
