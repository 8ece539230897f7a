import fc from 'fast-check';
import { expect, it } from 'vitest';
import { migrateTexts } from './fixtures.js';

/** Code that has nothing to do with the package, in every usual taste. */
const UNRELATED = [
  'const a = 1;',
  "let text = 'it\\'s' + \"x\"",
  '/* a comment */',
  '// client.getUser(id)',
  'function other ( x ) { return x . map ( (y)=>y ) }',
  'class Thing { update() { return this }  delete () {} }',
  'new Thing().update();',
  'const map = new Map([[1, 2]]); map.delete(1); map.get(1)',
  ['const t = `client.getUser($', '{ text }) 🎉`;'].join(''),
  'if (text) { console.log ( text ) } else { }',
  'const api = { getUser: (id) => id }; api.getUser(1);',
  'for (const x of [1,2,3]) { void x }',
  'const re = /client\\.getUser\\(/g;',
  'async function later() { await null; for await (const x of []) x; }',
  'label: for (;;) { break label }',
  'const { b, ...rest } = { b: 1, c: 2 };',
  '',
  '   ',
];

const CALLS = [
  ["client.getUser('a');", "client.userApi.getUser({ userId: 'a' });"],
  ['client.listUsers({ q: 1 }).each(f);', 'client.userApi.listUsers({ q: 1 }).then((list) => list.each(f));'],
  ['client.createUser(body, query);', 'client.userApi.createUser({ body: body, ...query });'],
  ['client.deleteGroup(  id  );', 'client.groupApi.deleteGroup(  { groupId: id }  );'],
].map(([old = '', today = '']) => ({ old, today: today.replace('body: body', 'body') }));

const HEAD = "const okta = require('@okta/okta-sdk-nodejs'); const client = new okta.Client();";

const pieces = fc.array(
  fc.oneof(
    fc
      .nat(UNRELATED.length - 1)
      .map((index) => `{ \n${UNRELATED[index] ?? ''}\n}`)
      .map((text) => ({ old: text, today: text })),
    fc.constantFrom(...CALLS),
  ),
  { maxLength: 12 },
);

it('changes nothing but calls, whatever stands around them', () => {
  fc.assert(
    fc.property(pieces, fc.constantFrom('\n', '\r\n', '\n\n\t', ' ; '), (parts, glue) => {
      const old = [HEAD, ...parts.map((part) => part.old)].join(glue);
      const today = [HEAD, ...parts.map((part) => part.today)].join(glue);
      const [migrated] = migrateTexts(new Map([['a.js', old]]));
      expect(migrated?.text).toBe(today);
      const [again] = migrateTexts(new Map([['a.js', today]]));
      expect(again?.text).toBe(today);
    }),
    { numRuns: 200 },
  );
});

it('never touches a program that does not use the package', () => {
  const text = "const client = require('other'); client.getUser('a'); client.listUsers().each(f); user.deactivate();";
  expect(migrateTexts(new Map([['a.js', text]]))).toEqual([{ path: 'a.js', text, calls: 0, findings: [] }]);
});

it('copes with programs in which everything depends on everything', { timeout: 10_000 }, () => {
  const count = 60;
  const name = (index: number) => `f${index % count}`;
  const functions = Array.from({ length: count }, (_, index) => [
    `function ${name(index)}(x) { let y = ${name(index + 1)}(x); y = ${name(index + 7)}(y.update()); return y; }`,
    `let v${index} = v${(index + 1) % count} || v${(index + 11) % count}.value; v${index} = ${name(index)}(v${index});`,
  ]);
  const text = [HEAD, ...functions.flat(), "client.getUser('a').then(f1);"].join('\n');
  const [migrated] = migrateTexts(new Map([['a.js', text]]));
  expect(migrated?.text).toBe(text);
  expect(migrated?.findings.map(({ what }) => what)).toContain('getUser');
});
