import { isObject, type JsonObject, objectAt, own, textAt } from './json.js';
import { memberPointer } from './pointer.js';

/** Verbs of HTTP, as the members of a path. */
export const VERBS = ['get', 'put', 'post', 'delete', 'options', 'head', 'patch', 'trace'] as const;

/** Where operations stand: what the SDK calls, and what Okta calls. */
type Section = 'paths' | 'x-webhooks';

/** One operation of a description. */
export interface Operation {
  section: Section;
  verb: string;
  path: string;
  id: string;
  /** Verb and path without the names of its placeholders: the same in every release. */
  key: string;
  /** `GET /api/v1/users/{id}` */
  label: string;
  at: string;
  item: JsonObject;
  body: JsonObject;
}

/** The path with its placeholders' names left out. */
const normalisePath = (path: string): string => path.replace(/\{[^}]*\}/g, '{}');

/** All operations of a description, in the order of the file. */
export function listOperations(facts: JsonObject): Operation[] {
  return [...operationsOf(facts, 'paths'), ...operationsOf(facts, 'x-webhooks')];
}

function operationsOf(facts: JsonObject, section: Section): Operation[] {
  const paths = objectAt(facts, section);
  return Object.keys(paths).flatMap((path) => {
    const item = objectAt(paths, path);
    return VERBS.flatMap((verb) => {
      const body = own(item, verb);
      return isObject(body) ? [operationOf({ section, verb, path, item, body })] : [];
    });
  });
}

function operationOf(found: Pick<Operation, 'section' | 'verb' | 'path' | 'item' | 'body'>): Operation {
  const { section, verb, path } = found;
  const prefix = `${section === 'paths' ? '' : 'webhook '}${verb.toUpperCase()}`;
  return {
    ...found,
    id: textAt(found.body, 'operationId') ?? '',
    key: `${prefix} ${normalisePath(path)}`,
    label: `${prefix} ${path}`,
    at: memberPointer(memberPointer(`#/${section}`, path), verb),
  };
}
