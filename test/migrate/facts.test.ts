import { expect, it } from 'vitest';
import * as apis from '../../generated/management/apis/index.js';
import { rows } from '../../generated/management/rows.js';
import { methodsOf } from '../../scripts/lib/v4/v4-sources.js';
import { Client } from '../../src/client.js';
import { readMigrateFacts } from '../../src/migrate/facts.js';
import type { ParameterRow } from '../../src/request/row.js';
import { older } from '../compat/v4/older.js';

const facts = readMigrateFacts();
const client = new Client({ orgUrl: 'https://acme.okta.com', token: '00t', environment: {} }) as unknown as Record<
  string,
  { constructor: { name: string } } & Record<string, unknown>
>;
const nameOf = (parameter: ParameterRow) => (typeof parameter === 'string' ? parameter : parameter.name);

it('leads from every method of old to one that exists, with members that it has', () => {
  const entries = Object.entries(facts.flat);
  expect(entries.length + Object.keys(facts.retired).length).toBeGreaterThanOrEqual(337);
  for (const [name, { api, method, params, body, query }] of entries) {
    const target = client[api];
    expect(typeof target?.[method], name).toBe('function');
    const row = rows[target?.constructor.name ?? '']?.[method];
    const path = [...(row?.call.matchAll(/\{(\w+)\}/g) ?? [])].map(([, member]) => member);
    expect([...params].sort(), name).toEqual([...path].sort());
    if (query !== undefined) expect(query, name).toEqual((row?.query ?? []).map(nameOf));
    const bodyName = typeof row?.body === 'object' ? row.body.name : row?.body;
    if (body !== undefined && facts.flat[name]?.byHand === undefined) expect([bodyName].flat(), name).toContain(body);
  }
});

it('knows the methods of values by methods of the client', () => {
  const methods = Object.values(facts.models).flatMap((methods) => Object.values(methods));
  expect(methods.length).toBeGreaterThanOrEqual(250);
  for (const { flat, filled = {} } of methods) {
    expect(facts.flat[flat] ?? facts.retired[flat], flat).toBeDefined();
    for (const member of Object.keys(filled)) expect(facts.flat[flat]?.params, flat).toContain(member);
  }
});

it('knows what is a method of a value that the client of old returned', () => {
  for (const { returns } of Object.values(older.operations)) {
    const known = Object.keys(facts.models[returns ?? ''] ?? {});
    expect(known.sort(), returns).toEqual(Object.keys(methodsOf(older.models, returns ?? '')).sort());
  }
});

it('leads from names of version 3 to methods of version 4', () => {
  for (const name of Object.values(facts.removed)) expect(facts.flat[name] ?? facts.retired[name], name).toBeDefined();
});

it('knows every method of today', () => {
  for (const [method, { apis: members }] of Object.entries(facts.today)) {
    expect(members.length, method).toBeGreaterThan(0);
    for (const member of members) expect(typeof client[member]?.[method], method).toBe('function');
  }
  expect(Object.keys(apis).length).toBe(81);
});
