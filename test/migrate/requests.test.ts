import ts from 'typescript';
import { describe, expect, it, onTestFinished } from 'vitest';
import { createEmulator } from '../../src/emulator.js';
import * as sdk from '../../src/index.js';
import { readFixtures } from './fixtures.js';

const START = Date.UTC(2026, 2, 4);
const runnable = readFixtures().filter(({ name }) => name.startsWith('run-'));

/** Runs a program against a new org; returns what it sent, and what it returned. */
async function run(text: string) {
  let time = START;
  const clock = { now: () => time, sleep: async () => undefined };
  const emulator = createEmulator({ clock, pageSize: 2 });
  onTestFinished(() => emulator.close());
  const requests: string[] = [];
  const recording: typeof fetch = async (input, init) => {
    time += 1000;
    const { method = 'GET', body } = init ?? {};
    requests.push(`${method} ${String(input).replace(emulator.url, '')} ${typeof body === 'string' ? body : ''}`);
    return emulator.fetch(input, init);
  };
  class Client extends sdk.Client {
    constructor() {
      super({ orgUrl: emulator.url, token: emulator.token, environment: {}, fetch: recording as sdk.FetchLike });
    }
  }
  const result = await mainOf(text, { ...sdk, Client, default: { ...sdk, Client } })();
  return { requests, result };
}

/** What a program exports, with the package in place of what it requires. */
function mainOf(text: string, okta: object): () => Promise<unknown> {
  const { outputText } = ts.transpileModule(text, {
    compilerOptions: { target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.CommonJS },
  });
  const module = { exports: {} as { default?: () => Promise<unknown> } & (() => Promise<unknown>) };
  new Function('module', 'exports', 'require', outputText)(module, module.exports, () => okta);
  return module.exports.default ?? module.exports;
}

describe('programs send the same before and after', () => {
  it('is tried with several', () => expect(runnable.length).toBeGreaterThanOrEqual(4));

  it.each(runnable)('$name', async ({ before, after }) => {
    const [[path, old] = ['', '']] = before;
    const earlier = await run(old);
    const later = await run(after.get(path) ?? '');
    expect(after.get(path)).not.toMatch(/client\.(?:create|get|list|update|delete|assign)\w+\(/);
    expect(earlier.requests.length).toBeGreaterThan(4);
    expect(later).toEqual(earlier);
  });
});
