import { describe, expect, it } from 'vitest';
import { Client } from '../../src/client.js';
import { RedirectError } from '../../src/errors/redirect-error.js';
import { HttpError } from '../../src/errors/response-error.js';
import { localServer, sendJson } from '../support/local-server.js';

async function redirected(status: number, location: (own: string, other: string) => string) {
  const other = await localServer((_, response) => sendJson(response, { id: 'stolen' }));
  const server = await localServer((seen, response) => {
    if (seen.url.includes('elsewhere')) return sendJson(response, { id: 'followed' });
    const target = location(server.url, other.url);
    return response.writeHead(status, target === '' ? {} : { Location: target }).end('secret page');
  });
  const client = new Client({ orgUrl: server.url, token: '00token', environment: {} });
  const error = await client.userApi.getUser({ userId: 'u1' }).then(
    () => undefined,
    (reason: unknown) => reason,
  );
  return { error, sent: server.requests.length, followed: other.requests.length, other: new URL(other.url).host };
}

describe('a redirect', () => {
  it.each([301, 302, 303, 307, 308])('(%d) to another origin is an error that names its host', async (status) => {
    const { error, sent, followed, other } = await redirected(status, (_, to) => `${to}/sso?token=MARK`);
    expect(error).toBeInstanceOf(RedirectError);
    expect(error).toBeInstanceOf(HttpError);
    expect(error).toMatchObject({
      status,
      target: other,
      method: 'GET',
      message: expect.stringContaining(`to ${other};`),
    });
    expect(`${error}${JSON.stringify(error)}`).not.toContain('MARK');
    expect([sent, followed]).toEqual([1, 0]);
  });

  it.each<[string, (own: string) => string]>([
    ['absolute', (own) => `${own}/elsewhere`],
    ['relative', () => '/elsewhere'],
  ])('to the same origin (%s) is not followed either', async (_, location) => {
    const { error, sent } = await redirected(302, location);
    expect(error).toMatchObject({ name: 'RedirectError', message: expect.stringContaining('of the same host') });
    expect(sent).toBe(1);
  });

  it.each<[string, number, string]>([
    ['without a target', 302, ''],
    ['that is none (304)', 304, ''],
  ])('%s is an HttpError', async (_, status, location) => {
    const { error } = await redirected(status, () => location);
    expect(error).toMatchObject({ name: 'HttpError', status });
  });

  it('to something that is no URL is an error, too', async () => {
    const { error } = await redirected(302, () => 'http://[');
    expect(error).toMatchObject({ name: 'RedirectError', target: 'an address that is none' });
  });
});
