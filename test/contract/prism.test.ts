import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { HttpError, ResponseError } from '../../src/errors/response-error.js';
import type { HttpResponse } from '../../src/http/message.js';
import { configure } from '../support/configure.js';
import { callMethod } from './call.js';
import { type ExampleCall, readExampleCalls } from './examples.js';
import { describedOperations } from './operations.js';
import { type Prism, startPrism } from './prism.js';

const { operations, objects } = describedOperations();
let prism: Prism;

beforeAll(async () => {
  prism = await startPrism();
}, 60_000);
afterAll(() => prism?.stop());

it('calls every operation of the description', () => {
  expect(readExampleCalls().map(({ api, method }) => `${api}.${method}`)).toEqual([...operations.keys()].sort());
});

describe('Prism finds nothing wrong with what the SDK sends, and the SDK decodes what Prism answers', () => {
  for (const call of readExampleCalls()) {
    const name = `${call.api}.${call.method}`;
    const statuses = operations.get(name)?.statuses.map(({ code }) => code) ?? [];
    if (statuses.some((code) => code.startsWith('2'))) it(name, () => checkAnswer(call));
    else it(`${name}, which only redirects`, () => checkRedirect(call));
  }
});

// A schema that its validator cannot compile Prism skips without a word.
describe('Prism looks at the body', () => {
  for (const call of readExampleCalls()) {
    const body = operations.get(`${call.api}.${call.method}`)?.body;
    if (body?.as !== 'json' && body?.as !== 'merge-patch') continue;
    it(`of ${call.api}.${call.method}`, async () => {
      const nonsense = Object.fromEntries(body.members.map(({ name }) => [name, 42]));
      await expect(send({ ...call, request: { ...call.request, ...nonsense } })).rejects.toThrow(/body must be/);
    });
  }
});

describe('Prism would refuse', () => {
  it('a body that lacks a member', async () => {
    const application = { signOnMode: 'BOOKMARK', name: 'bookmark', label: 'Wiki', settings: { app: {} } };
    const call = { api: 'ApplicationApi', method: 'createApplication', request: { application } };
    await expect(send(call)).rejects.toThrow(/must have required property 'url'/);
  });

  it('a body of another variant than its tag says', async () => {
    const zone = { type: 'IP', name: 'Office', gateways: 'none' };
    const call = { api: 'NetworkZoneApi', method: 'createNetworkZone', request: { zone } };
    await expect(send(call)).rejects.toThrow(/gateways must be array/);
  });

  it('a value beyond its limits in the query', async () => {
    const call = { api: 'DeviceApi', method: 'listDevices', request: { limit: 0 } };
    await expect(first(call)).rejects.toThrow(/limit must be >= 1/);
  });
});

async function checkAnswer(call: ExampleCall): Promise<void> {
  const answer = operations.get(`${call.api}.${call.method}`)?.answer;
  switch (answer?.kind) {
    case 'void':
      expect(await send(call)).toBeUndefined();
      break;
    case 'list':
      expect(await first(call)).toHaveProperty('done', false);
      break;
    case 'wrapped-list':
      expect(await send(call)).toHaveProperty([answer.page.items], expect.any(Array));
      break;
    default:
      expect(await send(call)).toBeDefined();
  }
}

async function checkRedirect(call: ExampleCall): Promise<void> {
  const error = await callMethod(configuration(call), call).then(
    () => undefined,
    (reason: unknown) => reason,
  );
  expect(error).toBeInstanceOf(HttpError);
  expect(error).toHaveProperty(
    'status',
    expect.toSatisfy((status: number) => status >= 300 && status < 400),
  );
}

async function send(call: ExampleCall): Promise<unknown> {
  return callMethod(configuration(call), call).catch(explain);
}

/** Asks for the first item only: the next pages that Prism makes up lead nowhere. */
async function first(call: ExampleCall): Promise<unknown> {
  const items = callMethod(configuration(call), call)[Symbol.asyncIterator]?.();
  return items?.next().catch(explain);
}

function explain(error: unknown): never {
  if (!(error instanceof ResponseError)) throw error;
  const said = error instanceof HttpError ? error.body : '';
  throw new Error(`${error.message}\n${said}\n${error.headers.get('sl-violations') ?? ''}`, { cause: error });
}

/** A few operations take no API token. */
function configuration({ api, method }: ExampleCall) {
  const { security = [] } = objects.get(`${api}.${method}`) ?? {};
  const takesToken = security.length === 0 || security.some((scheme) => 'apiToken' in scheme);
  const credential = takesToken ? {} : { accessToken: 'access.token.value' };
  return configure(prism.url, { ...credential, middleware: [async (request, next) => refuse(await next(request))] });
}

/** Prism lets some violations pass and only notes them in a header. */
function refuse(response: HttpResponse): HttpResponse {
  const violations = response.headers.get('sl-violations');
  if (violations && response.status < 400) throw new Error(`Prism notes ${violations}`);
  return response;
}
