import { describe, expect, it } from 'vitest';
import { isObject } from '../../src/emulator/org/json.js';
import { emulate, type Reply } from './client.js';
import { type Chain, chainsOf } from './every-operation/chains.js';
import type { Operation } from './every-operation/operations.js';
import { prepared } from './every-operation/prepare.js';
import { setupFor } from './every-operation/setups.js';
import { world } from './every-operation/world.js';

/** How ids begin, by path of the list. Source: recorded answers. */
const PREFIXES: Readonly<Record<string, string>> = {
  '/api/v1/apps': '0oa',
  '/api/v1/authorizationServers': 'aus',
  '/api/v1/authorizationServers/{}/claims': 'ocl',
  '/api/v1/authorizationServers/{}/policies': '00p',
  '/api/v1/authorizationServers/{}/policies/{}/rules': '0pr',
  '/api/v1/authorizationServers/{}/scopes': 'scp',
  '/api/v1/behaviors': 'bhv',
  '/api/v1/brands': 'bnd',
  '/api/v1/brands/{}/templates/email/{}/customizations': 'oel',
  '/api/v1/captchas': 'cap',
  '/api/v1/device-assurances': 'dae',
  '/api/v1/domains': 'OcD',
  '/api/v1/email-domains': 'OeD',
  '/api/v1/email-servers': 'ces',
  '/api/v1/eventHooks': 'who',
  '/api/v1/groups': '00g',
  '/api/v1/groups/rules': '0pr',
  '/api/v1/hook-keys': 'HKY',
  '/api/v1/iam/resource-sets': 'iam',
  '/api/v1/iam/roles': 'cr0',
  '/api/v1/identity-sources/{}/sessions': 'aps',
  '/api/v1/idps': '0oa',
  '/api/v1/inlineHooks': 'cal',
  '/api/v1/logStreams': '0oa',
  '/api/v1/meta/types/user': 'oty',
  '/api/v1/meta/uischemas': 'uis',
  '/api/v1/policies': '00p',
  '/api/v1/policies/{}/rules': '0pr',
  '/api/v1/principal-rate-limits': 'prl',
  '/api/v1/push-providers': 'ppc',
  '/api/v1/realm-assignments': 'rul',
  '/api/v1/realms': 'guo',
  '/api/v1/templates/sms': 'cst',
  '/api/v1/trustedOrigins': 'tos',
  '/api/v1/users': '00u',
  '/api/v1/zones': 'nzo',
};

/** Chains that cannot be walked, and why. */
const EXPLAINED: Readonly<Record<string, string>> = {
  '/api/v1/policies/{}/mappings': 'mappings are refused',
};

/** Kinds whose read members follow from others that are sent: keys from their certificate. */
const DERIVED = new Set(['/api/v1/idps/credentials/keys']);

/** Lists that must be asked for one kind of items, which the documentation shows another of. */
const ASKED = new Set(['/api/v1/principal-rate-limits']);

const chains = chainsOf().filter(({ shape }) => EXPLAINED[shape] === undefined);

/** Takes two deletions: the first one only deactivates. */
const TWICE = new Set(['/api/v1/users']);

async function walk({ shape, create, read, list, replace, remove }: Chain) {
  const client = await emulate('in process', { seed: world });
  const { caller, request } = await prepared(client, remove ?? read);
  const names = [...read.template.matchAll(/\{([^}]*)\}/g)].map(([, name = '']) => name);
  const key = String((await caller.requestFor(read, request))[names.at(-1) ?? '']);
  const created = await caller.call(read, request);
  const listed = list && (await caller.call(withoutQuery(list)));
  client.clock.tick(2000);
  const sent = replace && (await caller.requestFor(replace, setupFor(replace).request));
  const replaced = replace && sent && (await caller.send(replace, sent));
  const after = await caller.call(read, request);
  if (TWICE.has(shape) && remove) await caller.call(remove, request);
  const removed = remove && (await caller.call(remove, request));
  const gone = remove && (await caller.call(read, request));
  return { created, create, key, listed, sent: bodyOf(replace, sent), replaced, after, removed, gone };
}

/** The whole list, not only what the documentation looks for. */
function withoutQuery(list: Operation): Operation {
  const optional = (list.row.query ?? []).flatMap((entry) => {
    const { name, required = false } = typeof entry === 'string' ? { name: entry } : entry;
    return required ? [] : [name];
  });
  return {
    ...list,
    request: Object.fromEntries(Object.entries(list.request).filter(([name]) => !optional.includes(name))),
  };
}

function bodyOf(operation: Operation | undefined, request: Operation['request'] = {}): unknown {
  const body = operation?.row.body;
  const name = typeof body === 'object' ? body.name : body;
  return typeof name === 'string' ? request[name] : undefined;
}

/** Texts, numbers and switches that were sent and are shown. */
function plainMembers(sent: unknown, shown: unknown): Record<string, unknown> {
  if (!isObject(sent) || !isObject(shown)) return {};
  const members = Object.entries(sent).filter(
    ([name, value]) => typeof value !== 'object' && shown[name] !== undefined,
  );
  return Object.fromEntries(members);
}

function timesOf({ body }: Reply): { readonly created: string; readonly lastUpdated: string } | undefined {
  if (!isObject(body)) return undefined;
  const { created, lastUpdated } = body;
  return typeof created === 'string' && typeof lastUpdated === 'string' ? { created, lastUpdated } : undefined;
}

describe('what was created is read, listed, replaced and removed', () => {
  it('for many kinds of things', () => expect(chains.length).toBeGreaterThan(60));

  it.each(chains)('$shape', async (chain) => {
    const { key, created, listed, sent, replaced, after, removed, gone } = await walk(chain);
    expect(created.status, created.text).toBe(200);
    if (listed && !ASKED.has(chain.shape)) expect(listed.text).toContain(`"${key}"`);
    if (replaced) expect(replaced.status, replaced.text).toBeLessThan(300);
    expect(after.status, after.text).toBe(200);
    if (!DERIVED.has(chain.shape)) expect(after.body).toMatchObject(plainMembers(sent, after.body));
    if (removed) expect(removed.status, removed.text).toBeLessThan(300);
    if (gone) expect(gone.status, gone.text).toBe(404);
    expect(key.slice(0, 3)).toBe(PREFIXES[chain.shape] ?? key.slice(0, 3));
  });

  it.each(chains.filter(({ replace }) => replace))('$shape remembers when', async (chain) => {
    const { created, after } = await walk(chain);
    const [before, later] = [timesOf(created), timesOf(after)];
    if (before === undefined || later === undefined) return;
    expect(before.created <= before.lastUpdated).toBe(true);
    expect(later.created).toBe(before.created);
    expect(later.lastUpdated > before.lastUpdated).toBe(true);
  });
});
