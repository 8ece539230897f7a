import { connect } from 'node:net';
import { describe, expect, it } from 'vitest';
import { createEmulator, type FaultAction } from '../../src/emulator.js';
import { type Client, emulate, errorOf, idsOf, itemsOf, onBothWires } from './client.js';
import { createGroup } from './people.js';

const GROUPS = '/api/v1/groups';

async function statuses(client: Client, count: number, path = GROUPS): Promise<number[]> {
  const found = [];
  for (let i = 0; i < count; i++) found.push((await client.get(path)).status);
  return found;
}

describe('a rule', () => {
  it.each([
    [{ operation: 'listGroups' }, [503, 200, 200]],
    [{ path: '/api/v1/users*' }, [200, 503, 200]],
    [{ path: '/api/*/groups' }, [503, 200, 503]],
    [{ method: 'post' }, [200, 200, 503]],
    [{}, [503, 503, 503]],
  ])('strikes what fits %j', async (condition, expected) => {
    const client = await emulate('in process', { faults: [{ ...condition, then: { status: 503 } }] });
    const replies = [
      await client.get(GROUPS),
      await client.get('/api/v1/users'),
      await client.post(GROUPS, { profile: { name: 'A' } }),
    ];
    expect(replies.map(({ status }) => status)).toEqual(expected);
  });

  it('strikes so many times, after so many', async () => {
    const client = await emulate('in process', { faults: [{ after: 1, times: 2, then: { status: 503 } }] });
    expect(await statuses(client, 5)).toEqual([200, 503, 503, 200, 200]);
  });

  it('strikes with a probability, the same in two runs', async () => {
    const run = async () =>
      statuses(await emulate('in process', { faults: [{ probability: 0.3, then: { status: 503 } }] }), 100);
    const first = await run();
    const struck = first.filter((status) => status === 503).length;
    expect(struck).toBeGreaterThan(15);
    expect(struck).toBeLessThan(45);
    expect(await run()).toEqual(first);
  });

  it('may come and go at run time', async () => {
    const client = await emulate('in process');
    const remove = client.emulator.faults.add({ then: { status: 500 } });
    expect(await statuses(client, 1)).toEqual([500]);
    expect(client.emulator.faults.list()).toEqual([{ rule: { then: { status: 500 } }, struck: 1 }]);
    remove();
    expect(await statuses(client, 1)).toEqual([200]);
    client.emulator.faults.add({ then: { status: 500 } });
    client.emulator.reset();
    expect(await statuses(client, 1)).toEqual([500]);
    client.emulator.faults.clear();
    expect(await statuses(client, 1)).toEqual([200]);
  });

  it.each([
    [{ then: 'explode' }, /'then'/],
    [{ times: -1, then: 'drop' }, /'times'/],
    [{ probability: 2, then: 'drop' }, /'probability'/],
    [{ verb: 'GET', then: 'drop' }, /'verb'/],
  ])('that makes no sense is refused: %j', (rule, message) => {
    expect(() => createEmulator({ faults: [rule as never] })).toThrow(message);
  });
});

