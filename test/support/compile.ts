import { dirname, resolve } from 'node:path';
import ts from 'typescript';

/**
 * Type-checks a source text under the project's own settings, as if it stood in `test/types`.
 *
 * @param text - TypeScript; imports are relative to `test/types`
 * @returns messages with their lines; empty if it compiles
 */
export function compile(text: string): string[] {
  const file = resolve('test/types/virtual.ts');
  const { config } = ts.readConfigFile('tsconfig.json', ts.sys.readFile);
  const { options } = ts.parseJsonConfigFileContent(
    { ...config, include: [] },
    ts.sys,
    dirname(resolve('tsconfig.json')),
  );
  const host = ts.createCompilerHost(options);
  const { getSourceFile, fileExists } = host;
  host.fileExists = (path) => path === file || fileExists.call(host, path);
  host.getSourceFile = (path, ...rest) =>
    path === file
      ? ts.createSourceFile(file, text, ts.ScriptTarget.ES2022, true)
      : getSourceFile.call(host, path, ...rest);
  const program = ts.createProgram(
    [file],
    { ...options, noEmit: true, incremental: false, noUnusedLocals: false },
    host,
  );
  const source = program.getSourceFile(file);
  return [...program.getSyntacticDiagnostics(source), ...program.getSemanticDiagnostics(source)].map(
    ({ messageText, start = 0 }) => {
      const line = text.slice(0, start).split('\n').length;
      return `${line}: ${ts.flattenDiagnosticMessageText(messageText, '\n')} <- ${text.split('\n')[line - 1]}`;
    },
  );
}
