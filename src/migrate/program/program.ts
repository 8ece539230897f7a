import { dirname, join as joinPath } from 'node:path';
import type { MigrateFacts } from '../facts.js';
import { Bindings } from '../syntax/bindings.js';
import { parseFile } from '../syntax/parse.js';
import { Tree } from '../syntax/tree.js';
import { DATA, join, type Trace, UNKNOWN } from '../trace/trace.js';
import { Tracer } from '../trace/tracer.js';
import { type Exported, findExports, WHOLE } from './exports.js';

/** The package whose calls are rewritten. */
export const PACKAGE = '@okta/okta-sdk-nodejs';

/** A parsed file with what is known of its values. */
export interface ProgramFile {
  /** As it was given. */
  readonly path: string;
  readonly text: string;
  readonly tree: Tree;
  readonly bindings: Bindings;
  readonly tracer: Tracer;
}

/** Files that import each other. */
export class Program {
  readonly #facts: MigrateFacts;
  readonly #files = new Map<string, ProgramFile>();
  readonly #exports = new Map<string, ReturnType<typeof findExports>>();
  readonly #open = new Set<string>();

  /** @param facts - methods of old and of today */
  constructor(facts: MigrateFacts) {
    this.#facts = facts;
  }

  /** The files that were added. */
  get files(): readonly ProgramFile[] {
    return [...this.#files.values()];
  }

  /**
   * Parses a file and adds it.
   *
   * @param path - with slashes, as other files may name it
   * @param text - without a byte order mark
   * @throws SyntaxError that names line and column
   */
  add(path: string, text: string): void {
    const tree = new Tree(parseFile(text, path));
    const bindings = new Bindings(tree);
    const tracer = new Tracer({
      tree,
      bindings,
      facts: this.#facts,
      moduleTrace: (from) => this.#module(path, from),
      exportTrace: (file, name) => this.#export(file, name),
    });
    this.#files.set(path, { path, text, tree, bindings, tracer });
    this.#exports.set(path, findExports(tree));
  }

  /**
   * Whether a file may hold objects that the package returned: one of the program imports the package.
   *
   * @returns true if values may come from there
   */
  get isConcerned(): boolean {
    return this.files.some(({ tree }) =>
      tree.nodes.some(
        (node) => node.type === 'StringLiteral' && (node.value === PACKAGE || node.value.startsWith(`${PACKAGE}/`)),
      ),
    );
  }

  #module(importer: string, from: string): Trace {
    if (from === PACKAGE) return { kind: 'sdk' };
    if (!from.startsWith('.')) return DATA;
    const path = this.#resolve(joinPath(dirname(importer), from));
    if (path === undefined) return UNKNOWN;
    const whole = this.#exports.get(path)?.get(WHOLE);
    const trace = whole ? this.#export(path, WHOLE) : UNKNOWN;
    return trace.kind === 'unknown' || trace.kind === 'data' ? { kind: 'module', path } : trace;
  }

  /** As Node, bundlers and TypeScript look for files. */
  #resolve(path: string): string | undefined {
    const bare = path.replace(/\.[cm]?jsx?$/, '');
    const candidates = [path, ...ENDINGS.flatMap((ending) => [bare + ending, path + ending, `${path}/index${ending}`])];
    return candidates.find((candidate) => this.#files.has(candidate));
  }

  /** Values that the service returned are not followed across files. */
  #export(path: string, name: string): Trace {
    const key = `${path}\0${name}`;
    if (this.#open.has(key)) return UNKNOWN;
    this.#open.add(key);
    const entries = this.#exports.get(path)?.get(name) ?? this.#fallback(path, name);
    const trace = entries.length === 0 ? UNKNOWN : join(entries.map((entry) => this.#exported(path, entry)));
    this.#open.delete(key);
    return isPortable(trace) ? trace : UNKNOWN;
  }

  /** `import okta from './okta.cjs'` gives what that file assigns to `module.exports`. */
  #fallback(path: string, name: string): readonly Exported[] {
    return (name === 'default' && this.#exports.get(path)?.get(WHOLE)) || [];
  }

  #exported(path: string, exported: Exported): Trace {
    const file = this.#files.get(path);
    if (file === undefined) return UNKNOWN;
    if (exported.kind === 'expression') return file.tracer.of(exported.node);
    if (exported.kind === 'again') {
      const module = this.#module(path, exported.from);
      return module.kind === 'module' ? this.#export(module.path, exported.name) : UNKNOWN;
    }
    const binding = file.bindings.lookup(exported.name, exported.node);
    return binding ? file.tracer.ofBinding(binding) : UNKNOWN;
  }
}

const ENDINGS = ['.ts', '.tsx', '.js', '.jsx', '.mjs', '.cjs', '.mts', '.cts'];

function isPortable(trace: Trace): boolean {
  if (trace.kind === 'function') return isPortable(trace.returns);
  if (trace.kind === 'promise') return isPortable(trace.of);
  return trace.kind === 'client' || trace.kind === 'sdk' || trace.kind === 'client-class' || trace.kind === 'data';
}
