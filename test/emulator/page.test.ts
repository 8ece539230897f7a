import { request } from 'node:http';
import { describe, expect, it } from 'vitest';
import { createEmulator } from '../../src/emulator.js';
import { type Client, emulate, onBothWires } from './client.js';
import { createGroup, createPerson, profileOf } from './people.js';

const page = (client: Client) => client.emulator.fetch(client.emulator.url, { headers: { accept: 'text/html' } });

onBothWires('the addresses of the emulator itself', (emulate) => {
  it('reset the org', async () => {
    const client = await emulate();
    const id = await createGroup(client, 'A');
    expect((await client.post('/.emulator/reset')).status).toBe(200);
    expect((await client.get(`/api/v1/groups/${id}`)).status).toBe(404);
  });

  it('add, list and clear faults', async () => {
    const client = await emulate();
    const rule = { operation: 'listUsers', times: 1, then: { status: 503 } };
    expect(await client.post('/.emulator/faults', [rule])).toMatchObject({ status: 201, body: [{ rule, struck: 0 }] });
    expect((await client.get('/api/v1/users')).status).toBe(503);
    expect((await client.get('/.emulator/faults')).body).toEqual([{ rule, struck: 1 }]);
    await client.post('/.emulator/faults', { then: 'drop' });
    expect((await client.delete('/.emulator/faults')).body).toEqual([]);
    expect((await client.get('/api/v1/users')).status).toBe(200);
  });

  it('refuse faults that make no sense, all of them or none', async () => {
    const client = await emulate();
    const reply = await client.post('/.emulator/faults', [{ then: 'drop' }, { then: 'x' }]);
    expect(reply).toMatchObject({ status: 400, body: { error: expect.stringContaining("'then'") } });
    expect((await client.get('/.emulator/faults')).body).toEqual([]);
  });

  it('tell what was asked, without what belongs to the emulator, and forget it', async () => {
    const client = await emulate();
    await createGroup(client, 'A');
    await client.get('/api/v1/users/nobody');
    await client.get('/.emulator/overview');
    const { body } = await client.get('/.emulator/requests');
    expect(body).toMatchObject([
      { method: 'POST', target: '/api/v1/groups', status: 200, request: { body: { profile: { name: 'A' } } } },
      { method: 'GET', target: '/api/v1/users/nobody', status: 404, response: { body: { errorCode: 'E0000007' } } },
    ]);
    await client.delete('/.emulator/requests');
    expect((await client.get('/.emulator/requests')).body).toEqual([]);
  });

  it('know nothing else', async () => {
    const client = await emulate();
    expect((await client.get('/.emulator/nothing')).status).toBe(404);
    expect((await client.get('/.emulator/kinds/nothing')).status).toBe(404);
    expect((await client.get('/.emulator/%E0%A4%A')).status).toBe(400);
  });
});

