import { join, resolve } from 'node:path';
import ts from 'typescript';
import { expect, it } from 'vitest';
import { FIXTURES, readFixtures } from './fixtures.js';

const typed = readFixtures().flatMap(({ name, before, after }) =>
  [...after].flatMap(([path, text]) =>
    /\.tsx?$/.test(path) && name !== 'unrelated'
      ? [{ path: `${name}/${path}`, before: before.get(path) ?? '', text }]
      : [],
  ),
);

/** Type-checks files as if they stood in the folder of the fixtures; returns a line for each fault. */
function check(texts: ReadonlyMap<string, string>): string[] {
  const files = new Map([...texts].map(([path, text]) => [resolve(join(FIXTURES, path)), text]));
  const options: ts.CompilerOptions = {
    target: ts.ScriptTarget.ES2022,
    lib: ['lib.es2023.d.ts'],
    types: ['node'],
    module: ts.ModuleKind.Preserve,
    moduleResolution: ts.ModuleResolutionKind.Bundler,
    strict: true,
    noEmit: true,
    skipLibCheck: true,
    experimentalDecorators: true,
    paths: { '@okta/okta-sdk-nodejs': [resolve('src/index.ts')] },
  };
  const host = ts.createCompilerHost(options);
  const { getSourceFile, fileExists, readFile } = host;
  host.fileExists = (path) => files.has(path) || fileExists.call(host, path);
  host.readFile = (path) => files.get(path) ?? readFile.call(host, path);
  host.getSourceFile = (path, ...rest) => {
    const text = files.get(path);
    return text === undefined
      ? getSourceFile.call(host, path, ...rest)
      : ts.createSourceFile(path, text, ts.ScriptTarget.ES2022, true);
  };
  const program = ts.createProgram([...files.keys()], options, host);
  return [...files.keys()].flatMap((path) => {
    const source = program.getSourceFile(path);
    const faults = [...program.getSyntacticDiagnostics(source), ...program.getSemanticDiagnostics(source)];
    return faults.map(({ messageText, start = 0 }) => {
      const line = (files.get(path) ?? '').slice(0, start).split('\n').length;
      return `${path}:${line} ${ts.flattenDiagnosticMessageText(messageText, ' ')}`;
    });
  });
}

it('compiles the rewritten TypeScript under strict settings', { timeout: 120_000 }, () => {
  expect(typed.length).toBeGreaterThanOrEqual(8);
  expect(check(new Map(typed.map(({ path, text }) => [path, text])))).toEqual([]);
});

it('would notice a request object that does not fit', { timeout: 120_000 }, () => {
  const [{ path, text } = { path: '', text: '' }] = typed.filter(({ path: name }) => name.startsWith('ts-service/'));
  expect(check(new Map([[path, text.replace('groupId, userId', 'groupID: groupId, userId')]]))).not.toEqual([]);
});
