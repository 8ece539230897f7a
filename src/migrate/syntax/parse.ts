import { extname } from 'node:path';
import { type ParserOptions, parse } from '@babel/parser';
import type { File } from './nodes.js';

type Plugins = NonNullable<ParserOptions['plugins']>;

const TYPESCRIPT: Plugins = ['typescript', 'decorators-legacy'];
const JAVASCRIPT: Plugins = ['jsx', 'decorators-legacy'];

const PLUGINS: Readonly<Record<string, Plugins>> = {
  '.ts': TYPESCRIPT,
  '.mts': TYPESCRIPT,
  '.cts': TYPESCRIPT,
  '.tsx': [...TYPESCRIPT, 'jsx'],
  '.js': JAVASCRIPT,
  '.mjs': JAVASCRIPT,
  '.cjs': JAVASCRIPT,
  '.jsx': JAVASCRIPT,
};

/** Endings of the files that can be parsed. */
export const EXTENSIONS: ReadonlySet<string> = new Set(Object.keys(PLUGINS));

/** Files annotated for Flow say so in a comment at the top. */
const FLOW = /^\s*(?:\/\/|\/\*|\*).*@flow\b/m;

/**
 * Parses a file in the dialect that its ending stands for.
 *
 * @param text - the file without a byte order mark
 * @param path - its name
 * @returns the tree; parentheses are nodes of their own, offsets count UTF-16 units
 * @throws SyntaxError that names line and column
 */
export function parseFile(text: string, path: string): File {
  const plugins = PLUGINS[extname(path)] ?? JAVASCRIPT;
  return parse(text, {
    plugins: plugins === JAVASCRIPT && FLOW.test(text) ? [...plugins, 'flow'] : plugins,
    sourceType: 'unambiguous',
    allowReturnOutsideFunction: true,
    allowUndeclaredExports: true,
    createParenthesizedExpressions: true,
  });
}
