import { expect, it } from 'vitest';
import { onBothWires } from './client.js';
import { ASSERTION_TYPE, assertionFor, sendForm, serviceApp, tokenIn } from './oauth-clients.js';

onBothWires('what SDKs for other languages do', (emulate) => {
  it('an API token without a space behind SSWS, as from Python, is taken', async () => {
    const client = await emulate();
    const headers = { authorization: `SSWS${client.emulator.token}` };
    expect((await client.send('GET', '/api/v1/users/me', { headers })).status).toBe(200);
  });

  it('a Bearer token without a space is not', async () => {
    const client = await emulate();
    const headers = { authorization: `Bearer${client.emulator.token}` };
    expect((await client.send('GET', '/api/v1/users/me', { headers })).status).toBe(403);
  });

  it('parameters of the token endpoint in the query, as from Go, are taken', async () => {
    const client = await emulate();
    const query = new URLSearchParams({
      grant_type: 'client_credentials',
      scope: 'okta.users.read',
      client_assertion_type: ASSERTION_TYPE,
      client_assertion: await assertionFor(client, await serviceApp(client)),
    });
    const reply = await sendForm(client, `/oauth2/v1/token?${query}`, {});
    expect(tokenIn(reply)).toMatch(/^ey/);
  });

  it('parameters in both places are repeated ones', async () => {
    const client = await emulate();
    const form = { grant_type: 'client_credentials' };
    const reply = await sendForm(client, '/oauth2/v1/token?grant_type=client_credentials', form);
    expect([reply.status, reply.body]).toEqual([400, expect.objectContaining({ error: 'invalid_request' })]);
  });
});
