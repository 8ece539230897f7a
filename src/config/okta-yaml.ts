import type { YAMLException } from 'js-yaml';
import type { ConfigFault } from '../errors/config-error.js';
import { builtin } from '../platform/builtin.js';

/** What a file says. */
export interface YamlFile {
  /** Path, with the home folder as `~`. */
  readonly source: string;
  /** Settings of `okta.client`, with those of `okta.testing` as its member `testing`. */
  readonly options: object;
}

/** A file, what is wrong with it, or that it is not there. */
export type YamlReading = YamlFile | ConfigFault | undefined;

/**
 * Paths that are looked at, weakest first.
 *
 * @returns `~/.okta/okta.yaml` and `./okta.yaml`; none where there is no file system
 */
export function yamlPaths(): readonly string[] {
  const os = builtin('node:os');
  const path = builtin('node:path');
  if (os === undefined || path === undefined) return [];
  return [path.join(os.homedir(), '.okta', 'okta.yaml'), path.resolve('okta.yaml')];
}

/**
 * Reads a file of settings.
 *
 * @param path - where it may be
 * @returns its settings, or what is wrong with it, naming line and reason
 */
export function readYamlFile(path: string): YamlReading {
  const text = readText(path);
  if (typeof text !== 'string') return text;
  try {
    return optionsIn(load(text), path);
  } catch (error) {
    return fault(path, reasonOf(error), lineOf(error));
  }
}

function readText(path: string): string | ConfigFault | undefined {
  const fs = builtin('node:fs');
  try {
    return fs?.readFileSync(path, 'utf8');
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    const isAbsent = code === 'ENOENT' || code === 'ENOTDIR';
    return isAbsent ? undefined : fault(path, `cannot be read: ${message}`);
  }
}

/** js-yaml is loaded only if there is a file. It is required, not imported: configurations are made without waiting. */
function load(text: string): unknown {
  const require = builtin('node:module')?.createRequire(import.meta.url ?? `${process.cwd()}/`);
  const yaml = require?.('js-yaml') as typeof import('js-yaml');
  return yaml.load(text);
}

function optionsIn(document: unknown, path: string): YamlFile | ConfigFault {
  if (document === undefined || document === null)
    return fault(path, 'is empty; write `okta:` and `client:` into it, or delete it');
  const okta = memberOf(document, 'okta');
  if (!isMapping(okta)) return fault(path, 'must have `okta:` at its top, and `client:` below it');
  const client = memberOf(okta, 'client') ?? {};
  const testing = memberOf(okta, 'testing') ?? {};
  if (!isMapping(client)) return fault(path, '`okta.client` must be a mapping of settings');
  if (!isMapping(testing)) return fault(path, '`okta.testing` must be a mapping of settings');
  return {
    source: path,
    options: { ...client, testing: testingOf({ ...memberOrNone(client, 'testing'), ...testing }) },
  };
}

/** `testingDisableHttpsCheck` is how Okta's Python SDK spells the setting. */
function testingOf({ testingDisableHttpsCheck: spelled, ...testing }: { testingDisableHttpsCheck?: unknown }): object {
  return spelled === undefined ? testing : { disableHttpsCheck: spelled, ...testing };
}

/** Some write the same in a file as in the options object. */
function memberOrNone(client: object, name: string): object {
  const member = memberOf(client, name);
  return isMapping(member) ? member : {};
}

function isMapping(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function memberOf(value: unknown, name: string): unknown {
  return isMapping(value) && Object.hasOwn(value, name) ? (value as Record<string, unknown>)[name] : undefined;
}

function fault(path: string, reason: string, line?: number): ConfigFault {
  return { setting: 'okta.yaml', source: line === undefined ? path : `${path}:${line}`, reason };
}

/** The exception's own message shows lines of the file, which may hold secrets; its reason does not. */
function reasonOf(error: unknown): string {
  const { reason, message } = error as Partial<YAMLException>;
  return reason === undefined ? `cannot be read: ${message}` : `is not YAML: ${reason}`;
}

function lineOf(error: unknown): number | undefined {
  const mark = (error as Partial<YAMLException>).mark;
  return mark?.line === undefined ? undefined : mark.line + 1;
}
