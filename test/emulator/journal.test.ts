import { copyFileSync, existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createEmulator } from '../../src/emulator.js';
import { testClock } from './client.js';
import { dataFile, groupNames, type Kept, open } from './data-files.js';
import { profileOf } from './people.js';

const addGroup = ({ send }: Kept, name: string) => send('POST', '/api/v1/groups', { profile: { name } });

/** Requests about everything that is written in different ways: tables, relations, deletions, the log. */
async function busyDay(kept: Kept): Promise<void> {
  const { send } = kept;
  for (const name of ['ada', 'bob', 'eve']) {
    await send('POST', '/api/v1/users', {
      profile: profileOf(name),
      credentials: { password: { value: 'Abcd1234!x' } },
    });
  }
  const { text } = await addGroup(kept, 'g1');
  const { id } = JSON.parse(text);
  await send('PUT', `/api/v1/groups/${id}/users/${JSON.parse((await send('GET', '/api/v1/users/ada')).text).id}`);
  await send('POST', '/api/v1/users/bob/lifecycle/suspend');
  await send('DELETE', '/api/v1/users/eve');
  await send('DELETE', '/api/v1/users/eve');
  await send('POST', '/api/v1/zones', { type: 'IP', name: 'z', gateways: [{ type: 'CIDR', value: '1.2.3.4/32' }] });
}

const everything = [
  '/api/v1/users?limit=200',
  '/api/v1/users/ada',
  '/api/v1/users/ada/groups',
  '/api/v1/groups',
  '/api/v1/apps',
  '/api/v1/zones',
  '/api/v1/policies?type=PASSWORD',
  '/api/v1/logs?limit=1000',
];

async function readAll({ send }: Kept): Promise<string[]> {
  const texts = [];
  for (const path of everything) {
    const { status, text } = await send('GET', path);
    // Ids of errors are of the request, not of the org.
    texts.push(`${status} ${status === 200 ? text : ''}`);
  }
  return texts;
}

describe('an org in a file', () => {
  it('is the same to the byte after a restart, and goes on with ids and secrets as if nothing had happened', async () => {
    const clock = testClock();
    const [data, other] = [dataFile(), dataFile()];
    const first = open(data, { clock });
    await busyDay(first);
    const before = await readAll(first);
    await first.emulator.close();
    const second = open(data, { clock });
    expect(await readAll(second)).toEqual(before);
    expect(second.emulator.token).toBe(first.emulator.token);
    const unbroken = open(other, { clock });
    await busyDay(unbroken);
    await readAll(unbroken);
    await readAll(unbroken);
    const next = (kept: Kept) => kept.send('POST', '/api/v1/users/bob/lifecycle/reset_password?sendEmail=false');
    await second.send('POST', '/api/v1/users/bob/lifecycle/unsuspend');
    await unbroken.send('POST', '/api/v1/users/bob/lifecycle/unsuspend');
    expect(await next(second)).toEqual(await next(unbroken));
    expect(await addGroup(second, 'g2')).toEqual(await addGroup(unbroken, 'g2'));
    expect(second.told).toEqual([]);
  });

  it('is there when the process ends without closing it', async () => {
    const data = dataFile();
    const first = open(data);
    await busyDay(first);
    const copy = dataFile();
    copyFileSync(data, copy);
    const second = open(copy);
    expect(await readAll(second)).toEqual(await readAll(first));
  });

  it('takes a seed only when the file is new, and goes back to it on a reset, also after a restart', async () => {
    const data = dataFile();
    const seed = { groups: [{ profile: { name: 'g0' } }] };
    const first = open(data, { seed });
    await addGroup(first, 'g1');
    await first.emulator.close();
    const second = open(data, { seed: { groups: [{ profile: { name: 'gX' } }] } });
    expect(await groupNames(second)).toEqual(['g0', 'g1']);
    const before = await addGroup(second, 'g2');
    expect(before.status).toBe(200);
    second.emulator.reset();
    expect(await groupNames(second)).toEqual(['g0']);
    await addGroup(second, 'g3');
    await second.emulator.close();
    expect(await groupNames(open(data))).toEqual(['g0', 'g3']);
  });

  it('is not written by requests that only read or are refused', async () => {
    const data = dataFile();
    const kept = open(data);
    await addGroup(kept, 'g1');
    const { size } = statSync(data);
    await kept.send('GET', '/api/v1/users');
    await kept.send('GET', '/api/v1/users/nobody');
    await kept.send('POST', '/api/v1/groups', { profile: {} });
    expect(statSync(data).size).toBe(size);
  });

  it('is the same with answers that wait for the disk', async () => {
    const data = dataFile();
    const kept = open(data, { sync: true });
    await Promise.all(Array.from({ length: 20 }, (_, i) => addGroup(kept, `g${i}`)));
    await kept.emulator.close();
    expect(await groupNames(open(data))).toHaveLength(20);
  });

  it('is made anew when it has grown, without anybody waiting, and holds the same', { timeout: 60_000 }, async () => {
    const data = dataFile();
    const kept = open(data);
    const { text } = await addGroup(kept, 'g0');
    const path = `/api/v1/groups/${JSON.parse(text).id}`;
    const description = 'x'.repeat(1000);
    let largest = 0;
    for (let i = 0; i < 13_000; i++) {
      await kept.send('PUT', path, { profile: { name: 'g0', description: description + i } });
      const { size } = statSync(data);
      if (size < largest) break;
      largest = size;
    }
    expect(statSync(data).size).toBeLessThan(largest);
    await addGroup(kept, 'g1');
    const before = await readAll(kept);
    await kept.emulator.close();
    expect(existsSync(`${data}.draft`)).toBe(false);
    const again = open(data);
    expect(await readAll(again)).toEqual(before);
    again.emulator.reset();
    expect(await groupNames(again)).toEqual([]);
  });
});

