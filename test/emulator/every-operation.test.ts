import { describe, expect, it, vi } from 'vitest';
import { Table } from '../../src/emulator/org/table.js';
import { emulate, errorOf, type Reply } from './client.js';
import { answerValidator } from './every-operation/answer-validator.js';
import { EXPLAINED } from './every-operation/explained.js';
import { keptSecrets, notJson, shownSecrets } from './every-operation/hidden.js';
import { facts, type Operation, operations } from './every-operation/operations.js';
import { callPrepared } from './every-operation/prepare.js';
import { world } from './every-operation/world.js';

const validator = answerValidator();
const explained = Object.keys(EXPLAINED);
const successful = [...operations.values()].filter(({ name }) => !explained.includes(name));

/** Calls an operation, and looks at everything that was stored on the way: that is what a data file would get. */
async function call(operation: Operation): Promise<Reply> {
  const stored = vi.spyOn(Table.prototype, 'set');
  const reply = await callPrepared(await emulate('in process', { seed: world }), operation);
  const values = stored.mock.calls.map(([, value]) => value);
  expect(values.length, 'stored').toBeGreaterThan(100);
  expect(
    values.flatMap((value) => notJson(value)),
    'stored, but no plain JSON',
  ).toEqual([]);
  expect(
    values.flatMap((value) => keptSecrets(operation.name, value)),
    'stored, but secret',
  ).toEqual([]);
  expect(shownSecrets(operation.name, reply.text), 'answered, but secret').toEqual([]);
  return reply;
}

describe('every operation succeeds as described, stores plain JSON, and tells no secret', () => {
  it.each(successful)('$name', async (operation) => {
    const reply = await call(operation);
    expect(validator.statuses(operation.name), reply.text).toContain(reply.status);
    const isJson = facts.operations[operation.name]?.media === undefined;
    expect(isJson ? validator.faults(operation.name, reply.status, reply.body) : [], reply.text).toEqual([]);
  });
});

describe('what cannot succeed in an org without people and other services is refused', () => {
  it.each(explained)('%s', async (name) => {
    const operation = operations.get(name);
    if (operation === undefined) throw new Error(`There is no ${name}`);
    expect(errorOf(await call(operation))).toMatchObject({
      status: EXPLAINED[name]?.status,
      errorCode: EXPLAINED[name]?.code,
    });
  });
});
