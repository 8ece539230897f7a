import { EVENT_ID, type Event, getScalarValue, load, parseEvents, type ScalarEvent, YAMLException } from 'js-yaml';

/** Names and indexes from the outside in, e.g. `['users', 0, 'profile']`. */
export type YamlPath = readonly (string | number)[];

/** What a YAML text says, and where. */
export interface Yaml {
  /** Plain JSON values; `undefined` for a text that says nothing. */
  readonly value: unknown;
  /**
   * @param path - to a value
   * @returns its line, counted from 1; that of the nearest value around it if it is not there
   */
  lineOf(path: YamlPath): number;
}

/** A text that is no YAML. */
export class YamlError extends Error {
  /** Counted from 1. */
  readonly line: number;

  constructor(reason: string, line: number) {
    super(reason);
    this.line = line;
  }
}

/**
 * Reads a text that holds one YAML document. JSON is YAML, too.
 *
 * @param text - the text
 * @returns its value, and the lines of its parts
 * @throws YamlError if it is malformed
 */
export function readYaml(text: string): Yaml {
  if (isBlank(text)) return { value: undefined, lineOf: () => 1 };
  try {
    const value: unknown = load(text);
    return { value, lineOf: (path) => lineAt(text, startOf(text, path)) };
  } catch (error) {
    if (error instanceof YAMLException) throw new YamlError(error.reason, (error.mark?.line ?? 0) + 1);
    throw error;
  }
}

function isBlank(text: string): boolean {
  return text.split('\n').every((line) => /^\s*(?:#.*|---\s*)?$/.test(line));
}

function lineAt(text: string, offset: number): number {
  return text.slice(0, offset).split('\n').length;
}

/** A list or a mapping that the walk is in. */
interface Level {
  readonly isMapping: boolean;
  /** Index or name of the part that the walk is at. */
  step: string | number;
  /** In a mapping: whether a name comes next, not a value. */
  atName: boolean;
}

/** Walks the parts of the text; the deepest one that lies on the path is what was looked for, or around it. */
function startOf(text: string, path: YamlPath): number {
  const levels: Level[] = [];
  let found = { depth: -1, start: 0 };
  for (const event of parseEvents(text, {})) {
    if (event.type === EVENT_ID.DOCUMENT) continue;
    if (event.type === EVENT_ID.POP) {
      levels.pop();
      continue;
    }
    enter(levels.at(-1), event, text);
    const place = levels.map(({ step }) => step);
    if (place.length > found.depth && lies(place, path)) {
      found = { depth: place.length, start: offsetOf(event) ?? found.start };
    }
    if (event.type === EVENT_ID.SEQUENCE) levels.push({ isMapping: false, step: -1, atName: false });
    if (event.type === EVENT_ID.MAPPING) levels.push({ isMapping: true, step: '', atName: true });
  }
  return found.start;
}

/** Members count from their name on, elements from where they begin. */
function enter(level: Level | undefined, event: Event, text: string): void {
  if (level === undefined) return;
  if (typeof level.step === 'number') level.step += 1;
  else if (level.atName) level.step = event.type === EVENT_ID.SCALAR ? getScalarValue(text, event) : '';
  if (level.isMapping) level.atName = !level.atName;
}

function lies(place: YamlPath, path: YamlPath): boolean {
  return place.length <= path.length && place.every((step, depth) => step === path[depth]);
}

function offsetOf(event: Event): number | undefined {
  if ('start' in event) return event.start;
  return event.type === EVENT_ID.SCALAR ? (event satisfies ScalarEvent).valueStart : undefined;
}
