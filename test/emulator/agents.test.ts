import { expect, it } from 'vitest';
import { type Client, errorOf, idOf, itemsOf, onBothWires } from './client.js';

const AGENTS = '/workload-principals/api/v1/ai-agents';

async function register(client: Client): Promise<string> {
  const { status, headers } = await client.post(AGENTS, { profile: { name: 'Order desk' } });
  expect(status).toBe(202);
  const operation = await client.get(headers.get('location') ?? '');
  expect(operation.body).toMatchObject({ status: 'COMPLETED', type: 'ai-agent:Register' });
  return (operation.body as { resource: { id: string } }).resource.id;
}

onBothWires('AI agents', (emulate) => {
  it('are registered by an operation that tells their id', async () => {
    const client = await emulate();
    const id = await register(client);
    expect((await client.get(`${AGENTS}/${id}`)).body).toMatchObject({
      status: 'STAGED',
      profile: { name: 'Order desk' },
    });
    expect((await client.get(AGENTS)).body).toMatchObject({ data: [{ id }] });
  });

  it('are deactivated before they are deleted', async () => {
    const client = await emulate();
    const path = `${AGENTS}/${await register(client)}`;
    expect((await client.post(`${path}/lifecycle/activate`)).status).toBe(202);
    expect(errorOf(await client.delete(path))).toMatchObject({ status: 403, errorCode: 'E0000107' });
    await client.post(`${path}/lifecycle/deactivate`);
    expect((await client.delete(path)).status).toBe(202);
    expect((await client.get(path)).status).toBe(404);
  });

  it('are changed in part by PATCH', async () => {
    const client = await emulate();
    const path = `${AGENTS}/${await register(client)}`;
    const headers = {
      authorization: `SSWS ${client.emulator.token}`,
      'content-type': 'application/merge-patch+json',
    };
    await client.send('PATCH', path, { headers, body: JSON.stringify({ profile: { description: 'Sells' } }) });
    expect((await client.get(path)).body).toMatchObject({ profile: { name: 'Order desk', description: 'Sells' } });
  });
});

onBothWires('updates of agents', (emulate) => {
  it('are paused, resumed and stopped', async () => {
    const client = await emulate();
    const [pool] = itemsOf(await client.get('/api/v1/agentPools'));
    const updates = `/api/v1/agentPools/${pool?.id}/updates`;
    const made = await client.post(updates, { name: 'Monthly', agentType: 'AD' });
    expect(made).toMatchObject({ status: 200, body: { status: 'Scheduled' } });
    const states: unknown[] = [];
    for (const word of ['pause', 'resume', 'stop']) {
      states.push(((await client.post(`${updates}/${idOf(made)}/${word}`)).body as { status: string }).status);
    }
    expect(states).toEqual(['Paused', 'InProgress', 'Cancelled']);
  });

  it('follow settings of the pool', async () => {
    const client = await emulate();
    const [pool] = itemsOf(await client.get('/api/v1/agentPools'));
    const path = `/api/v1/agentPools/${pool?.id}/updates/settings`;
    expect((await client.get(path)).body).toMatchObject({ poolId: pool?.id, releaseChannel: 'GA' });
    await client.post(path, { agentType: 'AD', continueOnError: true, releaseChannel: 'BETA' });
    expect((await client.get(path)).body).toMatchObject({ poolId: pool?.id, releaseChannel: 'BETA' });
  });
});
