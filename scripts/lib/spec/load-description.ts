import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { load } from 'js-yaml';
import type { Components, Description, PathItem } from './openapi.js';
import { applyOverlay, readOverlays } from './overlay.js';

/**
 * Loads a document as the SDK is made from it: the published facts, then the operations and components that only an
 * earlier description has, then the corrections.
 *
 * @param folder - `spec`
 * @param document - e.g. `management`
 * @returns the description
 * @throws Error if an overlay no longer applies
 */
export function loadDescription(folder: string, document: string): Description {
  const description = loadPublished(folder, document);
  const overlays = join(folder, 'overlays', document);
  for (const overlay of existsSync(overlays) ? readOverlays(overlays) : []) applyOverlay(description, overlay);
  return description;
}

/**
 * Loads a document as it was published, completed but not corrected.
 *
 * @param folder - `spec`
 * @param document - e.g. `management`
 * @returns the description
 */
export function loadPublished(folder: string, document: string): Description {
  const description = readYaml(join(folder, `${document}.yaml`));
  for (const file of supplements(folder, document)) complete(description, readYaml(join(folder, file)));
  return description;
}

function supplements(folder: string, document: string): string[] {
  return readdirSync(folder).filter(
    (name) => name.startsWith(`${document}.`) && name.endsWith('.yaml') && name !== `${document}.yaml`,
  );
}

function readYaml(file: string): Description {
  return load(readFileSync(file, 'utf8')) as Description;
}

/** What the base has already is left as it is. */
function complete(base: Description, supplement: Description): void {
  for (const [path, item] of Object.entries(supplement.paths)) completeItem(base, path, item);
  for (const [section, entries] of Object.entries(supplement.components) as [keyof Components, object][]) {
    base.components[section] = { ...entries, ...base.components[section] } as never;
  }
}

/** The same path may have other names for its placeholders; a verb that is added brings its own parameters along. */
function completeItem(base: Description, path: string, item: PathItem): void {
  const { parameters = [], ...verbs } = item;
  const existing = base.paths[path];
  if (existing === undefined) base.paths[path] = item;
  else
    for (const [verb, operation] of Object.entries(verbs)) {
      const own = (operation as { parameters?: unknown[] }).parameters ?? [];
      Object.assign(existing, { [verb]: { ...operation, parameters: [...parameters, ...own] } });
    }
}
