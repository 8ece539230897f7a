import { describe, expect, it } from 'vitest';
import type { V4Operation } from '../../../scripts/lib/v4/v4-facts.js';
import { type Client as EmulatorClient, emulate } from '../../emulator/client.js';
import { EXPLAINED } from '../../emulator/every-operation/explained.js';
import { operations } from '../../emulator/every-operation/operations.js';
import { prepared } from '../../emulator/every-operation/prepare.js';
import { world } from '../../emulator/every-operation/world.js';
import { clientOf, methodOf, older } from './older.js';

/** What an org without people and other services refuses. */
const REFUSED = Object.keys(EXPLAINED);

interface Plan {
  readonly name: string;
  readonly successor: string;
}

const plans = [...older.successors].map(([name, { method }]): Plan => ({ name, successor: method }));

describe('every flat method does in an org what its successor does', () => {
  const possible = plans.filter(({ successor }) => !REFUSED.includes(successor));
  it.each(possible)('$name', async ({ name }) => {
    await expect(callFlat(await emulate('in process', { seed: world }), name)).resolves.toBe('done');
  });
});

/** Calls a flat method with what the documentation shows for its successor, on things that are there. */
async function callFlat(org: EmulatorClient, name: string): Promise<'done'> {
  const answer = methodOf(clientOf(org.emulator), name)(...(await argumentsFor(org, name)));
  if (!(Symbol.asyncIterator in answer)) await answer;
  else for await (const item of answer) expect(item).toBeTypeOf('object');
  return 'done';
}

async function argumentsFor(org: EmulatorClient, name: string): Promise<unknown[]> {
  const facts = older.operations[name];
  const successor = older.successors.get(name);
  const operation = operations.get(successor?.method ?? '');
  if (facts === undefined || successor === undefined || operation === undefined) throw new Error(`No ${name}`);
  const { caller, request: changed } = await prepared(org, operation);
  const request = await caller.requestFor(operation, changed);
  const query = Object.fromEntries((facts.query ?? []).map((parameter) => [parameter, request[parameter]]));
  return [...successor.params.map((param) => request[param]), ...bodyOf(facts, request[successor.body ?? '']), query];
}

function bodyOf({ body, file, sends }: V4Operation, given: unknown): unknown[] {
  if (body === undefined && file === undefined) return [];
  if (sends === undefined) return [given ?? { language: 'en' }];
  return [typeof given === 'object' && given !== null && 'data' in given ? given.data : given];
}
