import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { elapsed, record } from '../sample.js';
import { openWire, userBody, usersSeed, type Wire } from './org.js';

/** Writes that are not counted, until the machine code is there. */
const WARM_UP = 2000;
const WRITES = 500;
const SIZES = [100, 100_000];

async function update(wire: Wire, users: number, times: number): Promise<void> {
  for (let i = 0; i < times; i++) {
    const { profile } = userBody(i % users);
    await wire.send('POST', `/api/v1/users/${profile.login}`, { profile: { nickName: `n${times + i}` } });
  }
}

/** Microseconds that an update of a user takes. */
async function writeCost(wire: Wire, users: number): Promise<number> {
  await update(wire, users, WARM_UP);
  return ((await elapsed(() => update(wire, users, WRITES))) / WRITES) * 1000;
}

const folder = mkdtempSync(join(tmpdir(), 'bench-'));
try {
  for (const size of SIZES) {
    const users = `${size.toLocaleString('en')} users`;
    const seed = usersSeed(size);
    record(`update of one of ${users}, in memory`, 'µs', await writeCost(openWire({ seed }), size));
    for (const [how, sync] of [
      ['with a data file', false],
      ['with a data file, sync', true],
    ] as const) {
      const data = join(folder, `${size}-${sync}`);
      const wire = openWire({ seed, data, sync });
      record(`update of one of ${users}, ${how}`, 'µs', await writeCost(wire, size));
      await wire.emulator.close();
      if (sync) continue;
      const opening = performance.now();
      const again = openWire({ seed, data });
      record(`open the data file of ${users}`, 'ms', performance.now() - opening);
      await again.emulator.close();
    }
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
