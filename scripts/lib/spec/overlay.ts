import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { load } from 'js-yaml';
import { query } from 'json-p3';

/** An OpenAPI Overlay document. Source: https://spec.openapis.org/overlay/v1.0.0.html */
export interface Overlay {
  /** Named in errors. */
  readonly file: string;
  readonly actions: readonly OverlayAction[];
}

export interface OverlayAction {
  /** JSONPath (RFC 9535). */
  readonly target: string;
  /** Why the description must be corrected here. */
  readonly description: string;
  readonly update?: unknown;
  readonly remove?: boolean;
}

/**
 * Reads the overlays of a document in the order of their file names.
 *
 * @param folder - e.g. `spec/overlays/management`
 * @returns the overlays; none if there is no such folder
 * @throws Error for a file that is no Overlay 1.0 document, or an action without a reason
 */
export function readOverlays(folder: string): Overlay[] {
  const files = readdirSync(folder, { withFileTypes: true }).flatMap((entry) =>
    /\.ya?ml$/.test(entry.name) ? [entry.name] : [],
  );
  return files.sort().map((name) => readOverlay(join(folder, name)));
}

function readOverlay(file: string): Overlay {
  const content = load(readFileSync(file, 'utf8')) as { overlay?: string; actions?: OverlayAction[] } | undefined;
  if (content?.overlay !== '1.0.0' || !Array.isArray(content.actions))
    throw new Error(`${file}: not an OpenAPI Overlay 1.0.0 document`);
  for (const { target, description, update, remove } of content.actions) {
    if (!target || !description)
      throw new Error(`${file}: every action needs a target and a description that gives the reason`);
    if ((update === undefined) === (remove !== true))
      throw new Error(`${file}: ${target}: an action either updates or removes`);
  }
  return { file, actions: content.actions };
}

/**
 * Applies an overlay, in place.
 *
 * @param document - the parsed description
 * @param overlay - what to correct
 * @throws Error for an action that matches nothing: what it corrected is gone, so it must go too
 */
export function applyOverlay(document: object, overlay: Overlay): void {
  for (const action of overlay.actions) applyAction(document, action, overlay.file);
}

type Key = string | number;

function applyAction(document: object, { target, update, remove }: OverlayAction, file: string): void {
  const nodes = [...query(target, document as never)];
  if (nodes.length === 0)
    throw new Error(`${file}: ${target} matches nothing; if the description has been corrected, delete the action`);
  // From the back, so that removing an array's item does not move those still to come.
  for (const { location } of nodes.reverse()) {
    const parent = follow(document, location.slice(0, -1));
    const key = location[location.length - 1];
    if (key === undefined) throw new Error(`${file}: ${target}: the whole document cannot be a target`);
    if (remove) removeKey(parent, key);
    else parent[key] = merge(parent[key], structuredClone(update));
  }
}

type Node = Record<Key, unknown>;

function follow(document: object, location: readonly Key[]): Node {
  return location.reduce((node, key) => node[key] as Node, document as Node);
}

function removeKey(parent: Node, key: Key): void {
  if (Array.isArray(parent)) parent.splice(Number(key), 1);
  else delete parent[key];
}

/** Objects are merged member by member, arrays are extended, anything else is replaced. */
function merge(target: unknown, update: unknown): unknown {
  if (Array.isArray(target)) return [...target, ...(Array.isArray(update) ? update : [update])];
  if (!isObject(target) || !isObject(update)) return update;
  const merged: Record<string, unknown> = { ...target };
  for (const [key, value] of Object.entries(update)) merged[key] = key in merged ? merge(merged[key], value) : value;
  return merged;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
