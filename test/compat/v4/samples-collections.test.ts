import { setImmediate } from 'node:timers/promises';
import { beforeEach, describe, expect, it } from 'vitest';
import * as okta from '../../../src/index.js';
import { localServer, sendJson } from '../../support/local-server.js';
import { logServer } from '../../support/log-server.js';
import { org, person } from './older.js';

async function threeUsers() {
  const { client } = org({ pageSize: 2 });
  for (const login of ['a@x.com', 'b@x.com', 'c@x.com']) await client.createUser(person(login));
  const listUsers = () => client.listUsers({ search: 'profile.lastName eq "Bar"' });
  return { listUsers };
}

describe('each', () => {
  it('goes on if nothing is returned', async () => {
    const { listUsers } = await threeUsers();
    const seen: unknown[] = [];
    await listUsers()
      .each((user) => {
        seen.push(user.id);
      })
      .then(() => seen.push('All users have been visited'));
    expect(seen).toHaveLength(4);
  });

  it('waits for a promise', async () => {
    const { listUsers } = await threeUsers();
    const steps: string[] = [];
    await listUsers().each((user) => {
      steps.push(`begin ${user.profile.login}`);
      return new Promise<void>((resolve) => {
        setTimeout(() => resolve(void steps.push(`end ${user.profile.login}`)), 5);
      });
    });
    expect(steps.map((step) => step.split(' ')[0])).toEqual(['begin', 'end', 'begin', 'end', 'begin', 'end']);
  });

  it.each([
    ['false', () => false],
    ['a promise of false', () => Promise.resolve(false)],
  ])('ends with %s', async (_, answer) => {
    const { listUsers } = await threeUsers();
    let visited = 0;
    await listUsers().each(() => {
      visited += 1;
      return answer();
    });
    expect(visited).toBe(1);
  });

  it('ends with the error of a rejected promise', async () => {
    const { listUsers } = await threeUsers();
    const error = await listUsers()
      .each(() => Promise.reject('foo error'))
      .catch((err: unknown) => err);
    expect(error).toBe('foo error');
  });

  it('fails with the error of a page', async () => {
    const { url } = await localServer((_, response) => sendJson(response, { errorCode: 'E0000006' }, { status: 403 }));
    const client = new okta.Client({ orgUrl: url, token: '00token', environment: {} });
    await expect(client.listUsers().each(() => undefined)).rejects.toMatchObject({ status: 403 });
  });
});

describe('the System Log', () => {
  const since = '2018-01-25T00:00:00Z';
  const pauses: number[] = [];
  beforeEach(() => pauses.splice(0));

  const sleep = async (ms: number) => {
    pauses.push(ms);
    await setImmediate();
  };
  const clock = { now: () => Date.now(), random: () => 0.5, sleep };
  const clientOf = (orgUrl: string) => {
    const requestExecutor = new okta.RequestExecutor();
    return new okta.Client({ orgUrl, token: '00token', environment: {}, requestExecutor, clock });
  };

  it('is read by each up to the first empty page', async () => {
    const { url, requests } = await logServer(() => 150);
    let seen = 0;
    const collection = clientOf(url).getLogs({ since });
    await collection.each(() => {
      seen += 1;
    });
    expect({ seen, asked: requests.length }).toEqual({ seen: 150, asked: 3 });
    expect(requests[0]?.url).toContain(`since=${encodeURIComponent(since)}`);
  });

  it('is subscribed to until unsubscribe', async () => {
    const { url } = await logServer(() => 1 + pauses.length);
    const seen: unknown[] = [];
    const collection = clientOf(url).getLogs({ since });
    const completed = await new Promise((resolve) => {
      const subscription = collection.subscribe({
        interval: 5000,
        next(logItem) {
          seen.push(logItem.uuid);
          if (seen.length === 2) subscription.unsubscribe();
        },
        error(err) {
          throw err;
        },
        complete() {
          resolve('complete');
        },
      });
    });
    expect({ completed, seen }).toEqual({ completed: 'complete', seen: ['e0', 'e1'] });
    expect(pauses).toEqual([5000]);
  });

  it('gives errors to a subscription, which goes on after 5 seconds unless told otherwise', async () => {
    const { url } = await logServer(
      () => 1,
      (request) => (request === 1 ? 'fault' : undefined),
    );
    const errors: unknown[] = [];
    const seen = await new Promise((resolve) => {
      const subscription = clientOf(url)
        .getLogs({ since })
        .subscribe({
          next: (logItem) => {
            subscription.unsubscribe();
            resolve(logItem.uuid);
          },
          error: (err) => errors.push(err),
        });
    });
    expect(seen).toBe('e0');
    expect(errors).toMatchObject([{ status: 500 }]);
    expect(pauses).toEqual([5000]);
  });
});
