import { expect, it } from 'vitest';
import { type Client, errorOf, idOf, itemsOf, onBothWires } from './client.js';

const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==',
  'base64',
);

async function newBrand(client: Client, name = 'Shop'): Promise<string> {
  return idOf(await client.post('/api/v1/brands', { name }));
}

async function defaultBrand(client: Client): Promise<string> {
  const [brand] = itemsOf(await client.get('/api/v1/brands'));
  return String(brand?.id);
}

async function themeOf(client: Client, brandId: string): Promise<string> {
  const [theme] = itemsOf(await client.get(`/api/v1/brands/${brandId}/themes`));
  return `/api/v1/brands/${brandId}/themes/${theme?.id}`;
}

function upload(client: Client, path: string, bytes: Buffer) {
  const form = new FormData();
  form.set('file', new Blob([new Uint8Array(bytes)]), 'logo.png');
  const headers = { authorization: `SSWS ${client.emulator.token}` };
  return client.send('POST', path, { headers, body: form });
}

onBothWires('brands', (emulate) => {
  it('of a fresh org are one, which is the default and is called like the org', async () => {
    const client = await emulate({ seed: { subdomain: 'acme' } });
    const brands = itemsOf(await client.get('/api/v1/brands'));
    expect(brands).toMatchObject([{ name: 'acme', isDefault: true, removePoweredByOkta: false }]);
  });

  it('are made with a theme of standard colours', async () => {
    const client = await emulate();
    const reply = await client.post('/api/v1/brands', { name: 'Shop' });
    expect(reply).toMatchObject({ status: 201, body: { name: 'Shop', isDefault: false } });
    const themes = itemsOf(await client.get(`/api/v1/brands/${idOf(reply)}/themes`));
    expect(themes).toMatchObject([
      { id: expect.stringMatching(/^the/), primaryColorHex: '#1662dd', signInPageTouchPointVariant: 'OKTA_DEFAULT' },
    ]);
  });

  it('have names of their own, whatever the case', async () => {
    const client = await emulate();
    await newBrand(client);
    expect(errorOf(await client.post('/api/v1/brands', { name: 'SHOP' }))).toMatchObject({
      status: 409,
      errorCode: 'E0000202',
    });
  });

  it('are removed with their themes, but for the default one', async () => {
    const client = await emulate();
    const id = await newBrand(client);
    const theme = await themeOf(client, id);
    expect((await client.delete(`/api/v1/brands/${id}`)).status).toBe(204);
    expect((await client.get(theme)).status).toBe(404);
    const refused = await client.delete(`/api/v1/brands/${await defaultBrand(client)}`);
    expect(errorOf(refused)).toMatchObject({ status: 409, errorCode: 'E0000200' });
  });

  it('with a domain stay', async () => {
    const client = await emulate();
    const brandId = await newBrand(client);
    const domain = { domain: 'login.example.com', certificateSourceType: 'OKTA_MANAGED' };
    const id = idOf(await client.post('/api/v1/domains', domain));
    await client.put(`/api/v1/domains/${id}`, { brandId });
    expect(errorOf(await client.delete(`/api/v1/brands/${brandId}`))).toMatchObject({
      status: 409,
      errorCode: 'E0000201',
    });
  });

  it('write events', async () => {
    const client = await emulate();
    const id = await newBrand(client);
    await client.delete(`/api/v1/brands/${id}`);
    const events = itemsOf(await client.get('/api/v1/logs', { filter: 'eventType sw "system.brand"' }));
    expect(events.map(({ eventType }) => eventType)).toEqual(['system.brand.create', 'system.brand.delete']);
    expect(events[0]?.['target']).toMatchObject([{ id, type: 'Brand', displayName: 'Shop' }]);
  });

  it('embed what is asked for', async () => {
    const client = await emulate();
    const id = await newBrand(client);
    const { body } = await client.get(`/api/v1/brands/${id}`, { expand: 'themes,domains' });
    expect(body).toMatchObject({ _embedded: { themes: [{ id: expect.any(String) }], domains: [] } });
  });
});

onBothWires('images of themes', (emulate) => {
  it('are seen by everybody until they are removed', async () => {
    const client = await emulate();
    const theme = await themeOf(client, await newBrand(client));
    const uploaded = await upload(client, `${theme}/favicon`, PNG);
    expect(uploaded.status).toBe(201);
    const { url } = uploaded.body as { url: string };
    expect((await client.get(theme)).body).toMatchObject({ favicon: url });
    const image = await client.send('GET', url, { headers: {} });
    expect([image.status, image.headers.get('content-type')]).toEqual([200, 'image/png']);
    expect((await client.delete(`${theme}/favicon`)).status).toBe(204);
    expect((await client.get(theme)).body).not.toHaveProperty('favicon');
  });

  it('survive that the theme is replaced', async () => {
    const client = await emulate();
    const theme = await themeOf(client, await newBrand(client));
    await upload(client, `${theme}/logo`, PNG);
    const wanted = {
      primaryColorHex: '#ff0000',
      secondaryColorHex: '#00ff00',
      signInPageTouchPointVariant: 'BACKGROUND_IMAGE',
      endUserDashboardTouchPointVariant: 'FULL_THEME',
      errorPageTouchPointVariant: 'OKTA_DEFAULT',
      emailTemplateTouchPointVariant: 'FULL_THEME',
    };
    expect((await client.put(theme, wanted)).body).toMatchObject({ ...wanted, logo: expect.stringContaining('/fs/') });
  });

  it('must be images', async () => {
    const client = await emulate();
    const theme = await themeOf(client, await newBrand(client));
    const refused = await upload(client, `${theme}/logo`, Buffer.from('hello'));
    expect(errorOf(refused)).toMatchObject({ status: 400, errorCode: 'E0000001' });
  });
});

onBothWires('pages', (emulate) => {
  it('are the default ones until they are customized', async () => {
    const client = await emulate();
    const pages = `/api/v1/brands/${await newBrand(client)}/pages/sign-in`;
    expect((await client.get(`${pages}/customized`)).status).toBe(404);
    expect((await client.get(`${pages}/default`)).body).toMatchObject({ widgetVersion: expect.any(String) });
    await client.put(`${pages}/customized`, { pageContent: '<h1>Shop</h1>', widgetVersion: '^7' });
    expect((await client.get(`${pages}/customized`)).body).toMatchObject({ pageContent: '<h1>Shop</h1>' });
    const { body } = await client.get(pages, { expand: 'default,customized' });
    expect(body).toMatchObject({ _embedded: { customized: { pageContent: '<h1>Shop</h1>' } } });
    expect((await client.delete(`${pages}/customized`)).status).toBe(204);
    expect((await client.get(`${pages}/customized`)).status).toBe(404);
  });

  it('of the default brand cannot be changed', async () => {
    const client = await emulate();
    const path = `/api/v1/brands/${await defaultBrand(client)}/pages/error/customized`;
    expect(errorOf(await client.put(path, { pageContent: 'x' }))).toMatchObject({ status: 403, errorCode: 'E0000213' });
  });
});
