import { expect, it } from 'vitest';
import { type Client, errorOf, idOf, itemsOf, onBothWires } from './client.js';

const HOUR = 60 * 60 * 1000;
const SUPPORT = '/api/v1/org/privacy/oktaSupport';

async function eventsOf(client: Client, type: string): Promise<unknown[]> {
  const events = itemsOf(await client.get('/api/v1/logs', { filter: `eventType sw "${type}"` }));
  return events.map(({ eventType }) => eventType);
}

onBothWires('settings of the org', (emulate) => {
  it('are changed in part by POST and as a whole by PUT', async () => {
    const client = await emulate();
    await client.post('/api/v1/org', { city: 'Berlin', website: 'https://example.com' });
    const { body } = await client.post('/api/v1/org', { companyName: 'Acme' });
    expect(body).toMatchObject({ companyName: 'Acme', city: 'Berlin', subdomain: 'emulator', status: 'ACTIVE' });
    const replaced = await client.put('/api/v1/org', { companyName: 'Acme Inc.', subdomain: 'other' });
    expect(replaced.body).toMatchObject({ companyName: 'Acme Inc.', subdomain: 'emulator' });
    expect((await client.get('/api/v1/org')).body).not.toHaveProperty('city');
    expect(await eventsOf(client, 'system.org.update')).toHaveLength(3);
  });

  it('hide and show the footer', async () => {
    const client = await emulate();
    const hidden = await client.post('/api/v1/org/preferences/hideEndUserFooter');
    expect(hidden).toMatchObject({ status: 200, body: { showEndUserFooter: false } });
    await client.post('/api/v1/org/preferences/showEndUserFooter');
    expect((await client.get('/api/v1/org/preferences')).body).toMatchObject({ showEndUserFooter: true });
  });

  it('name contacts, of whom the list only tells where they are read', async () => {
    const client = await emulate();
    const ada = { login: 'ada@example.com', email: 'ada@example.com', firstName: 'Ada', lastName: 'L' };
    const userId = idOf(await client.post('/api/v1/users', { profile: ada }));
    expect((await client.put('/api/v1/org/contacts/BILLING', { userId })).body).toMatchObject({ userId });
    expect((await client.get('/api/v1/org/contacts/BILLING')).body).toMatchObject({ userId });
    const { body, text } = await client.get('/api/v1/org/contacts');
    expect(body).toMatchObject([{ contactType: 'BILLING' }, { contactType: 'TECHNICAL' }]);
    expect(text).not.toContain(userId);
    expect((await client.put('/api/v1/org/contacts/BILLING', { userId: 'nobody' })).status).toBe(404);
    expect((await client.get('/api/v1/org/contacts/OTHER')).status).toBe(404);
  });

  it('are told to everybody in part', async () => {
    const client = await emulate();
    const { status, body } = await client.send('GET', '/.well-known/okta-organization', { headers: {} });
    expect([status, body]).toEqual([
      200,
      expect.objectContaining({ id: expect.stringMatching(/^00o/), pipeline: 'idx', cell: 'op3' }),
    ]);
  });
});

onBothWires('access of Okta Support', (emulate) => {
  it('is granted for eight hours, then over', async () => {
    const client = await emulate();
    const granted = await client.post(`${SUPPORT}/grant`);
    expect(granted).toMatchObject({
      status: 200,
      body: { support: 'ENABLED', expiration: '2026-03-04T18:08:01.000Z' },
    });
    client.clock.tick(8 * HOUR);
    expect((await client.get(SUPPORT)).body).toMatchObject({ support: 'DISABLED', expiration: null });
  });

  it('is extended by a day and revoked', async () => {
    const client = await emulate();
    expect((await client.post(`${SUPPORT}/extend`)).status).toBe(403);
    await client.post(`${SUPPORT}/grant`);
    expect((await client.post(`${SUPPORT}/extend`)).body).toMatchObject({ expiration: '2026-03-05T18:08:01.000Z' });
    expect((await client.post(`${SUPPORT}/revoke`)).body).toMatchObject({ support: 'DISABLED' });
    expect(await eventsOf(client, 'system.org.support')).toEqual([
      'system.org.support.grant',
      'system.org.support.extend',
      'system.org.support.revoke',
    ]);
  });
});

onBothWires('addresses that mails bounced from', (emulate) => {
  it('are forgiven if they belong to users', async () => {
    const client = await emulate();
    const emailAddresses = ['admin@emulator.okta.test', 'nobody@example.com', 'nonsense'];
    const { body } = await client.post('/api/v1/org/email/bounces/remove-list', { emailAddresses });
    const errors = (body as { errors: { emailAddress: string }[] }).errors.map(({ emailAddress }) => emailAddress);
    expect(errors).toEqual(['nobody@example.com', 'nonsense']);
  });
});

onBothWires('child orgs', (emulate) => {
  it('are made once for a subdomain, and their token is shown', async () => {
    const client = await emulate();
    const admin = { profile: { firstName: 'A', lastName: 'L', email: 'a@example.com', login: 'a@example.com' } };
    const org = { name: 'Acme Dev', subdomain: 'acme-dev', edition: 'SKU', admin };
    const made = await client.post('/api/v1/orgs', org);
    expect(made).toMatchObject({ status: 201, body: { subdomain: 'acme-dev', tokenType: 'SSWS' } });
    expect(made.body).not.toHaveProperty('admin');
    expect(errorOf(await client.post('/api/v1/orgs', org))).toMatchObject({ status: 400, errorCode: 'E0000001' });
  });
});