describe('a file that was cut at any place', () => {
  it('gives what was answered up to there', { timeout: 60_000 }, async () => {
    const data = dataFile();
    const kept = open(data, { clock: testClock() });
    const ends = [statSync(data).size];
    for (let i = 0; i < 12; i++) {
      await addGroup(kept, `g${String(i).padStart(2, '0')}`);
      ends.push(statSync(data).size);
    }
    const bytes = readFileSync(data);
    const names = await groupNames(kept);
    const copy = dataFile();
    await fc.assert(
      fc.asyncProperty(
        fc.oneof(fc.nat(bytes.length), fc.integer({ min: ends[0] ?? 0, max: bytes.length })),
        async (cut) => {
          writeFileSync(copy, bytes.subarray(0, cut));
          const whole = ends.filter((end) => end <= cut).length - 1;
          const again = open(copy, { clock: testClock() });
          expect(await groupNames(again)).toEqual(names.slice(0, Math.max(0, whole)));
          expect(again.told.length).toBe(ends.includes(cut) || cut === 0 ? 0 : 1);
          expect((await addGroup(again, 'gnew')).status).toBe(200);
          await again.emulator.close();
          const once = open(copy);
          expect(await groupNames(once)).toContain('gnew');
          expect(once.told).toEqual([]);
          await once.emulator.close();
        },
      ),
      { numRuns: 60, examples: [[0], [1], [bytes.length - 1], [ends[0] ?? 0]] },
    );
  });
});

describe('a file that cannot be used is refused and stays as it is', () => {
  const refusal = (data: string) => {
    const before = readFileSync(data);
    expect(() => createEmulator({ data })).toThrow(expect.objectContaining({ code: 'OKTA_EMULATOR_DATA' }));
    expect(readFileSync(data).equals(before)).toBe(true);
    expect(existsSync(`${data}.lock`)).toBe(false);
  };

  it.each([['users:\n  - profile: {}\n'], ['okta-emulator-journal 2\n'], ['{}'], ['\0'.repeat(100)]])(
    'foreign: %j',
    (content) => {
      const data = dataFile();
      writeFileSync(data, content);
      refusal(data);
    },
  );

  it('damaged in the middle', async () => {
    const data = dataFile();
    const kept = open(data);
    await addGroup(kept, 'g1');
    const { size } = statSync(data);
    await addGroup(kept, 'g2');
    await kept.emulator.close();
    const bytes = readFileSync(data);
    bytes.writeUInt8(bytes.readUInt8(size - 20) ^ 1, size - 20);
    writeFileSync(data, bytes);
    refusal(data);
  });

  it('in a folder that is not there, or a folder itself', () => {
    const data = dataFile();
    expect(() => createEmulator({ data: `${data}/none/org` })).toThrow(/cannot be used.*no such file/);
    mkdirSync(data);
    expect(() => createEmulator({ data })).toThrow(/cannot be used/);
  });
});

describe('a file that another emulator uses', () => {
  it('is refused until that one is closed', async () => {
    const data = dataFile();
    const first = open(data);
    expect(() => createEmulator({ data })).toThrow(
      expect.objectContaining({ code: 'OKTA_EMULATOR_LOCKED', message: expect.stringContaining(String(process.pid)) }),
    );
    await first.emulator.close();
    expect(open(data).told).toEqual([]);
  });

  it.each([
    ['was killed', '{"pid":4194304,"born":"1"}'],
    ['had the same process id', `{"pid":${process.pid},"born":"1"}`],
    ['left half a lock', '{"pid"'],
  ])('and that %s is free', (_, lock) => {
    const data = dataFile();
    writeFileSync(`${data}.lock`, lock);
    expect(open(data).told).toEqual([]);
  });
});
