import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** `require('@okta/okta-sdk-nodejs/src/memory-store')` gave the constructor itself in versions 4 to 8. */
const FILES = {
  'memory-store.js': "export { MemoryStore, MemoryStore as default } from './sdk.js';\n",
  'memory-store.cjs': "module.exports = require('./index.cjs').MemoryStore;\n",
} as const;

const TYPES = {
  'memory-store.d.ts': "export { MemoryStore, MemoryStore as default } from './sdk.cjs';\n",
  'memory-store.d.cts': "import { MemoryStore } from './sdk.cjs';\nexport = MemoryStore;\n",
} as const;

/**
 * Writes the door of the cache store. The class stays where the root has it, so that it is the same through both doors.
 *
 * @param folder - where the JavaScript is
 * @param withTypes - whether to write the types as well
 */
export function writeMemoryStoreDoor(folder: string, withTypes: boolean): void {
  for (const [name, text] of Object.entries({ ...FILES, ...(withTypes && TYPES) })) {
    writeFileSync(join(folder, name), text);
  }
}
