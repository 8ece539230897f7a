import { isDeepStrictEqual } from 'node:util';
import type { ObjectShape, Type } from '../model/model.js';
import type { SchemaReader } from '../model/place.js';
import { pascal } from '../names/words.js';
import { type MediaType, type Response, resolve } from '../spec/openapi.js';
import type { NamedOperation } from './match-names.js';
import type { Answer, OperationParameter, Status, WrappedPage } from './operation.js';

/**
 * Reads what a successful operation answers.
 *
 * @param builder - reads the schemas
 * @param operation - with its decided names
 * @param parameters - its parameters: a cursor tells a paged list from a plain object
 * @returns the answer
 */
export function readAnswer(
  builder: SchemaReader,
  operation: NamedOperation,
  parameters: readonly OperationParameter[],
): Answer {
  const successes = responsesOf(builder, operation).filter(([code]) => code.startsWith('2'));
  const bodies = successes.flatMap(([code, response]) => (hasBody(response) ? [{ code, ...preferred(response) }] : []));
  const [first] = bodies;
  if (first === undefined) return { kind: 'void' };
  const types = bodies.map(({ code, media }, index) =>
    readBody(builder, operation, { media, suffix: index === 0 ? '' : code }),
  );
  const [type = UNKNOWN] = types;
  if (types.length === 1 && type.kind === 'array')
    return { kind: 'list', items: type.items, page: pageKind(operation) };
  const page = wrappedPage(builder, type, parameters);
  if (page !== undefined) return { kind: 'wrapped-list', type, ...page };
  const whole: Type = types.every((entry) => isDeepStrictEqual(entry, type)) ? type : { kind: 'any-of', types };
  return { kind: 'value', type: whole, accept: first.accept, maybeVoid: bodies.length < successes.length };
}

const UNKNOWN: Type = { kind: 'scalar', scalar: 'unknown' };

/**
 * The status codes that an operation documents.
 *
 * @param builder - for references
 * @param operation - the operation
 * @returns codes in ascending order
 */
export function readStatuses(builder: SchemaReader, operation: NamedOperation): Status[] {
  return responsesOf(builder, operation).map(([code, response]) => ({ code, hasBody: hasBody(response) }));
}

function responsesOf(builder: SchemaReader, { object }: NamedOperation): [code: string, response: Response][] {
  return Object.entries(object.responses)
    .map(([code, response]): [string, Response] => [code, resolve<Response>(builder.description, response)])
    .sort(([a], [b]) => (a < b ? -1 : 1));
}

/** Some answers without a body are described as having content of no kind. */
function hasBody({ content = {} }: Response): boolean {
  return Object.keys(content).length > 0;
}

/** JSON where there is a choice: it is what the method's type promises. */
function preferred({ content = {} }: Response): { accept: string; media: MediaType } {
  const entries = Object.entries(content);
  const [accept, media] = entries.find(([type]) => type.includes('json')) ?? entries[0] ?? ['application/json', {}];
  return { accept, media };
}

interface Found {
  readonly media: MediaType;
  readonly suffix: string;
}

function readBody(builder: SchemaReader, { method, verb, path }: NamedOperation, { media, suffix }: Found): Type {
  const name = `${pascal(method)}Response${suffix}`;
  return builder.read(media.schema ?? {}, { name, owner: name, pointer: `${verb} ${path} response${suffix}` });
}

function pageKind({ object }: NamedOperation): 'link' | 'poll' {
  return 'x-sdk-polls' in object ? 'poll' : 'link';
}

/** A list that Okta wraps in an object: one array, and a way to the next page, a link inside or a cursor to send. */
function wrappedPage(
  builder: SchemaReader,
  type: Type,
  parameters: readonly OperationParameter[],
): { items: Type; page: WrappedPage } | undefined {
  if (type.kind !== 'named') return undefined;
  const shape = builder.shapeOf(type.name);
  if (shape?.kind !== 'object') return undefined;
  const [list, ...others] = shape.members.flatMap(({ name, type: member }) =>
    member.kind === 'array' ? [{ name, items: member.items }] : [],
  );
  const isPaged = parameters.some(({ wire }) => wire === 'after') || linksToNext(builder, shape);
  if (list === undefined || others.length > 0 || !isPaged) return undefined;
  return { items: list.items, page: { items: list.name, next: '_links.next.href' } };
}

function linksToNext(builder: SchemaReader, { members }: ObjectShape): boolean {
  const links = members.find(({ name }) => name === '_links')?.type;
  const shape = links?.kind === 'named' ? builder.shapeOf(links.name) : undefined;
  if (shape?.kind !== 'object') return false;
  return shape.members.some(({ name }) => name === 'next') || shape.bases.includes('LinksNext');
}