describe('what is shown', () => {
  it('has no secrets in it', async () => {
    const client = await emulate('in process');
    const secrets = ['Secret-Pass-9', 'my-answer', 'app-secret', 'hidden-assertion', client.emulator.token];
    await client.post('/api/v1/users?activate=true&recoveryToken=my-answer', {
      profile: profileOf('ada'),
      credentials: { password: { value: secrets[0] }, recovery_question: { question: 'Who?', answer: secrets[1] } },
    });
    await client.post('/api/v1/apps', {
      name: 'oidc_client',
      label: 'App',
      signOnMode: 'OPENID_CONNECT',
      credentials: {
        oauthClient: {
          client_id: 'x1',
          client_secret: `${secrets[2]}-0123456789`,
          token_endpoint_auth_method: 'client_secret_post',
        },
      },
      settings: {
        oauthClient: { grant_types: ['client_credentials'], response_types: ['token'], application_type: 'service' },
      },
    });
    await client.send('POST', '/oauth2/v1/token', {
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: `grant_type=client_credentials&client_assertion=${secrets[3]}`,
    });
    await client.send('POST', '/api/v1/groups', { body: `{"secret":"${secrets[2]}"` });
    const shown = [(await client.get('/.emulator/requests')).text];
    const { kinds } = (await client.get('/.emulator/overview')).body as { kinds: { name: string }[] };
    for (const { name } of kinds) {
      const list = `/.emulator/kinds/${encodeURIComponent(name)}`;
      const { text, body } = await client.get(list);
      shown.push(text);
      for (const { key } of (body as { rows: { key: string }[] }).rows.slice(0, 20)) {
        shown.push((await client.get(`${list}/${encodeURIComponent(key)}`)).text);
      }
    }
    expect(shown.length).toBeGreaterThan(20);
    expect(shown.join().includes('•••')).toBe(true);
    for (const secret of secrets) expect(shown.join().includes(secret), secret).toBe(false);
    expect(/PRIVATE KEY|"d":"[^•]/.test(shown.join())).toBe(false);
    expect(shown.join()).toMatch(/resetPassword":\{"href":"http/);
  });

  it('are pages of every kind, found by what one knows', async () => {
    const users = Array.from({ length: 120 }, (_, i) => ({ profile: profileOf(`user${i}`) }));
    const client = await emulate('in process', { seed: { users } });
    const rows = async (query: string) =>
      (await client.get(`/.emulator/kinds/users?${query}`)).body as {
        rows: { key: string; title: string }[];
        more: boolean;
      };
    const first = await rows('');
    expect([first.rows.length, first.more]).toEqual([100, true]);
    const rest = await rows(`after=${first.rows.at(-1)?.key}`);
    expect([rest.rows.length, rest.more]).toEqual([21, false]);
    expect((await rows('search=USER77')).rows).toMatchObject([{ title: expect.stringContaining('user77') }]);
  });
});

describe('the page', () => {
  it('is for browsers; API clients find nothing there', async () => {
    const client = await emulate('in process');
    const response = await page(client);
    expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(await response.text()).toMatch(/^<!doctype html>/);
    expect((await client.get('/')).status).toBe(404);
  });

  it('loads nothing from elsewhere and runs nothing that stands in it', async () => {
    const client = await emulate('in process');
    const response = await page(client);
    const policy = response.headers.get('content-security-policy') ?? '';
    expect(policy).toContain("default-src 'none'");
    expect(policy).not.toMatch(/unsafe|https?:/);
    const parts = [
      response.text(),
      ...['css', 'js'].map(async (end) =>
        (await client.emulator.fetch(`${client.emulator.url}/.emulator/page.${end}`)).text(),
      ),
    ];
    for (const text of await Promise.all(parts))
      expect(text.replace(/xmlns='[^']*'/g, '')).not.toMatch(/https?:\/\/|style="|innerHTML|eval\(/);
  });

  it('is told of requests and resets as they happen, until it leaves', async () => {
    const client = await emulate('over a socket');
    const response = await fetch(`${client.emulator.url}/.emulator/events`);
    const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
    let told = (await reader?.read())?.value ?? '';
    await createPerson(client, 'ada');
    client.emulator.reset();
    while (!told.includes('event: reset')) told += (await reader?.read())?.value ?? '';
    expect(told).toMatch(/event: request\ndata: \{"number":1,.*"status":200/);
    await reader?.cancel();
  });
});

describe('other sites', () => {
  /** `fetch` would not let the test choose these headers. */
  function statusOf(url: string, method: string, headers: Record<string, string>): Promise<number | undefined> {
    return new Promise((resolve, reject) => {
      const sent = request(url, { method, headers: { 'content-length': '0', ...headers } }, (response) => {
        response.resume();
        resolve(response.statusCode);
      });
      sent.on('error', reject);
      sent.end();
    });
  }

  it.each([
    ['POST', {}, 200],
    ['POST', { origin: 'http://evil.example' }, 403],
    ['POST', { origin: 'null' }, 403],
    ['POST', { 'sec-fetch-site': 'cross-site' }, 403],
    ['POST', { 'sec-fetch-site': 'same-site' }, 403],
    ['POST', { host: 'evil.example', origin: 'http://evil.example' }, 403],
    ['POST', { host: 'localhost', origin: 'http://localhost', 'sec-fetch-site': 'same-origin' }, 200],
  ])('may not reset the org: %s with %j is %i', async (method, headers, status) => {
    const { emulator } = await emulate('over a socket');
    expect(await statusOf(`${emulator.url}/.emulator/reset`, method, headers)).toBe(status);
  });

  it.each([
    ['evil.example', 403],
    ['emulator', 403],
    ['127.0.0.1.evil.example', 403],
    ['localhost:1234', 200],
    ['[::1]', 200],
  ])('cannot make a name of theirs lead to the page: %s is %i', async (host, status) => {
    const { emulator } = await emulate('over a socket');
    expect(await statusOf(`${emulator.url}/.emulator/overview`, 'GET', { host })).toBe(status);
    expect(await statusOf(emulator.url, 'GET', { host, accept: 'text/html' })).toBe(status);
  });

  it('cannot either when the emulator is open to the network, while that may use its names', async () => {
    const emulator = createEmulator();
    const { url } = await emulator.listen(0, '0.0.0.0');
    const statuses = await Promise.all(
      ['emulator:80', '10.1.2.3', 'evil.example'].map((host) => statusOf(`${url}/.emulator/overview`, 'GET', { host })),
    );
    await emulator.close();
    expect(statuses).toEqual([200, 200, 403]);
  });
});
