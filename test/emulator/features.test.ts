import { expect, it } from 'vitest';
import { type Client, errorOf, itemsOf, onBothWires } from './client.js';

const PATH = '/api/v1/features';

async function featureNamed(client: Client, name: string): Promise<string> {
  const found = itemsOf(await client.get(PATH)).find((feature) => feature['name'] === name);
  return `${PATH}/${found?.id}`;
}

onBothWires('features', (emulate) => {
  it('of a fresh org are on or off', async () => {
    const features = itemsOf(await (await emulate()).get(PATH));
    expect(new Set(features.map(({ status }) => status))).toEqual(new Set(['ENABLED', 'DISABLED']));
    expect(features[0]).toMatchObject({ id: expect.stringMatching(/^ftr/), type: 'self-service' });
  });

  it('know what they need and what needs them', async () => {
    const client = await emulate();
    const context = await featureNamed(client, 'Device context');
    const posture = await featureNamed(client, 'Device posture');
    expect(itemsOf(await client.get(`${posture}/dependencies`)).map(({ name }) => name)).toEqual(['Device context']);
    expect(itemsOf(await client.get(`${context}/dependents`)).map(({ name }) => name)).toContain('Device posture');
  });

  it('are not turned off as long as others need them, unless forced', async () => {
    const client = await emulate();
    const context = await featureNamed(client, 'Device context');
    const posture = await featureNamed(client, 'Device posture');
    expect((await client.post(`${posture}/ENABLE`)).body).toMatchObject({ status: 'ENABLED' });
    expect(errorOf(await client.post(`${context}/DISABLE`))).toMatchObject({ status: 400, errorCode: 'E0000141' });
    expect((await client.post(`${context}/DISABLE?mode=force`)).body).toMatchObject({ status: 'DISABLED' });
    expect((await client.get(posture)).body).toMatchObject({ status: 'DISABLED' });
    const events = itemsOf(await client.get('/api/v1/logs', { filter: 'eventType sw "system.feature"' }));
    expect(events.map(({ eventType }) => eventType)).toEqual([
      'system.feature.enable',
      'system.feature.disable',
      'system.feature.disable',
    ]);
  });

  it('that are unknown, and words that are, are not found', async () => {
    const client = await emulate();
    expect((await client.get(`${PATH}/ftr1`)).status).toBe(404);
    expect((await client.post(`${await featureNamed(client, 'Device context')}/EXPLODE`)).status).toBe(404);
  });
});
