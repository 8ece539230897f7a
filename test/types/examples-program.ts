import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import ts from 'typescript';

const DOCS = 'generated/management/docs';
const DOOR = './src/index.ts';

/**
 * Reads the programs of the doc pages, as a reader would copy them.
 *
 * @returns source texts by path of a file that does not exist, `<Api>/<method>.ts` in a folder of this test
 */
export function readExamples(): ReadonlyMap<string, string> {
  const pages = readdirSync(DOCS).filter((name) => name.endsWith('Api.md'));
  return new Map(
    pages.flatMap((page) =>
      [
        ...readFileSync(join(DOCS, page), 'utf8').matchAll(
          /^## (\w+)\n(?:(?!^## ).*\n)*?```typescript\n([\s\S]*?)```/gm,
        ),
      ].map(([, method = '', text = '']): [string, string] => [virtualPath(page.replace('.md', ''), method), text]),
    ),
  );
}

function virtualPath(api: string, method: string): string {
  return resolve('test/types/examples', api, `${method}.ts`);
}

/**
 * Type-checks programs under the project's own settings, against its sources in place of the package.
 *
 * @param programs - source texts by path
 * @returns messages, each with the place it is about
 */
export function typeCheck(programs: ReadonlyMap<string, string>): string[] {
  const options = compilerOptions();
  const host = ts.createCompilerHost(options);
  const { getSourceFile, fileExists, readFile } = host;
  host.fileExists = (path) => programs.has(path) || fileExists.call(host, path);
  host.readFile = (path) => programs.get(path) ?? readFile.call(host, path);
  host.getSourceFile = (path, language, ...rest) => {
    const text = programs.get(path);
    if (text === undefined) return getSourceFile.call(host, path, language, ...rest);
    return ts.createSourceFile(path, text, language, true);
  };
  const program = ts.createProgram([...programs.keys()], options, host);
  return [...programs.keys()].flatMap((path) => messages(program, path));
}

function compilerOptions(): ts.CompilerOptions {
  const { config } = ts.readConfigFile('tsconfig.json', ts.sys.readFile);
  const { options } = ts.parseJsonConfigFileContent(
    { ...config, include: [] },
    ts.sys,
    dirname(resolve('tsconfig.json')),
  );
  return {
    ...options,
    noEmit: true,
    incremental: false,
    paths: { '@okta/okta-sdk-nodejs': [resolve(DOOR)] },
  };
}

function messages(program: ts.Program, path: string): string[] {
  const source = program.getSourceFile(path);
  const found = [...program.getSyntacticDiagnostics(source), ...program.getSemanticDiagnostics(source)];
  return found.map(({ messageText, start = 0 }) => {
    const line = source === undefined ? 0 : source.getLineAndCharacterOfPosition(start).line + 1;
    return `${path}:${line} ${ts.flattenDiagnosticMessageText(messageText, '\n')}`;
  });
}
