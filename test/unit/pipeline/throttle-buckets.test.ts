import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rows } from '../../../generated/management/rows.js';
import { HttpHeaders } from '../../../src/http/headers.js';
import type { HttpMethod } from '../../../src/http/message.js';
import { responseOf } from '../../../src/http/response-of.js';
import { bucketKey } from '../../../src/pipeline/throttle/bucket-key.js';
import { type BucketWindow, learnLimit, takeTurn } from '../../../src/pipeline/throttle/bucket-window.js';
import { limitSeen } from '../../../src/pipeline/throttle/limit-seen.js';

const NOW = Date.UTC(2026, 0, 31, 8);
const RESET = NOW / 1000 + 60;
const ID = '00u1a2b3C4D5e6F7g8h9';
const seen = { limit: 600, remaining: 599, reset: RESET, endsInMs: 60_000, refused: false };

function learned(changes: Partial<typeof seen> = {}): BucketWindow {
  const window = learnLimit(undefined, { ...seen, ...changes }, NOW);
  if (window === undefined) throw new Error('Nothing learned');
  return window;
}

describe('the name of a bucket', () => {
  const key = (method: HttpMethod, path: string) => bucketKey({ method, url: `https://acme.okta.com${path}` });

  it.each([
    ['/api/v1/users?limit=200', '/api/v1/users'],
    [`/api/v1/users/${ID}`, '/api/v1/users/{}'],
    ['/api/v1/users/ada%40example.com', '/api/v1/users/{}'],
    ['/api/v1/users/ada', '/api/v1/users/{}'],
    [`/api/v1/users/${ID}/lifecycle/activate`, '/api/v1/users/{}/lifecycle/activate'],
    [`/api/v1/apps/${ID}/users/${ID}`, '/api/v1/apps/{}/users/{}'],
    ['/api/v1/groups/rules', '/api/v1/groups/rules'],
    [`/oauth2/v1/clients/${ID}/tokens`, '/oauth2/v1/clients/{}/tokens'],
  ])('of %s is that of all paths like it', (path, shape) => {
    expect(key('GET', path)).toBe(`https://acme.okta.com GET ${shape}`);
  });

  it('tells verbs and orgs apart', () => {
    const names = [key('GET', '/api/v1/users'), key('POST', '/api/v1/users')];
    const other = bucketKey({ method: 'GET', url: 'https://other.okta.com/api/v1/users' });
    expect(new Set([...names, other]).size).toBe(3);
  });

  it('is the same for a call by its operation and by its path, for nearly all operations', () => {
    const calls = Object.values(rows)
      .flatMap((api) => Object.values(api))
      .map(({ call }) => call.split(' ') as [HttpMethod, string]);
    const differing = calls.filter(([method, template]) => {
      const url = `https://acme.okta.com${template.replace(/\{[^}]*\}/g, ID)}`;
      return bucketKey({ method, url, template }) !== bucketKey({ method, url });
    });
    expect(differing.length / calls.length).toBeLessThan(0.01);
  });
});

describe('what an answer says about its bucket', () => {
  const read = (headers: Record<string, string>, status = 200) =>
    limitSeen(responseOf(status, HttpHeaders.from(Object.entries(headers)), []), { now: () => NOW });
  const date = new Date(NOW - 5000).toUTCString();
  const usual = { 'X-Rate-Limit-Limit': '600', 'X-Rate-Limit-Remaining': '12', 'X-Rate-Limit-Reset': `${RESET}` };

  it('is counted by the clock of the service, also if the machine has another time', () => {
    expect(read({ ...usual, Date: date })).toEqual({ ...seen, remaining: 12, endsInMs: 65_000 });
    expect(read(usual)).toEqual({ ...seen, remaining: 12 });
  });

  it('is understood if a header was sent twice', () => {
    expect(read({ ...usual, 'X-Rate-Limit-Limit': '600, 600' })?.limit).toBe(600);
  });

  it.each([
    ['no header', {}],
    ['no reset', { ...usual, 'X-Rate-Limit-Reset': '' }],
    ['a reset in the past', { ...usual, 'X-Rate-Limit-Reset': '12' }],
    ['a reset in a far future', { ...usual, 'X-Rate-Limit-Reset': '99999999999' }],
    ['words', { ...usual, 'X-Rate-Limit-Remaining': 'some' }],
    ['a negative number', { ...usual, 'X-Rate-Limit-Limit': '-1' }],
  ])('is nothing with %s', (_, headers) => {
    expect(read(headers as Record<string, string>)).toBeUndefined();
  });

  it('is Retry-After for a refusal without other headers', () => {
    expect(read({ 'Retry-After': '7', Date: date }, 429)).toMatchObject({
      endsInMs: 7000,
      refused: true,
      remaining: 0,
    });
  });
});

