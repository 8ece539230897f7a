import { expect, it } from 'vitest';
import { type Client, errorOf, idOf, itemsOf, onBothWires } from './client.js';

const PATH = '/api/v1/ssf/stream';
const REVOKED = 'https://schemas.openid.net/secevent/caep/event-type/session-revoked';
const stream = {
  events_requested: [REVOKED, 'https://schemas.example.com/other'],
  delivery: {
    method: 'urn:ietf:rfc:8935',
    endpoint_url: 'https://receiver.example.com',
    authorization_header: 'top-secret',
  },
};

async function streamId(client: Client): Promise<string> {
  const { body } = await client.post(PATH, stream);
  return (body as { stream_id: string }).stream_id;
}

onBothWires('streams of security events', (emulate) => {
  it('are created once and never show their secret', async () => {
    const client = await emulate();
    const reply = await client.post(PATH, stream);
    expect(reply).toMatchObject({ status: 201, body: { format: 'iss_sub', events_delivered: [REVOKED] } });
    expect(reply.text).not.toContain('top-secret');
    expect((await client.get(PATH)).body).toEqual([reply.body]);
    expect(errorOf(await client.post(PATH, stream))).toMatchObject({ status: 400, errorCode: 'E0000001' });
  });

  it('are changed, verified and deleted by their id', async () => {
    const client = await emulate();
    const id = await streamId(client);
    const named = { stream_id: id };
    expect((await client.get(PATH, named)).body).toMatchObject(named);
    expect((await client.get(`${PATH}/status`, named)).body).toEqual({ ...named, status: 'enabled' });
    const changed = await client.put(PATH, { ...named, ...stream, events_requested: [] });
    expect(changed.body).toMatchObject({ ...named, events_delivered: [] });
    const patched = await client.patch(PATH, { ...named, ...stream });
    expect(patched.body).toMatchObject({ ...named, events_delivered: [REVOKED] });
    expect((await client.post(`${PATH}/verification`, named)).status).toBe(204);
    expect((await client.delete(`${PATH}?stream_id=${id}`)).status).toBe(204);
    expect(errorOf(await client.get(PATH, named))).toMatchObject({ status: 404, errorCode: 'E0000007' });
  });

  it('are announced to everybody', async () => {
    const client = await emulate();
    const reply = await client.send('GET', '/.well-known/ssf-configuration', { headers: {} });
    const { url } = client.emulator;
    expect(reply.body).toMatchObject({
      issuer: url,
      jwks_uri: `${url}/oauth2/v1/keys`,
      configuration_endpoint: url + PATH,
    });
  });
});

onBothWires('providers of security events and risks', (emulate) => {
  it('of security events are created active, with names of their own', async () => {
    const client = await emulate();
    const path = '/api/v1/security-events-providers';
    const provider = { name: 'Ours', type: 'okta', settings: { well_known_url: 'https://example.com/.well-known' } };
    const reply = await client.post(path, provider);
    expect(reply).toMatchObject({ status: 200, body: { status: 'ACTIVE', ...provider } });
    expect(errorOf(await client.post(path, provider))).toMatchObject({ status: 400, errorCode: 'E0000001' });
    const moved = await client.post(`${path}/${idOf(reply)}/lifecycle/deactivate`);
    expect(moved.body).toMatchObject({ status: 'INACTIVE' });
  });

  it('of risks belong to an app', async () => {
    const client = await emulate();
    const path = '/api/v1/risk/providers';
    const [app] = itemsOf(await client.get('/api/v1/apps'));
    const reply = await client.post(path, { name: 'Ours', clientId: app?.id, action: 'log_only' });
    expect(reply).toMatchObject({ status: 201, body: { action: 'log_only', clientId: app?.id } });
    const refused = errorOf(await client.post(path, { name: 'Other', clientId: 'none', action: 'none' }));
    expect(refused).toMatchObject({ status: 400, errorCode: 'E0000001' });
    const events = [{ subjects: [{ ip: '192.0.2.1', riskLevel: 'HIGH' }] }];
    expect((await client.post('/api/v1/risk/events/ip', events)).status).toBe(202);
  });
});