onBothWires('a fault', (emulate) => {
  const withFault = (then: FaultAction, times = 1) => emulate({ faults: [{ operation: 'listGroups', times, then }] });

  it('that is an answer has the headers and the error of the service, and changes nothing', async () => {
    const client = await emulate({ faults: [{ method: 'POST', times: 1, then: { status: 500 } }] });
    const reply = await client.post(GROUPS, { profile: { name: 'A' } });
    expect(errorOf(reply)).toMatchObject({ status: 500, errorCode: 'E0000009' });
    expect(reply.headers.get('x-okta-request-id')).toMatch(/^[0-9a-f]{32}$/);
    expect(itemsOf(await client.get(GROUPS, { q: 'A' })).map(({ profile }) => profile)).not.toContainEqual({
      name: 'A',
    });
  });

  it('that is an answer may have a body and headers of its own', async () => {
    const client = await withFault({ status: 418, body: { a: 1 }, headers: { 'Retry-After': '7', server: 'tea' } });
    const { status, body, headers } = await client.get(GROUPS);
    expect([status, body, headers.get('retry-after'), headers.get('server')]).toEqual([418, { a: 1 }, '7', 'tea']);
  });

  it('that is 429 says when to come back', async () => {
    const { headers } = await (await withFault({ status: 429 })).get(GROUPS);
    const wait = Number(headers.get('x-rate-limit-reset')) - Date.parse(headers.get('date') ?? '') / 1000;
    expect([headers.get('x-rate-limit-remaining'), wait]).toEqual(['0', 1]);
  });

  it('that delays lets the answer come after', async () => {
    const client = await emulate({ faults: [{ then: { delayMs: 700 } }, { times: 1, then: { status: 503 } }] });
    const before = client.clock.now();
    expect(await statuses(client, 2)).toEqual([503, 200]);
    expect(client.clock.now() - before).toBe(1400);
  });

  it('that drops breaks the connection before the request is handled', async () => {
    const client = await emulate({ faults: [{ operation: 'createGroup', times: 1, then: 'drop' }] });
    const error = await client.post(GROUPS, { profile: { name: 'A' } }).catch((reason: unknown) => reason);
    expect(error).toMatchObject({ name: 'TypeError', cause: { code: 'ECONNRESET' } });
    expect((await client.post(GROUPS, { profile: { name: 'A' } })).status).toBe(200);
  });

  it('that drops after applying leaves the change behind', async () => {
    const client = await emulate({ faults: [{ operation: 'createGroup', times: 1, then: 'dropAfterApplying' }] });
    await expect(client.post(GROUPS, { profile: { name: 'A' } })).rejects.toThrow('fetch failed');
    expect(errorOf(await client.post(GROUPS, { profile: { name: 'A' } }))).toMatchObject({ errorCode: 'E0000001' });
  });

  it('that truncates ends within the body', async () => {
    const client = await withFault('truncate');
    await expect(client.get(GROUPS)).rejects.toThrow('terminated');
    expect((await client.get(GROUPS)).status).toBe(200);
  });

  it('that garbles gives a whole body that is no JSON', async () => {
    await expect((await withFault('garbage')).get(GROUPS)).rejects.toThrow(SyntaxError);
  });

  it('that empties a page leads to the same page again', async () => {
    const client = await withFault('emptyPage');
    const empty = await client.get(GROUPS, { limit: '1' });
    expect(empty.body).toEqual([]);
    expect(empty.next).toBe(`${client.emulator.url}${GROUPS}?limit=1`);
    expect(itemsOf(await client.get(empty.next ?? ''))).toHaveLength(1);
  });

  it('that duplicates an item repeats the first at the end', async () => {
    const client = await withFault('duplicateItem');
    const ids = idsOf(await client.get(GROUPS));
    expect(ids).toEqual([...idsOf(await client.get(GROUPS)), ids[0]]);
  });

  it('that reads stale does not see the last write, for so many reads', async () => {
    const client = await withFault('staleRead', 2);
    const before = idsOf(await client.get('/api/v1/groups?limit=10000'));
    await createGroup(client, 'A');
    expect(idsOf(await client.get(GROUPS))).toEqual(before);
    expect(idsOf(await client.get(GROUPS))).toHaveLength(before.length + 1);
  });

  it('that reads stale for a time ends with it', async () => {
    const client = await withFault({ staleReadMs: 500 }, 1000);
    const id = await createGroup(client, 'A');
    expect(idsOf(await client.get(GROUPS))).not.toContain(id);
    client.clock.tick(499);
    expect(idsOf(await client.get(GROUPS))).not.toContain(id);
    client.clock.tick(1);
    expect(idsOf(await client.get(GROUPS))).toContain(id);
  });
});

describe('on the socket', () => {
  /** What arrives, byte by byte, and how the connection ends. */
  async function raw(url: string, token: string): Promise<{ text: string; error: string | undefined }> {
    const { hostname, port } = new URL(url);
    const socket = connect(Number(port), hostname);
    let [text, error]: [string, string | undefined] = ['', undefined];
    socket.on('data', (chunk) => {
      text += chunk;
    });
    socket.on('error', (reason: NodeJS.ErrnoException) => {
      error = reason.code;
    });
    socket.write(`GET ${GROUPS} HTTP/1.1\r\nHost: ${hostname}\r\nAuthorization: SSWS ${token}\r\n\r\n`);
    await new Promise((resolve) => socket.on('close', resolve));
    return { text, error };
  }

  it('a drop resets the connection without a byte', async () => {
    const { emulator } = await emulate('over a socket', { faults: [{ then: 'drop' }] });
    expect(await raw(emulator.url, emulator.token)).toEqual({ text: '', error: 'ECONNRESET' });
  });

  it('a truncated answer promises more than it sends', async () => {
    const { emulator } = await emulate('over a socket', { faults: [{ then: 'truncate' }] });
    const { text } = await raw(emulator.url, emulator.token);
    const [head = '', body = ''] = text.split('\r\n\r\n');
    const promised = Number(/content-length: (\d+)/i.exec(head)?.[1]);
    expect(head).toMatch(/^HTTP\/1\.1 200/);
    expect(body.length).toBe(Math.floor(promised / 2));
  });
});
