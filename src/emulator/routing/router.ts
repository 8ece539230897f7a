import type { Row, Rows } from '../../request/row.js';
import type { ExtraRoutes } from './extra-route.js';
import { publicOperations } from './public-operations.js';

/** An operation as the router knows it. */
export interface Route {
  /** Method name, e.g. `getUser`. */
  readonly operation: string;
  readonly verb: string;
  /** Path with placeholders, e.g. `/api/v1/users/{userId}`. */
  readonly template: string;
  /** Whether a body of this operation is JSON. */
  readonly json: boolean;
  /** Whether it is answered to everybody. */
  readonly isPublic: boolean;
  /** Which segments of the path are members, and what they are called. */
  readonly placeholders: readonly { readonly name: string; readonly at: number }[];
}

/** What a path leads to: an operation, only operations with other verbs, or nothing. */
export type Match =
  | { readonly kind: 'found'; readonly route: Route; readonly path: Readonly<Record<string, string>> }
  | { readonly kind: 'other-verb' }
  | { readonly kind: 'unknown' };

/** Finds the operation of a request by its verb and the decoded segments of its path. */
export type Router = (verb: string, segments: readonly string[]) => Match;

interface Node {
  readonly literals: Map<string, Node>;
  placeholder?: Node;
  /** Operations whose path ends here, by verb. */
  readonly routes: Map<string, Route>;
}

/**
 * Builds a router: a tree of path segments in which a segment spelled out wins over a placeholder.
 *
 * @param rows - operations by Api class and method; one that stands in two classes is one operation
 * @param extra - what is answered besides
 * @returns the router
 */
export function createRouter(rows: Readonly<Record<string, Rows>>, extra: ExtraRoutes = {}): Router {
  const root = newNode();
  for (const operations of Object.values(rows)) {
    for (const [operation, row] of Object.entries(operations)) insert(root, routeOf(operation, row));
  }
  for (const [name, { call, body }] of Object.entries(extra)) {
    insert(root, { ...routeOf(name, { call }), json: body !== 'text', isPublic: true });
  }
  return (verb, segments) => {
    const route = spelledOut(root, segments)?.routes.get(verb);
    return route ? { kind: 'found', route, path: {} } : match(nodesAt(root, segments, 0), verb, segments);
  };
}

const JSON_KINDS = new Set(['json', 'merge-patch']);

function routeOf(operation: string, { call, body }: Row): Route {
  const [verb = '', template = ''] = call.split(' ');
  const placeholders = segmentsOf(template).flatMap((segment, at) =>
    segment.startsWith('{') ? [{ name: segment.slice(1, -1), at }] : [],
  );
  const kind = typeof body === 'object' ? (body.as ?? 'json') : 'json';
  const isPublic = publicOperations.has(operation);
  return { operation, json: JSON_KINDS.has(kind), isPublic, placeholders, verb, template };
}

function insert(root: Node, route: Route): void {
  let node = root;
  for (const segment of segmentsOf(route.template)) node = childFor(node, segment);
  node.routes.set(route.verb, route);
}

function childFor(node: Node, segment: string): Node {
  const child = (segment.startsWith('{') ? node.placeholder : node.literals.get(segment)) ?? newNode();
  if (segment.startsWith('{')) node.placeholder = child;
  else node.literals.set(segment, child);
  return child;
}

function newNode(): Node {
  return { literals: new Map(), routes: new Map() };
}

function segmentsOf(template: string): string[] {
  return template.split('/').slice(1);
}

/** The node of a path without placeholders, which wins over all others. */
function spelledOut(root: Node, segments: readonly string[]): Node | undefined {
  let node: Node | undefined = root;
  for (const segment of segments) node = node?.literals.get(segment);
  return node;
}

/** All nodes with operations that the segments lead to, the most literal one first. */
function nodesAt(node: Node, segments: readonly string[], depth: number): Node[] {
  const segment = segments[depth];
  if (segment === undefined) return node.routes.size > 0 ? [node] : [];
  const children = [node.literals.get(segment), segment === '' ? undefined : node.placeholder];
  return children.flatMap((child) => (child ? nodesAt(child, segments, depth + 1) : []));
}

function match(ends: readonly Node[], verb: string, segments: readonly string[]): Match {
  for (const { routes } of ends) {
    const route = routes.get(verb);
    if (route) return { kind: 'found', route, path: pathMembers(route, segments) };
  }
  return { kind: ends.length > 0 ? 'other-verb' : 'unknown' };
}

function pathMembers({ placeholders }: Route, segments: readonly string[]): Record<string, string> {
  return Object.fromEntries(placeholders.map(({ name, at }) => [name, segments[at] ?? '']));
}
