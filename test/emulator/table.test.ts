import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Table } from '../../src/emulator/org/table.js';

const key = fc.integer({ min: 0, max: 2000 }).map((n) => String(n).padStart(4, '0'));
const command = fc.tuple(fc.constantFrom('set', 'set', 'set', 'delete'), key);

interface Target {
  set(key: string, value: string): unknown;
  delete(key: string): unknown;
}

function apply(commands: readonly [string, string][], ...targets: readonly Target[]) {
  for (const [verb, name] of commands) {
    for (const target of targets) verb === 'set' ? target.set(name, `value of ${name}`) : target.delete(name);
  }
}

function sorted(model: ReadonlyMap<string, string>): string[] {
  return [...model.keys()].sort();
}

describe('a table', () => {
  it('holds what a map would hold, in order, and walks any part of it both ways', () => {
    const commands = fc.array(command, { minLength: 1, maxLength: 3000, size: 'max' });
    fc.assert(
      fc.property(commands, key, fc.constantFrom('', '0', '1', '19'), (list, from, prefix) => {
        const table = new Table<string>();
        const model = new Map<string, string>();
        apply(list, table, model);
        const keys = sorted(model).filter((name) => name.startsWith(prefix));
        expect([...table.keys({ prefix })]).toEqual(keys);
        expect(table.count({ prefix })).toBe(keys.length);
        expect(table.last()?.[0]).toBe(sorted(model).at(-1));
        expect([...table.values({ prefix })]).toEqual(keys.map((name) => `value of ${name}`));
        expect([...table.keys({ prefix, backwards: true })]).toEqual([...keys].reverse());
        const after = prefix + from.slice(prefix.length);
        expect([...table.keys({ prefix, after })]).toEqual(keys.filter((name) => name > after));
        expect([...table.keys({ prefix, after, backwards: true })]).toEqual(
          keys.filter((name) => name < after).reverse(),
        );
        expect(table.get(from)).toBe(model.get(from));
      }),
      { numRuns: 60 },
    );
  });

  it('and its forks do not see each other', () => {
    const commands = fc.array(command, { maxLength: 1000, size: 'max' });
    fc.assert(
      fc.property(commands, commands, commands, (shared, ofOriginal, ofFork) => {
        const original = new Table<string>();
        const models = [new Map<string, string>(), new Map<string, string>()] as const;
        apply(shared, original, ...models);
        const fork = original.fork();
        apply(ofOriginal, original, models[0]);
        apply(ofFork, fork, models[1]);
        apply(ofOriginal.slice(0, 10), fork, models[1]);
        expect([...original.keys()]).toEqual(sorted(models[0]));
        expect([...fork.keys()]).toEqual(sorted(models[1]));
      }),
      { numRuns: 60 },
    );
  });
});
