import { expect, it, vi } from 'vitest';
import { type Client, errorOf, idOf, itemsOf, onBothWires } from './client.js';
import { type Answering, receive } from './receiver.js';

const PATH = '/api/v1/inlineHooks';

function hookAt(uri: string, more: object = {}) {
  const authScheme = { type: 'HEADER', key: 'Authorization', value: 'top-secret' };
  return {
    name: 'Ours',
    type: 'com.okta.oauth2.tokens.transform',
    version: '1.0.0',
    channel: {
      type: 'HTTP',
      version: '1.0.0',
      config: { uri, headers: [{ key: 'X-Tenant', value: 'blue' }], authScheme },
    },
    ...more,
  };
}

async function hookPath(client: Client, uri: string, more?: object): Promise<string> {
  return `${PATH}/${idOf(await client.post(PATH, hookAt(uri, more)))}`;
}

const payload = {
  eventType: 'com.okta.oauth2.tokens.transform',
  source: 'https://example.okta.com/oauth2/default/v1/token',
  data: { identity: { claims: { sub: '00u1' } } },
};
const commands = [{ type: 'com.okta.identity.patch', value: [{ op: 'add', path: '/claims/x', value: 1 }] }];

onBothWires('inline hooks', (emulate) => {
  it('are created active and keep their secrets to themselves', async () => {
    const client = await emulate();
    const reply = await client.post(PATH, hookAt('https://hooks.example.com/okta'));
    expect(reply).toMatchObject({
      status: 200,
      body: {
        id: expect.stringMatching(/^cal\w{17}$/),
        status: 'ACTIVE',
        version: '1.0.0',
        channel: {
          type: 'HTTP',
          config: {
            method: 'POST',
            headers: [{ key: 'X-Tenant' }],
            authScheme: { type: 'HEADER', key: 'Authorization' },
          },
        },
        _links: { execute: { hints: { allow: ['POST'] } }, deactivate: {} },
      },
    });
    expect(reply.text).not.toMatch(/top-secret|blue/);
    expect((await client.get(`${PATH}/${idOf(reply)}`)).text).toBe(reply.text);
    expect(itemsOf(await client.get(PATH))).toHaveLength(1);
  });

  it('are called with what was sent, and their answer is passed on', async () => {
    const client = await emulate();
    const receiver = await receive((_, response) => response.end(JSON.stringify({ commands })));
    const path = await hookPath(client, `${receiver.url}/okta`);
    expect(await client.post(`${path}/execute`, payload)).toMatchObject({ status: 200, body: { commands } });
    const [request] = receiver.requests;
    expect(request).toMatchObject({
      method: 'POST',
      path: '/okta',
      headers: { authorization: 'top-secret', 'x-tenant': 'blue', 'content-type': 'application/json' },
    });
    expect(JSON.parse(request?.text ?? '')).toEqual(payload);
    const types = itemsOf(await client.get('/api/v1/logs')).map(({ eventType }) => eventType);
    expect(types).toEqual(['inline_hook.created', 'inline_hook.executed']);
  });

  it('may have nothing to say', async () => {
    const client = await emulate();
    const receiver = await receive((_, response) => response.writeHead(204).end());
    const path = await hookPath(client, receiver.url);
    expect(await client.post(`${path}/execute`, payload)).toMatchObject({ status: 200, body: {} });
  });

  it.each<[string, Answering, object, number]>([
    ['refuse', (_, response) => response.writeHead(400).end('{}'), { status: 400, errorCode: 'E0000135' }, 1],
    [
      'answer with an error',
      (_, response) => response.end('{"error":{"errorSummary":"Not this one"}}'),
      { status: 400, errorCode: 'E0000135', causes: ['Not this one'] },
      1,
    ],
    ['answer with no JSON', (_, response) => response.end('hello'), { status: 502, errorCode: 'E0000134' }, 1],
    ['fail', (_, response) => response.writeHead(500).end(), { status: 502, errorCode: 'E0000134' }, 2],
    ['hang up', (_, response) => response.destroy(), { status: 502, errorCode: 'E0000134' }, 2],
  ])('that %s make an error', async (_, answer, error, calls) => {
    const client = await emulate();
    const receiver = await receive(answer);
    const path = await hookPath(client, receiver.url);
    expect(errorOf(await client.post(`${path}/execute`, payload))).toMatchObject(error);
    expect(receiver.requests).toHaveLength(calls);
  });

  it('are given up after three seconds, twice', async () => {
    const client = await emulate();
    const receiver = await receive(() => {});
    const path = await hookPath(client, receiver.url);
    const original = AbortSignal.timeout;
    const timeout = vi.spyOn(AbortSignal, 'timeout').mockImplementation((ms) => original(ms / 30));
    const refused = errorOf(await client.post(`${path}/execute`, payload));
    expect(timeout.mock.calls).toEqual([[3000], [3000]]);
    timeout.mockRestore();
    expect(refused).toMatchObject({ status: 504, errorCode: 'E0000137' });
    expect(receiver.requests).toHaveLength(2);
  });

  it('behind OAuth get a token first', async () => {
    const client = await emulate();
    const receiver = await receive(({ path }, response) =>
      response.end(path === '/token' ? '{"access_token":"abc"}' : JSON.stringify({ commands })),
    );
    const config = {
      authType: 'client_secret_post',
      uri: `${receiver.url}/okta`,
      tokenUrl: `${receiver.url}/token`,
      clientId: 'me',
      clientSecret: 'top-secret',
      scope: 'hooks',
    };
    const created = await client.post(PATH, hookAt('', { channel: { type: 'OAUTH', version: '1.0.0', config } }));
    expect(created.text).not.toContain('top-secret');
    await client.post(`${PATH}/${idOf(created)}/execute`, payload);
    const [token, call] = receiver.requests;
    expect(Object.fromEntries(new URLSearchParams(token?.text))).toEqual({
      grant_type: 'client_credentials',
      client_id: 'me',
      client_secret: 'top-secret',
      scope: 'hooks',
    });
    expect(call).toMatchObject({ path: '/okta', headers: { authorization: 'Bearer abc' } });
  });

  it('keep a secret that is not sent again, and their type', async () => {
    const client = await emulate();
    const receiver = await receive((_, response) => response.end('{}'));
    const path = await hookPath(client, receiver.url);
    const read = (await client.get(path)).body as object;
    const changed = await client.put(path, { ...read, name: 'Renamed', type: 'com.okta.saml.tokens.transform' });
    expect(changed.body).toMatchObject({ name: 'Renamed', type: 'com.okta.oauth2.tokens.transform' });
    await client.post(path, { name: 'Again' });
    expect((await client.get(path)).body).toMatchObject({ name: 'Again' });
    await client.post(`${path}/execute`, payload);
    expect(receiver.requests[0]).toMatchObject({ headers: { authorization: 'top-secret', 'x-tenant': 'blue' } });
  });

  it('are deleted once they are inactive', async () => {
    const client = await emulate();
    const path = await hookPath(client, 'https://hooks.example.com');
    expect(errorOf(await client.delete(path))).toMatchObject({ status: 403, errorCode: 'E0000107' });
    expect((await client.post(`${path}/lifecycle/deactivate`)).body).toMatchObject({ status: 'INACTIVE' });
    expect((await client.post(`${path}/lifecycle/activate`)).body).toMatchObject({ status: 'ACTIVE' });
    await client.post(`${path}/lifecycle/deactivate`);
    expect((await client.delete(path)).status).toBe(204);
    expect((await client.get(path)).text).toContain('(InlineHook)');
  });

  it.each([{ name: '' }, { type: undefined }, { channel: undefined }])('want more than %j', async (less) => {
    const refused = errorOf(await (await emulate()).post(PATH, hookAt('https://hooks.example.com', less)));
    expect(refused).toMatchObject({ status: 400, errorCode: 'E0000001' });
  });

  it('are 50 at most', async () => {
    const client = await emulate();
    for (let i = 0; i < 50; i++) await client.post(PATH, hookAt('https://hooks.example.com', { name: `Hook ${i}` }));
    const refused = errorOf(await client.post(PATH, hookAt('https://hooks.example.com')));
    expect(refused).toMatchObject({ status: 400, errorCode: 'E0000001' });
  });
});
