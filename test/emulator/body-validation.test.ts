import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isObject, type JsonObject } from '../../src/emulator/org/json.js';
import { emulate, errorOf, type Reply } from './client.js';
import { type Operation, operationAt, operations, shapeOf } from './every-operation/operations.js';
import { prepared } from './every-operation/prepare.js';
import { world } from './every-operation/world.js';

const RUNS = 8;

/** Calls other services, which are not there. */
const CALLS_OUT = new Set(['executeInlineHook', 'verifyEventHook']);

const withBody = [...operations.values()].flatMap((operation) => {
  const { body } = operation.row;
  const name = typeof body === 'object' ? body.name : body;
  const isJson = typeof body !== 'object' || body.as === undefined || body.as === 'merge-patch';
  const isShown = typeof name === 'string' && isObject(operation.request[name]);
  return isJson && isShown && !CALLS_OUT.has(operation.name) ? [{ operation, member: name }] : [];
});

/** Paths to everything inside a body. */
function pathsIn(value: unknown, path: readonly string[] = []): string[][] {
  if (typeof value !== 'object' || value === null) return path.length > 0 ? [[...path]] : [];
  const inner = Object.entries(value).flatMap(([name, member]) => pathsIn(member, [...path, name]));
  return path.length > 0 ? [[...path], ...inner] : inner;
}

function changed(value: unknown, [name, ...rest]: readonly string[], next: unknown): unknown {
  if (name === undefined) return next;
  if (Array.isArray(value)) return value.map((item, i) => (String(i) === name ? changed(item, rest, next) : item));
  const { [name]: inner, ...others } = Object(value) as JsonObject;
  const member = changed(inner, rest, next);
  return member === undefined ? others : { ...others, [name]: member };
}

const oddValues = fc.constantFrom<unknown>(
  undefined,
  null,
  '',
  'NO_SUCH_VALUE',
  'x'.repeat(5000),
  -1,
  1.5,
  true,
  [],
  [null],
  {},
  { no: 'such' },
);

/** Errors have an id of their own each time. */
function stateIn({ status, text }: Reply): string {
  return status === 200 ? text : String(status);
}

async function stateOf({ verb, template }: Operation, read: (path: string) => Promise<string>, path: string) {
  const shown = verb === 'GET' ? undefined : operationAt('GET', shapeOf(template));
  return shown === undefined ? undefined : read(path);
}

describe('a body that was tampered with', () => {
  it.each(withBody)('is answered without a failure: $operation.name', async ({ operation, member }) => {
    const client = await emulate('in process', { seed: world });
    const { caller, request } = await prepared(client, operation);
    const whole = await caller.requestFor(operation, request);
    const path = operation.template.replace(/\{([^}]*)\}/g, (_, name) => encodeURIComponent(String(whole[name])));
    const read = async (target: string) => stateIn(await client.get(target));
    const property = fc.asyncProperty(
      fc.constantFrom(...pathsIn(whole[member]), []),
      oddValues,
      async (inside, value) => {
        const before = await stateOf(operation, read, path);
        const body = inside.length === 0 ? { odd: value } : changed(whole[member], inside, value);
        const reply = await caller.send(operation, { ...whole, [member]: body });
        expect(reply.status === 501 ? 400 : reply.status, reply.text).toBeLessThan(500);
        if (reply.status >= 400) expect(await stateOf(operation, read, path)).toBe(before);
      },
    );
    await fc.assert(property, { numRuns: RUNS, seed: 1 });
  });

  it.each(withBody)('is refused if it is no object: $operation.name', async ({ operation }) => {
    const client = await emulate('in process', { seed: world });
    const { caller, request } = await prepared(client, operation);
    const whole = await caller.requestFor(operation, request);
    const path = operation.template.replace(/\{([^}]*)\}/g, (_, name) => encodeURIComponent(String(whole[name])));
    const reply = await client.send(operation.verb, path, { body: '5' });
    expect(errorOf(reply)).toMatchObject({ status: 400, errorCode: 'E0000003' });
  });
});

describe('what is wrong with a body is said', () => {
  it.each([
    ['a missing member', 'POST', '/api/v1/brands', {}, 'E0000001', 'name: The field cannot be left blank'],
    ['null in its place', 'POST', '/api/v1/brands', { name: null }, 'E0000001', 'name: The field cannot be left blank'],
    ['an empty text', 'POST', '/api/v1/brands', { name: '' }, 'E0000001', 'name: The field cannot be left blank'],
    ['a wrong type', 'POST', '/api/v1/brands', { name: 5 }, 'E0000003', 'name: The value must be of type string'],
    [
      'an unknown value',
      'POST',
      '/api/v1/domains',
      { domain: 'a.example.com', certificateSourceType: 'MAGIC' },
      'E0000003',
      'certificateSourceType: The value must be one of: MANUAL, OKTA_MANAGED',
    ],
    [
      'too long a text',
      'POST',
      '/api/v1/templates/sms',
      { name: 'x'.repeat(51), type: 'SMS_VERIFY_CODE', template: `$${'{code}'}` },
      'E0000001',
      'name: The field is too long: at most 50 characters',
    ],
    [
      'too large a number',
      'PUT',
      '/api/v1/first-party-app-settings/admin-console',
      { sessionIdleTimeoutMinutes: 721 },
      'E0000001',
      'sessionIdleTimeoutMinutes: The field must be at most 720',
    ],
    ['an unknown kind', 'POST', '/api/v1/email-servers', { authType: 'CARRIER_PIGEON' }, 'E0000003', undefined],
  ])('%s', async (_, method, path, body, errorCode, cause) => {
    const client = await emulate('in process');
    const error = errorOf(await client.send(method, path, { body: JSON.stringify(body) }));
    expect(error).toMatchObject({ status: 400, errorCode });
    if (cause) expect(error.causes).toContain(cause);
  });

  it('also when there is none at all', async () => {
    const client = await emulate('in process');
    expect(errorOf(await client.put('/api/v1/org'))).toMatchObject({ status: 400, errorCode: 'E0000003' });
  });
});
