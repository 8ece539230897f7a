import { expect, it } from 'vitest';
import { type Client, errorOf, idOf, itemsOf, onBothWires } from './client.js';

async function templatesOf(client: Client): Promise<string> {
  return `/api/v1/brands/${idOf(await client.post('/api/v1/brands', { name: 'Shop' }))}/templates/email`;
}

const hello = (language: string, isDefault?: boolean) => ({
  language,
  ...(isDefault === undefined ? {} : { isDefault }),
  subject: `Hello in ${language}`,
  body: `<p>Hi $${'{user.profile.firstName}'}</p>`,
});

onBothWires('email templates', (emulate) => {
  it('are 28, in pages of 20', async () => {
    const client = await emulate();
    const path = await templatesOf(client);
    const first = await client.get(path);
    const second = await client.get(first.next ?? '');
    expect([itemsOf(first).length, itemsOf(second).length, second.next]).toEqual([20, 8, undefined]);
    expect(itemsOf(first)[0]).toMatchObject({ name: 'ADForgotPassword', _links: { self: expect.any(Object) } });
  });

  it('tell settings and customizations if asked', async () => {
    const client = await emulate();
    const path = `${await templatesOf(client)}/UserActivation`;
    await client.post(`${path}/customizations`, hello('de'));
    await client.put(`${path}/settings`, { recipients: 'ADMINS_ONLY' });
    const { body } = await client.get(path, { expand: 'settings,customizationCount' });
    expect(body).toMatchObject({ _embedded: { settings: { recipients: 'ADMINS_ONLY' }, customizationCount: 1 } });
  });

  it('that are unknown are not found', async () => {
    const client = await emulate();
    const path = `${await templatesOf(client)}/Nonsense`;
    for (const part of ['', '/default-content', '/settings', '/customizations']) {
      expect((await client.get(path + part)).status, part).toBe(404);
    }
  });

  it('are previewed for the caller', async () => {
    const client = await emulate({ seed: { owner: { firstName: 'Ada' } } });
    const path = `${await templatesOf(client)}/UserActivation`;
    const id = idOf(await client.post(`${path}/customizations`, hello('de')));
    const { body } = await client.get(`${path}/customizations/${id}/preview`);
    expect(body).toMatchObject({ subject: 'Hello in de', body: '<p>Hi Ada</p>' });
  });
});

onBothWires('email customizations', (emulate) => {
  it('begin with the default one, whatever was sent', async () => {
    const client = await emulate();
    const path = `${await templatesOf(client)}/UserActivation/customizations`;
    expect(await client.post(path, hello('de', false))).toMatchObject({ status: 201, body: { isDefault: true } });
    expect(await client.post(path, hello('fr'))).toMatchObject({ status: 201, body: { isDefault: false } });
  });

  it('are one for a language, and one of them is the default', async () => {
    const client = await emulate();
    const path = `${await templatesOf(client)}/UserActivation/customizations`;
    await client.post(path, hello('de'));
    expect(errorOf(await client.post(path, hello('de')))).toMatchObject({ status: 409, errorCode: 'E0000183' });
    expect(errorOf(await client.post(path, hello('fr', true)))).toMatchObject({ status: 409, errorCode: 'E0000182' });
  });

  it('pass the default on, but never lose it', async () => {
    const client = await emulate();
    const path = `${await templatesOf(client)}/UserActivation/customizations`;
    const german = `${path}/${idOf(await client.post(path, hello('de')))}`;
    const french = `${path}/${idOf(await client.post(path, hello('fr')))}`;
    expect(errorOf(await client.put(german, hello('de', false)))).toMatchObject({ status: 409, errorCode: 'E0000185' });
    expect(errorOf(await client.delete(german))).toMatchObject({ status: 409, errorCode: 'E0000184' });
    await client.put(french, hello('fr', true));
    expect((await client.get(german)).body).toMatchObject({ isDefault: false });
    expect((await client.delete(german)).status).toBe(204);
  });

  it('are all removed at once', async () => {
    const client = await emulate();
    const path = `${await templatesOf(client)}/UserActivation/customizations`;
    await client.post(path, hello('de'));
    await client.post(path, hello('fr'));
    expect((await client.delete(path)).status).toBe(204);
    expect(itemsOf(await client.get(path))).toEqual([]);
  });
});
