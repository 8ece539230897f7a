import { describe, expect, it } from 'vitest';
import { emulate, errorOf } from './client.js';
import { answerValidator } from './every-operation/answer-validator.js';
import { EXPLAINED } from './every-operation/explained.js';
import { facts, operations } from './every-operation/operations.js';
import { callPrepared } from './every-operation/prepare.js';
import { world } from './every-operation/world.js';

const validator = answerValidator();
const explained = Object.keys(EXPLAINED);
const successful = [...operations.values()].filter(({ name }) => !explained.includes(name));

describe('every operation succeeds as described', () => {
  it.each(successful)('$name', async (operation) => {
    const reply = await callPrepared(await emulate('in process', { seed: world }), operation);
    expect(validator.statuses(operation.name), reply.text).toContain(reply.status);
    const isJson = facts.operations[operation.name]?.media === undefined;
    expect(isJson ? validator.faults(operation.name, reply.status, reply.body) : [], reply.text).toEqual([]);
  });
});

describe('what cannot succeed in an org without people and other services is refused', () => {
  it.each(explained)('%s', async (name) => {
    const operation = operations.get(name);
    if (operation === undefined) throw new Error(`There is no ${name}`);
    const reply = await callPrepared(await emulate('in process', { seed: world }), operation);
    expect(errorOf(reply)).toMatchObject({ status: EXPLAINED[name]?.status, errorCode: EXPLAINED[name]?.code });
  });
});
