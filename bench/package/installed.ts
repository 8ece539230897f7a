import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** What `npm install --omit=dev` puts on a disk, without the package itself. */
export interface Installed {
  readonly packages: number;
  readonly files: number;
  readonly bytes: number;
}

interface Lock {
  readonly packages: Readonly<Record<string, { readonly dev?: boolean; readonly devOptional?: boolean }>>;
}

/** @returns the dependencies of users, as the lock file names them and `node_modules` has them */
export function installedDependencies(): Installed {
  const { packages }: Lock = JSON.parse(readFileSync('package-lock.json', 'utf8'));
  const folders = Object.keys(packages).filter((name) => {
    const { dev, devOptional } = packages[name] ?? {};
    return name !== '' && !dev && !devOptional;
  });
  const files = folders.flatMap(filesIn);
  return {
    packages: folders.length,
    files: files.length,
    bytes: files.reduce((sum, file) => sum + statSync(file).size, 0),
  };
}

/** Packages inside of packages have an entry of their own. */
function filesIn(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return entry.name === 'node_modules' ? [] : filesIn(path);
    return entry.isFile() ? [path] : [];
  });
}
