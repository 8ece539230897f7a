import { describe, expect, it } from 'vitest';
import { rows } from '../../generated/management/rows.js';
import { createRouter } from '../../src/emulator/routing/router.js';

const router = createRouter(rows);
const operations = Object.values(rows).flatMap((api) => Object.entries(api));

function route(verb: string, path: string) {
  return router(verb, path.split('/').slice(1));
}

describe('the router', () => {
  it('leads every operation to itself, with the values of its placeholders', () => {
    expect(operations.length).toBeGreaterThan(800);
    for (const [operation, { call }] of operations) {
      const [verb = '', template = ''] = call.split(' ');
      const names = [...template.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name);
      const match = route(verb, template.replace(/\{(\w+)\}/g, '<$1>'));
      expect(match).toMatchObject({ kind: 'found', route: { operation } });
      expect(match.kind === 'found' && match.path).toEqual(
        Object.fromEntries(names.map((name) => [name, `<${name}>`])),
      );
    }
  });

  it.each([
    ['GET', '/api/v1/groups/rules', 'listGroupRules'],
    ['GET', '/api/v1/groups/00g1', 'getGroup'],
    ['GET', '/api/v1/users/me', 'getUser'],
    ['POST', '/api/v1/users/me/lifecycle/activate', 'activateUser'],
    ['POST', '/api/v1/users/me/lifecycle/delete_sessions', 'endUserSessions'],
    ['GET', '/api/v1/groups/rules/users', 'getGroupRule'],
  ])('prefers what is spelled out: %s %s is %s', (verb, path, operation) => {
    const match = route(verb, path);
    expect(match.kind === 'found' ? match.route.operation : undefined).toBe(operation);
  });

  it('tells another verb from another path', () => {
    expect(route('PATCH', '/api/v1/users').kind).toBe('other-verb');
    expect(route('GET', '/api/v1/nothing').kind).toBe('unknown');
    expect(route('GET', '/api/v1').kind).toBe('unknown');
    expect(route('GET', '/api/v1/users//groups').kind).toBe('unknown');
  });
});
