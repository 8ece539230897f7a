import { describe, expect, it } from 'vitest';
import type { UpdateUserRequest } from '../../../generated/management/models/index.js';
import { Client } from '../../../src/client.js';
import { modify } from '../../../src/modify/modify.js';
import { localServer, sendJson } from '../../support/local-server.js';

const stored = {
  id: '00u1',
  created: '2026-01-31T08:00:00.000Z',
  profile: { login: 'ada@example.com', custom: [1, { deep: true }], nothing: null },
  newerMember: { a: 1 },
};

/** A server with one user; `conflicts` of its PUTs are refused. */
async function org(conflicts = 0, status = 412) {
  let left = conflicts;
  const server = await localServer((seen, response) => {
    if (seen.method === 'GET') return sendJson(response, stored);
    left -= 1;
    if (left >= 0) return sendJson(response, { errorCode: 'E0000018' }, { status });
    return sendJson(response, JSON.parse(String(seen.body)));
  });
  const { userApi } = new Client({ orgUrl: server.url, token: '00t', environment: {} });
  const run = (change: (user: never) => unknown, options = {}) =>
    modify(
      (call) => userApi.getUser({ userId: 'ada' }, call),
      change as (user: object) => undefined,
      (user) => userApi.replaceUser({ userId: 'ada', user: user as UpdateUserRequest }),
      options,
    );
  const puts = () =>
    server.requests.filter(({ method }) => method === 'PUT').map(({ body }) => JSON.parse(String(body)));
  return { run, puts, requests: server.requests };
}

type AnyUser = { profile: Record<string, unknown>; created: Date };

describe('modify', () => {
  it('writes back everything that was read, with the change', async () => {
    const { run, puts } = await org();
    const result = await run((user: AnyUser) => {
      user.profile['department'] = 'Research';
    });
    expect(puts()).toEqual([{ ...stored, profile: { ...stored.profile, department: 'Research' } }]);
    expect(result).toMatchObject({ profile: { department: 'Research' } });
  });

  it('takes another value from the change, or a promise of it', async () => {
    const { run, puts } = await org();
    await run((async (user: AnyUser) => ({ ...user, profile: { login: 'b' } })) as never);
    expect(puts()[0].profile).toEqual({ login: 'b' });
  });

  it('sends nothing if nothing was changed', async () => {
    const { run, requests } = await org();
    const read = await run(() => {});
    await run(((user: AnyUser) => ({ ...structuredClone(user), absent: undefined })) as never);
    expect(requests.map(({ method }) => method)).toEqual(['GET', 'GET']);
    expect(read).toMatchObject({ id: '00u1' });
  });

  it('sees changes of dates, of lists, and members taken away', async () => {
    const { run, puts } = await org();
    await run((user: AnyUser) => void user.created.setFullYear(2030));
    await run((user: AnyUser) => void (user.profile['custom'] as unknown[]).pop());
    await run((user: AnyUser) => void delete user.profile['nothing']);
    expect(puts()).toHaveLength(3);
  });

  it('gives the change a copy, so that what was read is not touched', async () => {
    const value = { list: [1], at: new Date(0) };
    const seen: unknown[] = [];
    await modify(
      () => value,
      (copy) => {
        copy.list.push(2);
        copy.at.setTime(1);
      },
      (changed) => seen.push(changed),
    );
    expect(value).toEqual({ list: [1], at: new Date(0) });
    expect(seen).toEqual([{ list: [1, 2], at: new Date(1) }]);
  });

  it.each([409, 412])('reads and writes once more after %i if asked', async (status) => {
    const { run, requests } = await org(1, status);
    const change = (user: AnyUser) => void Object.assign(user.profile, { n: 1 });
    await run(change, { retryOnConflict: true });
    expect(requests.map(({ method }) => method)).toEqual(['GET', 'PUT', 'GET', 'PUT']);
  });

  it('fails with a conflict if not asked, and with a second one', async () => {
    const change = (user: AnyUser) => void Object.assign(user.profile, { n: 1 });
    await expect((await org(1)).run(change)).rejects.toMatchObject({ status: 412 });
    await expect((await org(2)).run(change, { retryOnConflict: true })).rejects.toMatchObject({ status: 412 });
    const refused = await org(1, 400);
    await expect(refused.run(change, { retryOnConflict: true })).rejects.toMatchObject({ status: 400 });
    expect(refused.requests).toHaveLength(2);
  });

  it('never reads from the cache', async () => {
    const seen: unknown[] = [];
    await modify(
      (options) => void seen.push(options),
      () => {},
      () => {},
    );
    expect(seen).toEqual([{ cache: false }]);
  });
});
