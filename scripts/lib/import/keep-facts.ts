import { type Findings, noteUnknown } from './findings.js';
import { GRAMMAR, PROSE, TOOLING } from './grammar.js';
import { byName, isObject, type Json, type JsonObject } from './json.js';
import type { Form, KindName, LeafName } from './kind.js';
import { LEAVES, MAX_DEPTH, nameOf } from './leaves.js';
import { memberPointer } from './pointer.js';
import { FETCH_AGAIN, SpecError } from './spec-error.js';

interface Walk {
  file: string;
  findings: Findings;
}

/** A place in the description; `partial` holds below a flag's amendments, which give only what differs. */
interface Spot {
  at: string;
  depth: number;
  partial?: boolean;
}

/** The facts of a description: known members only, in a fixed order. Raises for what is not shaped like one. */
export function keepFacts(description: Json, walk: Walk): JsonObject {
  return keepObject('document', description, { walk, spot: { at: '#', depth: 0 } });
}

interface Place {
  walk: Walk;
  spot: Spot;
}

function keepObject(kind: KindName, value: Json, place: Place): JsonObject {
  const { keep, label } = GRAMMAR[kind];
  if (!isObject(value)) throw unexpected(value, `an object (${label})`, place);
  if (place.spot.depth > MAX_DEPTH) throw problem('the description contains itself', place);
  checkNeeds(kind, value, place);
  noteUnknownKeys(kind, value, place);
  const kept = Object.entries(keep).flatMap(([key, form]): [string, Json][] => {
    const member = Object.hasOwn(value, key) ? value[key] : undefined;
    const fact = member === undefined ? undefined : keepMember(form, member, { kind, place: below(place, key) });
    return fact === undefined ? [] : [[key, fact]];
  });
  return Object.fromEntries(kept);
}

interface Owner {
  kind: KindName;
  place: Place;
}

function keepMember(form: Form, value: Json, { kind, place }: Owner): Json | undefined {
  if (form.as === 'leaf') return keepLeaf(form.leaf, value, place);
  if (form.as === 'amends') return keepAmends(kind, value, place);
  if (form.as === 'list') return keepList(form.kind, value, place);
  if (form.as === 'map' || form.as === 'sorted') return keepMap(form, value, place);
  return form.as === 'oneOrFlag' && typeof value === 'boolean' ? value : keepObject(form.kind, value, place);
}

function keepLeaf(name: LeafName, value: Json, place: Place): Json | undefined {
  const leaf = LEAVES[name];
  if (!leaf.fits(value)) throw unexpected(value, leaf.expects, place);
  const written = leaf.write === undefined ? value : leaf.write(value);
  if (written === undefined) {
    const text = `the ${name} is a sentence and was left out`;
    place.walk.findings.faults.push({ kind: 'format-is-prose', at: place.spot.at, text });
  }
  return written;
}

function keepList(kind: KindName, value: Json, place: Place): Json[] {
  if (!Array.isArray(value)) throw unexpected(value, 'a list', place);
  return value.map((item, index) => keepObject(kind, item, below(place, index)));
}

function keepMap(form: { as: string; kind: KindName }, value: Json, place: Place): JsonObject {
  if (!isObject(value)) throw unexpected(value, 'an object', place);
  const keys = form.as === 'sorted' ? Object.keys(value).sort(byName) : Object.keys(value);
  const items = keys.map((key): [string, Json] => [key, keepObject(form.kind, value[key] ?? null, below(place, key))]);
  return Object.fromEntries(items);
}

/** What changes when a feature is on: per flag a part of the same kind. Flags that only change prose are left out. */
function keepAmends(kind: KindName, value: Json, place: Place): JsonObject | undefined {
  if (!isObject(value)) throw unexpected(value, 'an object', place);
  const flags = Object.keys(value).map((name): [string, JsonObject] => {
    const inner = below(place, name);
    const spot = { ...inner.spot, partial: true };
    return [name, keepObject(kind, value[name] ?? null, { ...inner, spot })];
  });
  const telling = flags.filter(([, part]) => Object.keys(part).length > 0);
  return telling.length > 0 ? Object.fromEntries(telling) : undefined;
}

function checkNeeds(kind: KindName, value: JsonObject, place: Place): void {
  const { needs = [], label } = GRAMMAR[kind];
  if (place.spot.partial || Object.hasOwn(value, '$ref')) return;
  const missing = needs.find((group) => !group.some((key) => Object.hasOwn(value, key)));
  if (missing) throw problem(`${label} without ${missing.join(' or ')}`, place);
}

function noteUnknownKeys(kind: KindName, value: JsonObject, { walk, spot }: Place): void {
  const { keep, drop = [] } = GRAMMAR[kind];
  const known = (key: string) => Object.hasOwn(keep, key) || PROSE.has(key) || TOOLING.has(key) || drop.includes(key);
  for (const key of Object.keys(value)) {
    if (!known(key)) noteUnknown(walk.findings, key, { kind, at: spot.at });
  }
}

const below = ({ walk, spot }: Place, key: string | number): Place => ({
  walk,
  spot: { ...spot, at: memberPointer(spot.at, key), depth: spot.depth + 1 },
});

const unexpected = (value: Json, expected: string, place: Place): SpecError =>
  problem(`${nameOf(value)} where ${expected} must be`, place);

const problem = (reason: string, { walk, spot }: Place): SpecError =>
  new SpecError({ file: walk.file, at: spot.at, reason, advice: FETCH_AGAIN });
