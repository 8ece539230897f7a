import { createPublicKey } from 'node:crypto';
import { expect, it } from 'vitest';
import { emulate, errorOf, idOf, onBothWires } from './client.js';

const PATH = '/api/v1/hook-keys';

onBothWires('Hook keys', (emulate) => {
  it('are real ones of which only the public half is shown', async () => {
    const client = await emulate();
    const made = await client.post(PATH, { name: 'My key' });
    const { keyId, _embedded } = made.body as { keyId: string; _embedded: { n: string; e: string; kty: string } };
    expect(made).toMatchObject({
      status: 200,
      body: {
        id: expect.stringMatching(/^HKY/),
        keyId: expect.stringMatching(/^[0-9a-f]{8}-/),
        name: 'My key',
        created: '2026-03-04T10:08:01.000Z',
        isUsed: 'false',
        _embedded: { kty: 'RSA', kid: keyId },
      },
    });
    const key = createPublicKey({ key: { kty: 'RSA', n: _embedded.n, e: _embedded.e }, format: 'jwk' });
    expect(key.asymmetricKeyDetails?.modulusLength).toBe(2048);
    expect(Object.keys(_embedded).sort()).toEqual(['alg', 'e', 'kid', 'kty', 'n', 'use']);
    expect((await client.get(`${PATH}/public/${keyId}`)).body).toEqual(_embedded);
    const read = await client.get(`${PATH}/${idOf(made)}`);
    expect(made.body).toEqual({ ...(read.body as object), _embedded });
    expect((await client.get(PATH)).body).toEqual([read.body]);
    expect(read.text).not.toContain('privateKey');
  });

  it('are renamed and deleted', async () => {
    const client = await emulate();
    const made = await client.post(PATH, { name: 'Old' });
    client.clock.tick(1000);
    const renamed = await client.put(`${PATH}/${idOf(made)}`, { name: 'New' });
    const changes = { name: 'New', lastUpdated: '2026-03-04T10:08:02.000Z' };
    expect(renamed).toMatchObject({ status: 200, body: { ...(made.body as object), ...changes } });
    expect((await client.delete(`${PATH}/${idOf(made)}`)).status).toBe(204);
    expect(errorOf(await client.get(`${PATH}/${idOf(made)}`))).toMatchObject({ status: 404, errorCode: 'E0000007' });
  });
});

it.each([
  [{ name: ' ' }, 'name: The field cannot be left blank'],
  [{ name: 'Taken' }, 'name: An object with this field already exists in the current organization'],
])('A hook key %j is refused', async (body, cause) => {
  const client = await emulate('in process');
  await client.post(PATH, { name: 'Taken' });
  expect(errorOf(await client.post(PATH, body))).toEqual({ status: 400, errorCode: 'E0000001', causes: [cause] });
});

it('A public key that nobody has is not found', async () => {
  const client = await emulate('in process');
  expect((await client.get(`${PATH}/public/none`)).status).toBe(404);
});
