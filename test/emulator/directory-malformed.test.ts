import fc from 'fast-check';
import { expect, it } from 'vitest';
import { type Client, emulate } from './client.js';

const RULE = {
  type: 'group_rule',
  name: 'R',
  conditions: { expression: { value: 'true' } },
  actions: { assignUserToGroups: { groupIds: ['00gone'] } },
};

const paths = [
  ['post', '/api/v1/groups/rules'],
  ['put', '/api/v1/groups/rules/RULE'],
  ['post', '/api/v1/groups/00gone/owners'],
  ['post', '/api/v1/groups/00gone/roles'],
  ['post', '/api/v1/users/me/roles'],
  ['post', '/api/v1/iam/roles'],
  ['post', '/api/v1/iam/resource-sets'],
  ['post', '/api/v1/meta/types/user'],
  ['put', '/api/v1/meta/types/user/default'],
  ['post', '/api/v1/meta/schemas/user/default'],
  ['post', '/api/v1/meta/schemas/group/default'],
  ['post', '/api/v1/meta/schemas/user/linkedObjects'],
  ['post', '/api/v1/meta/uischemas'],
  ['post', '/api/v1/realms'],
  ['post', '/api/v1/realm-assignments'],
  ['post', '/api/v1/principal-rate-limits'],
  ['put', '/api/v1/users/me/risk'],
  ['put', '/api/v1/users/me/classification'],
] as const;

const member = fc.constantFrom(
  ...['type', 'name', 'conditions', 'expression', 'value', 'people', 'users', 'exclude', 'actions', 'groupIds', 'id'],
  ...['label', 'description', 'permissions', 'resources', 'role', 'resource-set', 'displayName', 'definitions'],
  ...['custom', 'base', 'properties', 'nick', 'title', 'items', 'enum', 'oneOf', 'unique', 'login', 'primary'],
  ...['associated', 'uiSchema', 'elements', 'profile', 'domains', 'priority', 'principalId', 'principalType'],
  ...['riskLevel', 'defaultPercentage', 'assignUserToGroups', 'assignUserToRealm', 'realmId', '__proto__'],
);
const leaf = fc.oneof(fc.jsonValue({ maxDepth: 1 }), fc.constantFrom('string', 'array', 'USER', 'true', 'CUSTOM'));
const inner = fc.dictionary(member, fc.oneof(leaf, fc.dictionary(member, leaf)));
const body = fc.dictionary(member, fc.oneof(leaf, inner, fc.dictionary(member, inner)));

async function start(): Promise<Client> {
  return emulate('in process', { seed: { groups: [{ id: '00gone', profile: { name: 'One' } }] } });
}

it('bodies of any shape are answered by the directory, never with 500', async () => {
  const client = await start();
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...paths), body, async ([verb, path], json) => {
      client.emulator.reset();
      const rule = (await client.post('/api/v1/groups/rules', RULE)).body as { id: string };
      const reply = await client[verb](path.replace('RULE', rule.id), json);
      expect([reply.status, reply.text]).not.toEqual([500, reply.text]);
    }),
    { numRuns: 400 },
  );
});

it('expressions of any text are answered, never with 500', async () => {
  const client = await start();
  const words = fc.constantFrom(
    ...['user', '.', 'city', 'String', 'len', '(', ')', '"a"', "'b'", '1', '2.5', '==', '!=', '<', 'and', 'OR', 'not'],
    ...['!', '-', '+', '/', '%', '?', ':', '?:', '{', '}', '[', ']', ',', 'null', 'true', 'matches', 'isMemberOfGroup'],
    ...['user.city', 'Arrays.get', 'user.getGroups', 'user.city.contains', 'constructor', '__proto__'],
  );
  const text = fc.oneof(
    fc.array(words, { maxLength: 12 }).map((parts) => parts.join(' ')),
    fc.string(),
  );
  await fc.assert(
    fc.asyncProperty(text, async (value) => {
      client.emulator.reset();
      const made = await client.post('/api/v1/groups/rules', { ...RULE, conditions: { expression: { value } } });
      expect([200, 400]).toContain(made.status);
      if (made.status === 400) return;
      const { id } = made.body as { id: string };
      expect((await client.post(`/api/v1/groups/rules/${id}/lifecycle/activate`)).status).toBe(204);
    }),
    { numRuns: 800 },
  );
});
