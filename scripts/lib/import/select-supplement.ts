import { noFindings } from './findings.js';
import { type JsonObject, objectAt, own } from './json.js';
import { keepFacts } from './keep-facts.js';
import { listOperations, type Operation, VERBS } from './list-operations.js';
import { requirementsOf, SCHEMES } from './list-requirements.js';
import { componentIn, componentPlace } from './pick-component.js';
import { memberPointer } from './pointer.js';
import { referencesIn } from './visit-facts.js';

/** What a supplement is cut from. */
export interface Cutting {
  /** The file it is cut from, for messages. */
  file: string;
  /** The description that has more operations. */
  facts: JsonObject;
  /** What need not be said again. */
  base: JsonObject;
  /** The base until now, on whose components the supplement leans. */
  earlier?: JsonObject | undefined;
}

/** The operations that the base lacks, and every component they reach that the base lacks by name. */
export function selectSupplement(cutting: Cutting): JsonObject {
  const { 'x-webhooks': _, ...facts } = cutting.facts;
  const document = { ...facts, paths: missingPaths(cutting), components: {} };
  const selection = { ...document, components: reachedComponents(document, cutting) };
  return keepFacts(selection, { file: cutting.file, findings: noFindings() });
}

/** Only what the SDK calls; what Okta calls is not supplemented. */
function missingPaths({ facts, base }: Cutting): JsonObject {
  const known = new Set(listOperations(base).map(({ key }) => key));
  const missing = listOperations(facts).filter(({ section, key }) => section === 'paths' && !known.has(key));
  const paths = new Set(missing.map(({ path }) => path));
  const itemAt = (path: string) => itemOf(missing.filter((operation) => operation.path === path));
  return Object.fromEntries([...paths].map((path) => [path, itemAt(path)]));
}

/** The path with the verbs of these operations only. */
function itemOf(operations: Operation[]): JsonObject {
  const verbs = new Set(operations.map(({ verb }) => verb));
  const isLeftOut = (key: string) => VERBS.some((verb) => verb === key) && !verbs.has(key);
  const members = Object.entries(operations[0]?.item ?? {});
  return Object.fromEntries(members.filter(([key]) => !isLeftOut(key)));
}

function reachedComponents(document: JsonObject, { facts, base, earlier }: Cutting): JsonObject {
  const reached: Record<string, JsonObject> = {};
  const queue = targetsIn(document);
  for (let target = queue.pop(); target !== undefined; target = queue.pop()) {
    const place = componentPlace(target);
    if (!place || componentIn(base, place) || own(objectAt(reached, place.section), place.name)) continue;
    const component = componentIn(facts, place) ?? componentIn(earlier, place);
    if (!component) continue;
    const { section, name } = place;
    reached[section] = { ...reached[section], [name]: component };
    queue.push(...targetsIn({ components: { [section]: { [name]: component } } }));
  }
  return reached;
}

function targetsIn(document: JsonObject): string[] {
  const references = referencesIn(document, { kind: 'document', at: '#' }).map(({ target }) => target);
  return [...references, ...requirementsOf(document).map(({ scheme }) => memberPointer(SCHEMES, scheme))];
}
