import { generateKeyPairSync } from 'node:crypto';
import { channel } from 'node:diagnostics_channel';
import { inspect } from 'node:util';
import { describe, expect, it, onTestFinished } from 'vitest';
import { Client } from '../../../src/client.js';
import type { ConfigurationOptions } from '../../../src/config/options.js';
import type { ChannelEvents, Hooks, ResponseEvent } from '../../../src/pipeline/hooks/events.js';
import { type Answer, localServer, sendJson } from '../../support/local-server.js';

const clock = { now: Date.now, random: () => 0, sleep: async () => {} };
const limits = { 'X-Rate-Limit-Limit': '600', 'X-Rate-Limit-Remaining': '0', 'X-Rate-Limit-Reset': '1767225600' };

/** Refuses the first request, answers the others. */
const limitOnce: Answer = (_, response, count) =>
  count === 1
    ? sendJson(response, {}, { status: 429, headers: { ...limits, 'Retry-After': '3', 'X-Okta-Request-Id': 'req1' } })
    : sendJson(response, { id: '00u1' }, { headers: { 'X-Okta-Request-Id': 'req2' } });

async function clientOf(answer: Answer, options: ConfigurationOptions) {
  const server = await localServer(answer);
  return new Client({ orgUrl: server.url, token: '00secretToken', environment: {}, clock, ...options });
}

/** Hooks that keep all that they are told. */
function recorder() {
  const events: [keyof Hooks, object][] = [];
  const keep = (name: keyof Hooks) => (event: object) => events.push([name, event]);
  const hooks: Hooks = {
    onRequest: keep('onRequest'),
    onResponse: keep('onResponse'),
    onRetry: keep('onRetry'),
    onError: keep('onError'),
  };
  return { events, hooks };
}

function subscribe<N extends keyof ChannelEvents>(name: N): ChannelEvents[N][] {
  const events: ChannelEvents[N][] = [];
  const listener = (event: unknown) => events.push(event as ChannelEvents[N]);
  channel(name).subscribe(listener);
  onTestFinished(() => void channel(name).unsubscribe(listener));
  return events;
}

describe('hooks', () => {
  it('are told about every attempt and every wait', async () => {
    const { events, hooks } = recorder();
    const client = await clientOf(limitOnce, { hooks });
    await client.userApi.getUser({ userId: 'me' });
    const common = {
      operation: { api: 'UserApi', method: 'getUser' },
      method: 'GET',
      url: `${client.baseUrl}/api/v1/users/me`,
      template: '/api/v1/users/{userId}',
    };
    const rateLimit = { limit: 600, remaining: 0, reset: new Date('2026-01-01T00:00:00Z') };
    const durationMs = expect.any(Number);
    expect(events).toEqual([
      ['onRequest', { ...common, attempt: 1 }],
      ['onResponse', { ...common, attempt: 1, status: 429, requestId: 'req1', rateLimit, durationMs }],
      ['onRetry', { ...common, attempt: 1, delayMs: 3000, status: 429, error: undefined, requestId: 'req1' }],
      ['onRequest', { ...common, attempt: 2 }],
      ['onResponse', { ...common, attempt: 2, status: 200, requestId: 'req2', rateLimit: undefined, durationMs }],
    ]);
  });

  it('get frozen events that share one key per call and hold no secret', async () => {
    const { events, hooks } = recorder();
    const client = await clientOf((_, response) => sendJson(response, {}), { hooks });
    const secrets = { headers: { 'X-Api-Key': 'very secret' }, body: { password: 'very secret' } };
    await client.request({ method: 'POST', path: '/api/v1/authn', query: { token: 'very secret' }, ...secrets });
    await client.userApi.getUser({ userId: 'me' });
    const keys = events.map(([, event]) => (event as { call: object }).call);
    expect(new Set(keys).size).toBe(2);
    expect(keys[0]).toBe(keys[1]);
    expect(events.every(([, event]) => Object.isFrozen(event))).toBe(true);
    for (const text of [JSON.stringify(events), inspect(events, { depth: 9, showHidden: true })]) {
      expect(text).not.toMatch(/secret/);
      expect(text).toContain('[redacted]');
    }
  });

  it('may be methods of a class', async () => {
    const statuses: number[] = [];
    class Watch implements Hooks {
      onResponse({ status }: ResponseEvent) {
        statuses.push(status);
      }
    }
    const client = await clientOf((_, response) => sendJson(response, {}), { hooks: new Watch() });
    await client.userApi.getUser({ userId: 'me' });
    expect(statuses).toEqual([200]);
  });

  it('are told what failed without an answer', async () => {
    const { events, hooks } = recorder();
    const client = await clientOf((_, response) => response.destroy(), { hooks });
    await expect(client.userApi.getUser({ userId: 'me' }, { maxRetries: 1 })).rejects.toThrow();
    expect(events.map(([name]) => name)).toEqual(['onRequest', 'onError', 'onRetry', 'onRequest', 'onError']);
    const codes = events.flatMap(([, { error }]: [string, { error?: { code?: string } }]) => error?.code ?? []);
    expect(codes).toEqual(['OKTA_CONNECTION', 'OKTA_CONNECTION', 'OKTA_CONNECTION']);
  });

  it('that fail change nothing and are reported once each', async () => {
    const warnings: string[] = [];
    const hooks: Hooks = {
      onRequest: () => {
        throw new Error('broken hook');
      },
      onResponse: async () => {
        throw new Error('late hook');
      },
    };
    const logger = { warn: (text: string) => warnings.push(text) };
    const client = await clientOf((_, response) => sendJson(response, { id: '1' }), { hooks, logger: logger as never });
    for (let i = 0; i < 3; i++) expect(await client.userApi.getUser({ userId: 'me' })).toEqual({ id: '1' });
    expect(warnings).toEqual([
      expect.stringMatching(/onRequest.*broken hook/),
      expect.stringMatching(/onResponse.*late hook/),
    ]);
  });

  it('of one client do not hear about another one that shares its executor', async () => {
    const [one, other] = [recorder(), recorder()];
    const first = await clientOf(limitOnce, { hooks: one.hooks });
    const second = await clientOf(limitOnce, {
      hooks: other.hooks,
      requestExecutor: first.requestExecutor,
    });
    await second.userApi.getUser({ userId: 'me' });
    expect(one.events).toEqual([]);
    expect(other.events).toHaveLength(5);
  });
});

