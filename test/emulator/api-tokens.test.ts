import { expect, it } from 'vitest';
import { errorOf, itemsOf, onBothWires } from './client.js';

const PATH = '/api/v1/api-tokens';

onBothWires('API tokens', (emulate) => {
  it('are listed without their secrets', async () => {
    const client = await emulate();
    const reply = await client.get(PATH);
    expect(reply.body).toMatchObject([
      { id: expect.stringMatching(/^00T/), tokenWindow: 'P30D', network: { connection: 'ANYWHERE' } },
    ]);
    expect(reply.text).not.toContain(client.emulator.token);
  });

  it('live for thirty days after their last use', async () => {
    const client = await emulate();
    client.clock.tick(24 * 60 * 60 * 1000);
    expect((await client.get(PATH)).body).toMatchObject([{ expiresAt: '2026-04-04T10:08:01.000Z' }]);
  });

  it('are renamed', async () => {
    const client = await emulate();
    const [token] = itemsOf(await client.get(PATH));
    const { status, body } = await client.put(`${PATH}/${token?.id}`, { name: 'Nightly sync' });
    expect([status, body]).toMatchObject([200, { id: token?.id, name: 'Nightly sync' }]);
    expect((await client.get(`${PATH}/${token?.id}`)).body).toMatchObject({ name: 'Nightly sync' });
  });

  it('revoke themselves', async () => {
    const client = await emulate();
    expect((await client.delete(`${PATH}/current`)).status).toBe(204);
    expect(errorOf(await client.get(PATH))).toMatchObject({ status: 401, errorCode: 'E0000011' });
  });

  it('that are unknown are not found', async () => {
    const client = await emulate();
    expect(errorOf(await client.get(`${PATH}/00T1`))).toMatchObject({ status: 404, errorCode: 'E0000007' });
  });
});
