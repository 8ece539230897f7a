import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const SOURCE = 'generated/management/apis';

/**
 * Writes `apis/<Api>.js` and `apis/<Api>.d.ts`: a door for each class, which gives the class and the requests of its
 * methods. The code stays where the root has it, so that a class is the same through every door.
 *
 * Only for ES modules: what is required is one file in any case, and package.json leads there.
 *
 * @param folder - where the JavaScript is
 * @param withTypes - whether to write the types as well
 */
export function writeApiDoors(folder: string, withTypes: boolean): void {
  mkdirSync(join(folder, 'apis'), { recursive: true });
  for (const name of apiNames()) {
    const path = join(folder, 'apis', name);
    writeFileSync(`${path}.js`, `export { ${name} } from '../sdk.js';\n`);
    if (withTypes) writeFileSync(`${path}.d.ts`, `export { ${exportsOf(name).join(', ')} } from '../sdk.cjs';\n`);
  }
}

/** @returns names of the Api classes, in order */
export function apiNames(): string[] {
  const files = readdirSync(SOURCE).filter((name) => /^\w+Api\.ts$/.test(name));
  return files.map((name) => name.replace('.ts', '')).sort();
}

/**
 * @param name - of an Api class
 * @returns what its file exports, as it is written in a list: types with `type` before them
 */
export function exportsOf(name: string): string[] {
  const text = readFileSync(join(SOURCE, `${name}.ts`), 'utf8');
  const found = [...text.matchAll(/^export (class|interface|type) (\w+)/gm)];
  return found.map(([, kind, exported = '']) => (kind === 'class' ? exported : `type ${exported}`));
}
