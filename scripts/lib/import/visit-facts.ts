import { GRAMMAR } from './grammar.js';
import { isObject, type Json, type JsonObject, objectAt, own, textAt } from './json.js';
import type { Form, KindName } from './kind.js';
import { memberPointer } from './pointer.js';

/** The kind of an object and where it stands. */
export interface Where {
  kind: KindName;
  at: string;
}

/** An object of a known kind. */
export interface Placed {
  object: JsonObject;
  where: Where;
}

/** Called for every object of a known kind, parents first. */
export type Visit = (object: JsonObject, where: Where) => void;

/** Walks facts by kind of object, so that a property named `$ref` is a property. */
export function visitFacts(object: JsonObject, where: Where, visit: Visit): void {
  visit(object, where);
  for (const child of childObjects(object, where)) visitFacts(child.object, child.where, visit);
}

/** The objects right below an object. */
export const childObjects = (object: JsonObject, where: Where): Placed[] =>
  Object.entries(GRAMMAR[where.kind].keep).flatMap(([key, form]) => {
    const value = own(object, key);
    if (value === undefined || form.as === 'leaf') return [];
    const kind = form.as === 'amends' ? where.kind : form.kind;
    return placedIn(form, { value, where: { kind, at: memberPointer(where.at, key) } });
  });

const SINGLE: ReadonlySet<Form['as']> = new Set(['one', 'oneOrFlag']);

function placedIn(form: Form, { value, where }: { value: Json; where: Where }): Placed[] {
  if (typeof value !== 'object' || value === null) return [];
  if (SINGLE.has(form.as)) return isObject(value) ? [{ object: value, where }] : [];
  return Object.entries(value).flatMap(([key, item]) =>
    isObject(item) ? [{ object: item, where: { kind: where.kind, at: memberPointer(where.at, key) } }] : [],
  );
}

/** A reference, and where it stands. */
export interface Reference {
  target: string;
  at: string;
}

/** Every `$ref` and every reference in a discriminator's mapping below an object. */
export function referencesIn(object: JsonObject, where: Where): Reference[] {
  const found: Reference[] = [];
  visitFacts(object, where, (item, place) => found.push(...referencesOf(item, place)));
  return found;
}

/** The references that stand in an object itself. */
export function referencesOf(object: JsonObject, { kind, at }: Where): Reference[] {
  const target = textAt(object, '$ref');
  const mapped = kind === 'discriminator' ? mappingReferences(object, at) : [];
  return target === undefined ? mapped : [{ target, at }, ...mapped];
}

function mappingReferences(discriminator: JsonObject, at: string): Reference[] {
  const mapping = objectAt(discriminator, 'mapping');
  return Object.keys(mapping).flatMap((tag) => {
    const target = textAt(mapping, tag);
    return target?.startsWith('#') ? [{ target, at: memberPointer(memberPointer(at, 'mapping'), tag) }] : [];
  });
}
