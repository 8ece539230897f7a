import { elapsed, record } from '../sample.js';

const AGAIN = 20;

const importing = performance.now();
const { createEmulator } = await import('../../src/emulator.js');
record('import of the source (through tsx)', 'ms', performance.now() - importing);
record('first createEmulator()', 'ms', await elapsed(() => createEmulator()));
for (let i = 0; i < AGAIN; i++) {
  record('createEmulator() again', 'ms', await elapsed(() => createEmulator()));
}
const emulator = createEmulator();
record('listen()', 'ms', await elapsed(() => emulator.listen()));
record('close()', 'ms', await elapsed(() => emulator.close()));
