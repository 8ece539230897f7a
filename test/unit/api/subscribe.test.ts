import { describe, expect, it, vi } from 'vitest';
import { SystemLogApi, UserApi } from '../../../generated/management/apis/index.js';
import { HttpError } from '../../../src/errors/response-error.js';
import { configure } from '../../support/configure.js';
import { type Answer, localServer, sendJson } from '../../support/local-server.js';
import { manualClock } from '../../support/manual-clock.js';

/** A log whose pages are these; after the last one every page is empty. `null` is a failure. */
async function logOf(pages: readonly (readonly string[] | null)[]) {
  const clock = manualClock();
  const answer: Answer = ({ url }, response, count) => {
    const uuids = count <= pages.length ? pages[count - 1] : [];
    if (uuids === null) return sendJson(response, {}, { status: 500 });
    const next = `<${url.split('?')[0]}?after=${count}>; rel="next"`;
    sendJson(
      response,
      uuids?.map((uuid) => ({ uuid })),
      { headers: { Link: next } },
    );
  };
  const server = await localServer(answer);
  const log = await new SystemLogApi(configure(server.url, { clock })).listLogEvents();
  return { clock, server, log };
}

const settled = (condition: () => boolean) => vi.waitFor(() => expect(condition()).toBe(true));

describe('a subscription', () => {
  it('reads on without a pause while there is something, then asks at its interval', async () => {
    const { clock, server, log } = await logOf([['a'], ['b', 'c'], [], ['d']]);
    const seen: string[] = [];
    const subscription = log.subscribe({ interval: 3000, next: ({ uuid }) => void seen.push(uuid) });
    await settled(() => clock.sleeps.length === 1);
    expect(seen).toEqual(['a', 'b', 'c']);
    await clock.advance(2999);
    expect(server.requests).toHaveLength(3);
    await clock.advance(1);
    await settled(() => clock.sleeps.length === 2);
    expect(seen).toEqual(['a', 'b', 'c', 'd']);
    expect(clock.sleeps).toEqual([3000, 3000]);
    subscription.unsubscribe();
  });

  it.each([
    [undefined, 5000],
    [0, 1000],
    [250, 1000],
  ])('with an interval of %s pauses for %s ms', async (interval, pause) => {
    const { clock, log } = await logOf([]);
    const subscription = log.subscribe({ ...(interval !== undefined && { interval }), next: () => undefined });
    await settled(() => clock.sleeps.length === 1);
    expect(clock.sleeps).toEqual([pause]);
    subscription.unsubscribe();
  });

  it('tells of a failure, waits, and asks for the same page again', async () => {
    const { clock, server, log } = await logOf([['a'], null, ['b']]);
    const seen: unknown[] = [];
    const subscription = log.subscribe({
      next: ({ uuid }) => void seen.push(uuid),
      error: (error) => void seen.push(error),
    });
    await settled(() => clock.sleeps.length === 1);
    await clock.advance(5000);
    await settled(() => clock.sleeps.length === 2);
    expect(seen).toEqual(['a', expect.any(HttpError), 'b']);
    expect(server.requests[1]?.url).toBe(server.requests[2]?.url);
    subscription.unsubscribe();
  });

  it('goes on with the next item when a callback throws', async () => {
    const { clock, log } = await logOf([['a', 'b']]);
    const seen: unknown[] = [];
    const subscription = log.subscribe({
      next: ({ uuid }) => {
        if (uuid === 'a') throw new Error('bad item');
        seen.push(uuid);
      },
      error: (error) => void seen.push((error as Error).message),
    });
    await settled(() => clock.sleeps.length === 1);
    expect(seen).toEqual(['bad item', 'b']);
    subscription.unsubscribe();
  });

  it('ends at once when told to, also in a pause, and says so', async () => {
    const { clock, server, log } = await logOf([]);
    const complete = vi.fn();
    const subscription = log.subscribe({ next: () => undefined, complete });
    await settled(() => clock.sleeps.length === 1);
    subscription.unsubscribe();
    await settled(() => complete.mock.calls.length === 1);
    await clock.advance(60_000);
    expect(server.requests).toHaveLength(1);
  });

  it('awaits what the callback returns before the next item', async () => {
    const { clock, log } = await logOf([['a', 'b']]);
    let running = 0;
    const subscription = log.subscribe({
      next: async () => {
        expect(++running).toBe(1);
        await new Promise((resolve) => setTimeout(resolve, 5));
        running--;
      },
    });
    await settled(() => clock.sleeps.length === 1);
    subscription.unsubscribe();
  });

  it('of a list with an end completes there', async () => {
    const server = await localServer((_, response) => sendJson(response, [{ id: 'u' }]));
    const users = await new UserApi(configure(server.url)).listUsers();
    const seen: string[] = [];
    await new Promise<void>((resolve) => users.subscribe({ next: ({ id }) => void seen.push(id), complete: resolve }));
    expect(seen).toEqual(['u']);
  });
});
