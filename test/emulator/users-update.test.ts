import { expect, it } from 'vitest';
import { errorOf, idOf, onBothWires } from './client.js';
import { createPerson, PASSWORD, profileOf } from './people.js';

onBothWires('changing users', (emulate) => {
  it('merges what POST sends; null clears', async () => {
    const client = await emulate();
    const path = `/api/v1/users/${idOf(await createPerson(client, 'ada', { profile: profileOf('ada', { title: 'Countess', city: 'London' }) }))}`;
    client.clock.tick(5000);
    const reply = await client.post(path, { profile: { city: null, nickName: 'Enchantress' } });
    expect(reply.status).toBe(200);
    const profile = profileOf('ada', {
      title: 'Countess',
      nickName: 'Enchantress',
      mobilePhone: null,
      secondEmail: null,
    });
    expect(reply.body).toMatchObject({
      profile,
      created: '2026-03-04T10:08:01.000Z',
      lastUpdated: '2026-03-04T10:08:06.000Z',
    });
    expect((await client.get(path)).body).toEqual(reply.body);
  });

  it('replaces the whole profile with PUT: what is missing is deleted', async () => {
    const client = await emulate();
    const path = `/api/v1/users/${idOf(await createPerson(client, 'ada', { profile: profileOf('ada', { title: 'Countess' }) }))}`;
    const reply = await client.put(path, { profile: profileOf('ada', { city: 'London' }) });
    expect(reply.body).toMatchObject({ profile: { city: 'London' } });
    expect(reply.text).not.toContain('Countess');
    expect(reply.body).toMatchObject({ credentials: { password: {} }, status: 'ACTIVE' });
    const refused = await client.put(path, { profile: { login: 'ada@example.com' } });
    expect(errorOf(refused)).toMatchObject({ status: 400, errorCode: 'E0000001' });
    expect(errorOf(refused).causes).toContain('email: The field cannot be left blank');
  });

  it('takes back what it answered without changing anything', async () => {
    const client = await emulate();
    const before = await createPerson(client, 'ada', {
      credentials: { password: { value: PASSWORD }, recovery_question: { question: 'Why?', answer: 'because' } },
    });
    const after = await client.put(`/api/v1/users/${idOf(before)}`, before.body);
    expect(after.body).toEqual(before.body);
  });

  it('lets a login go free when it is changed', async () => {
    const client = await emulate();
    const path = `/api/v1/users/${idOf(await createPerson(client, 'ada'))}`;
    await createPerson(client, 'bob');
    expect(errorOf(await client.post(path, { profile: { login: 'bob@example.com' } })).causes).toEqual([
      'login: An object with this field already exists in the current organization',
    ]);
    await client.post(path, { profile: { login: 'countess@example.com' } });
    expect((await client.get('/api/v1/users/ada')).status).toBe(404);
    expect((await client.get('/api/v1/users/COUNTESS')).status).toBe(200);
    expect((await createPerson(client, 'ada')).status).toBe(200);
  });

  it('never changes the status, whatever the body says', async () => {
    const client = await emulate();
    const path = `/api/v1/users/${idOf(await client.post('/api/v1/users?activate=false', { profile: profileOf('ada') }))}`;
    const reply = await client.post(path, { status: 'ACTIVE', credentials: { password: { value: PASSWORD } } });
    expect(reply.body).toMatchObject({ status: 'STAGED', passwordChanged: '2026-03-04T10:08:01.000Z' });
  });

  it('refuses hashed passwords but for STAGED users, and used ones if strict', async () => {
    const client = await emulate();
    const path = `/api/v1/users/${idOf(await createPerson(client, 'ada'))}`;
    const hash = { algorithm: 'SHA-256', salt: 'abc', saltOrder: 'PREFIX', value: 'x' };
    expect(errorOf(await client.post(path, { credentials: { password: { hash } } }))).toMatchObject({
      status: 403,
      errorCode: 'E0000038',
    });
    const same = { credentials: { password: { value: PASSWORD } } };
    expect((await client.post(path, same)).status).toBe(200);
    expect(errorOf(await client.post(`${path}?strict=true`, same))).toMatchObject({
      status: 403,
      errorCode: 'E0000014',
    });
  });

  it('does not change deactivated users', async () => {
    const client = await emulate();
    const path = `/api/v1/users/${idOf(await createPerson(client, 'ada'))}`;
    await client.delete(path);
    expect(errorOf(await client.post(path, { profile: { city: 'London' } }))).toMatchObject({
      status: 403,
      errorCode: 'E0000038',
    });
  });

  it('refuses another user type with POST', async () => {
    const client = await emulate();
    const path = `/api/v1/users/${idOf(await createPerson(client, 'ada'))}`;
    expect(errorOf(await client.post(path, { type: { id: 'otyOther' } })).errorCode).toBe('E0000001');
    expect(errorOf(await client.put(path, { type: { id: 'otyOther' }, profile: profileOf('ada') })).errorCode).toBe(
      'E0000007',
    );
  });
});
