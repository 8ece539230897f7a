import { expect, it } from 'vitest';
import { type Client, emulate, errorOf, idOf, onBothWires, type Reply } from './client.js';

const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

async function addApp(client: Client): Promise<string> {
  const settings = { app: { url: 'https://example.com', requestIntegration: false } };
  const body = { name: 'bookmark', label: 'Bookmark', signOnMode: 'BOOKMARK', settings };
  return `/api/v1/apps/${idOf(await client.post('/api/v1/apps', body))}`;
}

function upload(client: Client, app: string, content: Uint8Array, field = 'file'): Promise<Reply> {
  const form = new FormData();
  form.append(field, new Blob([new Uint8Array(content)], { type: 'image/png' }), 'logo.png');
  return client.send('POST', `${app}/logo`, {
    body: form,
    headers: { Authorization: `SSWS ${client.emulator.token}` },
  });
}

async function logoOf(client: Client, app: string): Promise<string> {
  const { body } = await client.get(app);
  return (body as { _links: { logo: [{ href: string }] } })._links.logo[0].href;
}

onBothWires('Logos of apps', (emulate) => {
  it('are uploaded, and shown to everybody', async () => {
    const client = await emulate();
    const app = await addApp(client);
    const before = await logoOf(client, app);
    const uploaded = await upload(client, app, PNG);
    expect([uploaded.status, uploaded.text]).toEqual([201, '']);
    const after = await logoOf(client, app);
    expect(after).not.toBe(before);
    const fetching = after.startsWith('http://127.0.0.1') ? fetch : client.emulator.fetch;
    const shown = await fetching(after);
    expect(shown.headers.get('content-type')).toBe('image/png');
    expect(Buffer.from(await shown.arrayBuffer())).toEqual(PNG);
  });

  it('stay when the app is replaced, and go when another comes', async () => {
    const client = await emulate();
    const app = await addApp(client);
    await upload(client, app, PNG);
    const first = await logoOf(client, app);
    await client.put(app, (await client.get(app)).body);
    expect(await logoOf(client, app)).toBe(first);
    await upload(client, app, PNG);
    expect((await client.get(first)).status).toBe(404);
  });
});

it.each([
  ['no image', Buffer.from('GIF, but only by name'), 'file: The file must be an image in the format PNG, JPG or GIF'],
  ['too large', Buffer.concat([PNG, Buffer.alloc(1024 * 1024)]), 'file: The image must be smaller than 1 MB'],
  ['empty', Buffer.alloc(0), 'file: The field cannot be left blank'],
])('A logo that is %s is refused', async (_, content, cause) => {
  const client = await emulate('in process');
  const app = await addApp(client);
  expect(errorOf(await upload(client, app, content))).toEqual({ status: 400, errorCode: 'E0000001', causes: [cause] });
});

it('A logo is a form with a file', async () => {
  const client = await emulate('in process');
  const app = await addApp(client);
  expect(errorOf(await upload(client, app, PNG, 'image')).causes).toEqual(['file: The field cannot be left blank']);
  expect(errorOf(await client.post(`${app}/logo`, {}))).toMatchObject({ status: 400, errorCode: 'E0000021' });
  expect((await upload(client, '/api/v1/apps/0oa1', PNG)).status).toBe(404);
});

it('A new logo is in the log', async () => {
  const client = await emulate('in process');
  await upload(client, await addApp(client), PNG);
  const log = await client.get('/api/v1/logs', { filter: 'eventType eq "application.configuration.update_logo"' });
  expect(log.body).toMatchObject([{ target: [{ type: 'AppInstance', displayName: 'Bookmark' }] }]);
});
