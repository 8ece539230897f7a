import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import ts from 'typescript';
import { apiNames, exportsOf } from './api-doors.js';

/** Files of the report, by name, with their contents. */
export type ApiReport = ReadonlyMap<string, string>;

/**
 * Says what users can see of the package: every declaration of its types, without comments, in the order of names. Kept
 * in git, it shows in review what a change does to them.
 *
 * @param folder - where the types are
 * @returns a file for each file of types that declares something, and one for the Api classes
 */
export function apiReport(folder: string): ApiReport {
  const found = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.d.cts'));
  const ofApis = new Set(apiNames().flatMap(exportsOf).map(bareName));
  const reports = found.sort().flatMap((name): [string, string][] => {
    const statements = statementsIn(join(folder, name));
    const own = statements.filter(([key]) => !ofApis.has(key));
    const apis = statements.filter(([key]) => ofApis.has(key));
    const title = basename(name, '.d.cts');
    return [[title, page(title, own)], ...(apis.length > 0 ? [['apis', page('apis', apis)] as [string, string]] : [])];
  });
  return new Map(reports.filter(([, text]) => text !== '').map(([title, text]) => [`${title}.api.md`, text]));
}

const bareName = (exported: string): string => exported.replace('type ', '');

type Named = readonly [name: string, text: string];

function page(title: string, statements: readonly Named[]): string {
  if (statements.length === 0) return '';
  // Overloads have one name, and their order counts: sorting keeps it.
  const sorted = statements.toSorted(([one], [other]) => Number(one > other) - Number(one < other));
  const code = sorted.map(([, text]) => text).join('\n\n');
  return `# ${title}\n\nWritten by \`npm run api\`. Do not edit.\n\n\`\`\`ts\n${code}\n\`\`\`\n`;
}

function statementsIn(path: string): Named[] {
  const text = readFileSync(path, 'utf8');
  const file = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true);
  return file.statements.flatMap((statement): Named[] => {
    if (ts.isImportDeclaration(statement)) return [];
    if (ts.isExportDeclaration(statement)) return exportedNames(statement);
    return [[nameOf(statement), bare(statement, text)]];
  });
}

/** A list is told name by name, so that one more is one line more. */
function exportedNames(statement: ts.ExportDeclaration): Named[] {
  const { exportClause, moduleSpecifier } = statement;
  if (exportClause === undefined || !ts.isNamedExports(exportClause)) return [['', statement.getText()]];
  const from = moduleSpecifier ? ` from ${moduleSpecifier.getText()}` : '';
  const one = (element: ts.ExportSpecifier): Named => [element.name.text, `export { ${element.getText()} }${from};`];
  return exportClause.elements.map(one);
}

function nameOf(statement: ts.Statement): string {
  if (ts.isVariableStatement(statement)) return statement.declarationList.declarations[0]?.name.getText() ?? '';
  const { name } = statement as ts.Statement & { readonly name?: ts.Node };
  return name?.getText() ?? '';
}

/** The text without comments and empty lines; of a comment, what it says of deprecation stays. */
function bare(statement: ts.Statement, text: string): string {
  const ranges = new Map<number, ts.CommentRange>();
  const collect = (node: ts.Node): void => {
    for (const range of ts.getLeadingCommentRanges(text, node.pos) ?? []) ranges.set(range.pos, range);
    ts.forEachChild(node, collect);
  };
  collect(statement);
  const comments = [...ranges.values()].sort((one, other) => one.pos - other.pos);
  const start = comments[0]?.pos === undefined ? statement.getStart() : Math.min(comments[0].pos, statement.getStart());
  let [rest, at] = ['', start];
  for (const { pos, end } of comments) {
    rest += text.slice(at, pos) + (text.slice(pos, end).includes('@deprecated') ? '// @deprecated' : '');
    at = end;
  }
  const lines = (rest + text.slice(at, statement.end)).split('\n').map((line) => line.trimEnd());
  return lines.filter((line) => line !== '').join('\n');
}
