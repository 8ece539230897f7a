import { describe, expect, it } from 'vitest';
import { ConfigError } from '../../src/errors/config-error.js';
import { loadedOnce } from '../../src/loaded-once.js';

const part = { name: 'part' };

describe('what is loaded once', () => {
  it('is the same for all who ask at once, and there without a promise afterwards', async () => {
    let loads = 0;
    const get = loadedOnce(async () => {
      loads += 1;
      return part;
    });
    const all = await Promise.all(Array.from({ length: 64 }, () => get()));
    expect(new Set(all)).toEqual(new Set([part]));
    expect(loads).toBe(1);
    expect(get()).toBe(part);
  });

  it('is tried again after a failure, which says what to do and keeps its cause', async () => {
    const cause = new Error('gone');
    const results = [() => Promise.reject(cause), () => Promise.resolve(part)];
    const get = loadedOnce(async () => results.shift()?.() ?? part);
    const failures = await Promise.allSettled([get(), get()]);
    for (const failure of failures) {
      expect(failure).toMatchObject({ reason: { name: 'OktaError', code: 'OKTA_LOAD', cause } });
    }
    expect(await get()).toBe(part);
  });

  it('leaves errors of the SDK as they are', async () => {
    const error = new ConfigError([{ setting: 'tls', source: 'argument', reason: 'is wrong' }]);
    const get = loadedOnce<object>(() => Promise.reject(error));
    await expect(get()).rejects.toBe(error);
  });
});
