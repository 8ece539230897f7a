import { expect, it } from 'vitest';
import { logQuery } from '../../../src/compat/oktajs/event-query.js';
import { addPeople, legacy, value } from './legacy.js';

interface Event {
  readonly eventId: string;
  readonly published: string;
  readonly action: { readonly objectType: string };
  readonly targets: readonly { readonly id: string }[];
}

const NOW = Date.UTC(2026, 0, 2, 12);

it('events of the last hour have their old shape', async () => {
  const { okta } = legacy();
  const [id] = await addPeople(okta, ['ada']);
  const events = value(await okta.events.list<Event>({}, true));
  const created = events.find(({ action }) => action.objectType === 'user.lifecycle.create');
  expect(created).toEqual({
    eventId: expect.any(String),
    sessionId: expect.any(String),
    requestId: expect.any(String),
    published: expect.stringMatching(/^\d{4}-.*Z$/),
    action: {
      message: expect.stringMatching(/\S/),
      categories: [],
      objectType: 'user.lifecycle.create',
      requestUri: '/api/v1/users',
    },
    actors: [
      expect.objectContaining({ objectType: 'User', login: expect.any(String) }),
      { id: expect.any(String), displayName: expect.any(String), ipAddress: '127.0.0.1', objectType: 'Client' },
    ],
    targets: [{ id, displayName: 'ada Tester', login: 'ada@example.com', objectType: 'User' }],
  });
});

it('events: filters of old find them; `next` finds what happens later', async () => {
  const { okta } = legacy();
  const [ada = ''] = await addPeople(okta, ['ada', 'bea']);
  const filter = `published gt "2020-01-01T00:00:00.000Z" and action.objectType eq "user.lifecycle.create" and target.id eq "${ada}"`;
  const found = await okta.events.list<Event>({ filter, limit: 100 }, false);
  expect(value(found).map(({ targets }) => targets[0]?.id)).toEqual([ada]);
  const after = (link = '') => new URL(link).searchParams.get('after') ?? '';
  const end = await okta.events.list<Event>({ limit: 100, after: after(found.next) }, false);
  expect(end).toMatchObject({ paged: true, success: true });
});

it.each([
  [{}, { since: new Date(NOW - 3_600_000) }],
  [{ startDate: '2026-01-01T00:00:00Z' }, { since: '2026-01-01T00:00:00Z' }],
  [
    { after: 'x', limit: '5' },
    { after: 'x', limit: 5 },
  ],
  [{ filter: 'published gt "A"' }, { since: 'A' }],
  [{ filter: 'published gt "2014-05-01T00:00:00.000Z"' }, { since: new Date(NOW - 90 * 24 * 3_600_000) }],
  [{ filter: 'published ge "A" and published lt "B"' }, { since: 'A', until: 'B' }],
  [
    { filter: 'actors.id eq "published gt x" and published gt "A" and targets.login eq "b"' },
    { since: 'A', filter: 'actor.id eq "published gt x" and target.alternateId eq "b"' },
  ],
  [
    { filter: 'action.objectType eq "app.auth.sso"' },
    { filter: '(legacyEventType eq "app.auth.sso" or eventType eq "app.auth.sso")' },
  ],
])('events: %j asks the System Log for %j', (query, asked) => {
  expect(logQuery(query, NOW)).toEqual({ limit: 1000, ...asked });
});