describe('diagnostics channels', () => {
  it('tell about calls and attempts of every client, whether or not it has hooks', async () => {
    const client = await clientOf(limitOnce, {});
    const starts = subscribe('okta:call:start');
    const ends = subscribe('okta:call:end');
    const requests = subscribe('okta:request:start');
    const retries = subscribe('okta:request:retry');
    const answers = subscribe('okta:request:end');
    await client.userApi.getUser({ userId: 'me' });
    expect(starts).toMatchObject([{ operation: { method: 'getUser' }, template: '/api/v1/users/{userId}' }]);
    expect(requests.map(({ attempt }) => attempt)).toEqual([1, 2]);
    expect(retries).toMatchObject([{ delayMs: 3000, status: 429 }]);
    expect(answers.map(({ status }) => status)).toEqual([429, 200]);
    expect(ends).toMatchObject([{ attempts: 2, status: 200, requestId: 'req2' }]);
    expect(new Set([...starts, ...ends, ...requests, ...retries, ...answers].map(({ call }) => call)).size).toBe(1);
  });

  it('tell about a call that fails', async () => {
    const client = await clientOf((_, response) => response.destroy(), {});
    const failures = subscribe('okta:call:error');
    const attempts = subscribe('okta:request:error');
    await expect(client.userApi.getUser({ userId: 'me' })).rejects.toThrow();
    expect(failures).toMatchObject([{ attempts: 3, error: { code: 'OKTA_CONNECTION' } }]);
    expect(attempts).toHaveLength(3);
  });
});

describe('hooks of a service app', () => {
  it('are told about the request for its access token, which holds no secret either', async () => {
    const { events, hooks } = recorder();
    const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
    const server = await localServer(({ url }, response) =>
      sendJson(response, url === '/oauth2/v1/token' ? { token_type: 'Bearer', access_token: 'verysecret' } : {}),
    );
    const app = { clientId: '0oa1', scopes: ['okta.users.read'], privateKey, keyId: 'k' };
    const client = new Client({ orgUrl: server.url, environment: {}, clock, hooks, ...app });
    await client.userApi.getUser({ userId: 'me' });
    const told = events.map(([name, { operation, url }]: [string, { operation?: object; url?: string }]) => [
      name,
      new URL(url ?? '').pathname,
      operation !== undefined,
    ]);
    expect(told).toEqual([
      ['onRequest', '/oauth2/v1/token', false],
      ['onResponse', '/oauth2/v1/token', false],
      ['onRequest', '/api/v1/users/me', true],
      ['onResponse', '/api/v1/users/me', true],
    ]);
    expect(inspect(events, { depth: 9, showHidden: true })).not.toMatch(/verysecret|eyJ/);
  });
});
