import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { load, YAMLException } from 'js-yaml';
import { isObject, type Json, type JsonObject } from './json.js';
import { MAX_DEPTH, nameOf } from './leaves.js';
import { FETCH_AGAIN, NOT_AS_PUBLISHED, SpecError } from './spec-error.js';
import { BANNER, END_MARK } from './write-facts.js';

/** A description as it was read. */
export interface Description {
  file: string;
  sha256: string;
  root: JsonObject;
  /** The file says itself that it ends where it ends: it is not cut short. */
  closed: boolean;
}

/** Reads a description from a file. */
export async function readDescription(file: string): Promise<Description> {
  return parseDescription(await readBytes(file), file);
}

/** Reads YAML or JSON, told apart by content. Raises for what is not OpenAPI 3.0 and for a text that ends half-way. */
export function parseDescription(bytes: Uint8Array, file: string): Description {
  const text = decode(bytes, file);
  const root = parse(text, file);
  checkEnd(text, file);
  checkVersion(root, file);
  const closed = text.trimEnd().endsWith(`\n${END_MARK}`);
  if (text.startsWith(BANNER) && !closed) throw cutShort(file, `the file lacks the line "${END_MARK}" at its end`);
  return { file, sha256: createHash('sha256').update(bytes).digest('hex'), root, closed };
}

async function readBytes(file: string): Promise<Buffer> {
  try {
    return await readFile(file);
  } catch (cause) {
    const reason = `the file cannot be read (${cause instanceof Error ? cause.message : String(cause)})`;
    throw new SpecError({ file, reason, advice: 'Check the path.' }, { cause });
  }
}

function decode(bytes: Uint8Array, file: string): string {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    if (text.trim() === '') throw cutShort(file, 'the file is empty');
    return text;
  } catch (cause) {
    if (cause instanceof SpecError) throw cause;
    throw new SpecError({ file, reason: 'the file is not UTF-8 text', advice: 'Save it as UTF-8.' }, { cause });
  }
}

/** JSON is read as YAML, whose parser also gives line and column and refuses a key given twice. */
function parse(text: string, file: string): JsonObject {
  const value = parseYaml(text, file);
  if (isObject(value)) return value;
  const reason = `${nameOf(value)} where a description must be`;
  throw new SpecError({ file, at: '#', reason, advice: NOT_AS_PUBLISHED });
}

function parseYaml(text: string, file: string): Json {
  try {
    // The default schema of the parser makes nothing but JSON values.
    return load(text, { filename: file, maxDepth: MAX_DEPTH }) as Json;
  } catch (cause) {
    if (!(cause instanceof YAMLException)) throw cause;
    const { mark, reason } = cause;
    const at = mark && `${mark.line + 1}:${mark.column + 1}`;
    throw new SpecError({ file, at, reason: `neither YAML nor JSON (${reason})`, advice: FETCH_AGAIN }, { cause });
  }
}

/** Every published file ends with a line end; JSON closes itself. */
function checkEnd(text: string, file: string): void {
  if (text.endsWith('\n') || text.trimStart().startsWith('{')) return;
  const lines = text.split('\n');
  const at = `${lines.length}:${(lines.at(-1) ?? '').length + 1}`;
  throw new SpecError({ file, at, reason: 'the file ends within a line', advice: FETCH_AGAIN });
}

function checkVersion(root: JsonObject, file: string): void {
  const reason = versionProblem(root);
  if (reason !== undefined) throw new SpecError({ file, at: '#', reason, advice: ONLY_3_0 });
}

function versionProblem({ swagger, openapi }: JsonObject): string | undefined {
  if (swagger !== undefined) return `a description in Swagger ${String(swagger)}`;
  if (openapi === undefined) return 'no member "openapi": not an OpenAPI description';
  return /^3\.0\.\d+$/.test(String(openapi)) ? undefined : `a description in OpenAPI ${String(openapi)}`;
}

const ONLY_3_0 = 'Only OpenAPI 3.0 is read, which is what Okta publishes.';

const cutShort = (file: string, reason: string): SpecError => new SpecError({ file, reason, advice: FETCH_AGAIN });