describe('a bucket', () => {
  it('of which nothing is known holds nobody back', () => {
    expect(takeTurn(undefined, NOW, 100)).toEqual({ granted: true, waitMs: 0, known: false });
  });

  it('is used at full speed up to the half, then evenly up to the end of the window', () => {
    const window = learned({ limit: 100, remaining: 100 });
    const waits = Array.from({ length: 99 }, () => takeTurn(window, NOW, 100).waitMs);
    const spread = waits.filter((wait) => wait > 0);
    expect(spread.length).toBeGreaterThan(45);
    const steps = spread.map((wait, index) => wait - (spread[index - 1] ?? 0)).map(Math.round);
    expect(new Set(steps.slice(1)).size).toBeLessThanOrEqual(2);
    expect(spread.at(-1)).toBeLessThan(60_000);
    expect(takeTurn(window, NOW, 100)).toEqual({ granted: false, waitMs: 60_000, known: true });
  });

  it('begins its next window at full speed when the last one is over, but with no more than its limit', () => {
    const window = learned({ remaining: 0 });
    expect(takeTurn(window, NOW + 59_999, 100).granted).toBe(false);
    const turns = Array.from({ length: 700 }, () => takeTurn(window, NOW + 60_001, 100));
    expect(turns[0]).toMatchObject({ granted: true, waitMs: 0 });
    expect(turns.filter(({ granted }) => granted).length).toBe(594);
  });

  it('counts what others used', () => {
    const window = learnLimit(learned(), { ...seen, remaining: 5 }, NOW);
    expect(window?.left).toBe(5);
  });

  it('forgets no use because an answer is late', () => {
    const window = learned({ remaining: 100 });
    expect(learnLimit(window, { ...seen, remaining: 300 }, NOW)?.left).toBe(100);
    const next = learnLimit(window, { ...seen, reset: RESET + 60, remaining: 599 }, NOW + 60_000) ?? window;
    expect(next).toMatchObject({ left: 599, reset: RESET + 60 });
    expect(takeTurn(next, NOW + 60_100, 100).granted).toBe(true);
  });

  it('drops answers from before the window that has just begun', () => {
    const window = learned({ remaining: 0 });
    takeTurn(window, NOW + 60_000, 100);
    expect(learnLimit(window, { ...seen, remaining: 0, endsInMs: 500 }, NOW + 60_010)?.left).toBe(599);
    const named = learnLimit(window, { ...seen, reset: RESET + 60, remaining: 590 }, NOW + 60_020);
    expect(named).toMatchObject({ left: 590, reset: RESET + 60, assumed: false });
  });

  it('knows the end of the window the better the more answers there are', () => {
    const window = learnLimit(learned(), { ...seen, endsInMs: 59_000 }, NOW + 200);
    expect(window?.endsAt).toBe(NOW + 59_200);
  });

  it('is shut by a refusal, but not by that of a single user or factor', () => {
    const refusal = { ...seen, remaining: 0, refused: true };
    const shut = learnLimit(learned({ remaining: 300 }), refusal, NOW) ?? learned();
    expect(takeTurn(shut, NOW, 100).granted).toBe(false);
    const open = learnLimit(learned({ remaining: 300 }), { ...refusal, limit: 4 }, NOW) ?? shut;
    expect(takeTurn(open, NOW, 100)).toMatchObject({ granted: true, waitMs: 0 });
  });

  it('never gives more than its share of a window, whatever the pace', () => {
    const paces = fc.array(fc.integer({ min: 0, max: 900 }), { minLength: 300, maxLength: 600 });
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 500 }),
        fc.integer({ min: 1, max: 100 }),
        paces,
        (limit, percent, pauses) => {
          const window = learned({ limit, remaining: limit });
          const granted = new Map<number, number>();
          let now = NOW;
          for (const pause of pauses) {
            const turn = takeTurn(window, now, percent);
            if (turn.granted) granted.set(window.endsAt, (granted.get(window.endsAt) ?? 0) + 1);
            if (turn.granted) expect(now + turn.waitMs).toBeLessThanOrEqual(window.endsAt);
            now += pause;
          }
          const most = Math.max(1, Math.floor((limit * percent) / 100));
          for (const count of granted.values()) expect(count).toBeLessThanOrEqual(most);
        },
      ),
    );
  });
});
