import type { Answer } from '../answers/answer.js';
import { conform } from '../description/conform.js';
import { expand } from '../description/expand.js';
import type { Schema } from '../description/facts.js';
import type { JsonObject } from '../org/json.js';
import type { Occasion } from './occasion.js';
import { STATES } from './plan.js';
import type { Resource } from './rule.js';
import type { Spot } from './store.js';

/**
 * A resource as it is answered: with links, without what is only ever written.
 *
 * @param occasion - the request
 * @param resource - as it is stored
 * @param schema - of the answer
 * @returns the JSON
 */
export function viewOf(occasion: Occasion, resource: Resource, schema: Schema = occasion.kind.schema): unknown {
  const { call, kind, invention } = occasion;
  const { secret = [], view } = kind.rule;
  const shown = secret.length === 0 ? resource : without(resource, secret);
  const own = view?.(shown, call) ?? shown;
  const { properties = {} } = expand(invention.schemas, schema, own);
  const links = properties['_links'];
  const linked = links && own['_links'] === undefined ? { ...own, _links: linksOf(occasion, own, links) } : own;
  return conform(invention, schema, linked);
}

/**
 * @param occasion - the request
 * @param resource - what to answer
 * @returns the answer that the description foresees: with the resource, or without a body
 */
export function answerWith(occasion: Occasion, resource: Resource): Answer {
  const { call, kind, operation, plan } = occasion;
  const { status, answer } = operation;
  const headers = plan.deed === 'read' ? undefined : kind.rule.headers?.(call);
  const body = answer === undefined ? undefined : viewOf(occasion, resource, answer);
  return { status, ...(body === undefined ? {} : { body }), ...(headers === undefined ? {} : { headers }) };
}

function without(resource: Resource, names: readonly string[]): Resource {
  return Object.fromEntries(Object.entries(resource).filter(([name]) => !names.includes(name)));
}

/** Links to itself and to what changes its state, as far as the description knows them. */
function linksOf({ call, kind, spot, invention }: Occasion, resource: Resource, schema: Schema): JsonObject {
  const { properties = {} } = expand(invention.schemas, schema);
  const href = call.origin + pathOf(spot, resource, kind.key);
  const words = [...kind.words].filter((word) => word in properties && STATES[word] !== resource['status']);
  const self = 'self' in properties ? { self: { href, hints: { allow: kind.allowed } } } : {};
  const others = words.map((word) => [word, { href: `${href}/lifecycle/${word}`, hints: { allow: ['POST'] } }]);
  return { ...self, ...Object.fromEntries(others) };
}

function pathOf({ list, key }: Spot, resource: Resource, member: string): string {
  const name = key ?? resource[member];
  return typeof name === 'string' ? `${list}/${encodeURIComponent(name)}` : list;
}
