import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { createEmulator, type Emulator, type EmulatorOptions } from '../../src/emulator.js';
import type { TestClock } from './client.js';

/**
 * @returns path of a file that does not exist, in a folder that ends with the test
 */
export function dataFile(): string {
  const folder = mkdtempSync(join(tmpdir(), 'okta-emulator-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return join(folder, 'org.journal');
}

/** An emulator that keeps its org in a file, and what it told about the file. */
export interface Kept {
  readonly emulator: Emulator;
  readonly told: readonly string[];
  send(method: string, path: string, body?: unknown): Promise<{ status: number; text: string }>;
}

/**
 * @param data - the file
 * @param options - of the emulator; with a clock, answers are the same from run to run
 * @returns an emulator that ends with the test
 */
export function open(data: string, options: EmulatorOptions & { readonly clock?: TestClock } = {}): Kept {
  const told: string[] = [];
  const emulator = createEmulator({ notify: (message) => told.push(message), ...options, data });
  onTestFinished(() => emulator.close());
  const headers = { authorization: `SSWS ${emulator.token}`, 'content-type': 'application/json' };
  return {
    emulator,
    told,
    async send(method, path, body) {
      const init = body === undefined ? {} : { body: JSON.stringify(body) };
      const response = await emulator.fetch(emulator.url + path, { method, headers, ...init });
      return { status: response.status, text: await response.text() };
    },
  };
}

/**
 * @param kept - whose org
 * @returns names of its groups that begin with a small g, in the order of creation
 */
export async function groupNames({ send }: Pick<Kept, 'send'>): Promise<string[]> {
  const { text } = await send('GET', '/api/v1/groups?limit=10000');
  const groups: { profile: { name: string } }[] = JSON.parse(text);
  return groups.map(({ profile }) => profile.name).filter((name) => name.startsWith('g'));
}
