import { describe, expect, it } from 'vitest';
import { makeExample } from '../../scripts/lib/example/make-example.js';
import type { Operation } from '../../scripts/lib/operations/operation.js';
import { configure } from '../support/configure.js';
import { type LocalServer, localServer, sendJson } from '../support/local-server.js';
import { callMethod } from './call.js';
import { type ExampleCall, readExampleCalls } from './examples.js';
import { expectedBody } from './expected-body.js';
import { expectedRequest } from './expected-request.js';
import { describedOperations } from './operations.js';

const { operations, model } = describedOperations();

describe('sends what its example implies: verb, path, query, headers, media type and bytes', () => {
  for (const call of readExampleCalls()) it(`${call.api}.${call.method}`, () => check(call));
});

describe('sends every optional parameter as the description says', () => {
  for (const [name, operation] of operations) {
    const [api = '', method = ''] = name.split('.');
    if (operation.parameters.every(({ required }) => required)) continue;
    it(name, () => check({ api, method, request: makeExample(model, operation, () => true) }));
  }
});

it('sends a certificate in DER as such', () => {
  const body = { name: 'certificate.der', data: Buffer.from([0x30, 0x82, 0x01, 0x8c, 0x00, 0xff]) };
  return check({
    api: 'ApplicationApi',
    method: 'publishCsrFromApplication',
    request: { appId: 'a', csrId: 'c', body },
  });
});

async function check(call: ExampleCall): Promise<void> {
  const operation = operations.get(`${call.api}.${call.method}`);
  if (operation === undefined) throw new Error(`The description has no ${call.api}.${call.method}`);
  const server = await answering(operation);
  await read(server, call);
  expect(server.requests).toHaveLength(1);
  const [seen] = server.requests;
  const { method, url, headers } = expectedRequest(operation, call);
  const body = expectedBody(operation, call, seen?.headers['content-type']);
  expect(seen).toMatchObject({ method, url, headers: { ...headers, authorization: 'SSWS 00testToken' } });
  if (body === undefined) expect(seen?.body).toHaveLength(0);
  else expect({ type: seen?.headers['content-type'], body: seen?.body }).toEqual({ type: body.type, body: body.bytes });
}

async function read({ url }: LocalServer, call: ExampleCall): Promise<void> {
  const result = callMethod(configure(url), call);
  if (Symbol.asyncIterator in result)
    for await (const item of result as AsyncIterable<unknown>) expect(item).toBeDefined();
  else await result;
}

function answering({ answer }: Operation): Promise<LocalServer> {
  return localServer((_, response) => {
    if (answer.kind === 'void') response.writeHead(204).end();
    else if (answer.kind === 'value' && answer.accept !== 'application/json')
      response.writeHead(200, { 'Content-Type': answer.accept }).end('<text/>');
    else if (answer.kind === 'value') sendJson(response, {});
    else sendJson(response, answer.kind === 'list' ? [{}] : { [answer.page.items]: [{}] });
  });
}
