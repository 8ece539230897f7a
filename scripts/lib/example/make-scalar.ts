import type { Scalar, Type } from '../model/model.js';
import { words } from '../names/words.js';
import { LOGO } from './files.js';
import { fitNumber, fitText } from './fit-limits.js';
import { idFor, inventId } from './ids.js';
import type { Spot } from './make-value.js';
import { type Example, ExampleFile, type Given, isGivenObject, made } from './value.js';
import { ENDINGS, FORMATS, MORNING, VALUES } from './values.js';

type Enum = Extract<Type, { kind: 'enum' }>;

/**
 * Makes a value of an enum: the given one, the one that the dictionary has for the name, the default, or the first.
 *
 * @param type - the known values
 * @param spot - where it stands
 * @param given - from a sample
 * @returns a known value
 */
export function makeEnum({ values }: Enum, { name, facts }: Spot, given: Given): Example {
  const wanted: unknown[] = [given, VALUES[name], facts.default];
  const known = wanted.flatMap((value) => values.filter((entry) => entry === value));
  return known[0] ?? values[0] ?? '';
}

/**
 * Makes a simple value, within its limits.
 *
 * @param scalar - its kind
 * @param spot - where it stands
 * @param given - from a sample
 * @returns the value
 */
export function makeScalar(scalar: Scalar, spot: Spot, given: Given): Example {
  const wanted = given === made ? dictionaryValue(spot) : given;
  return makers[scalar](wanted, spot);
}

const makers: Readonly<Record<Scalar, (wanted: Given | undefined, spot: Spot) => Example>> = {
  string: (wanted, { name, facts }) => (wanted instanceof ExampleFile ? wanted : fitText(textOf(wanted, name), facts)),
  number: (wanted, { facts }) => fitNumber(typeof wanted === 'number' ? wanted : undefined, facts),
  boolean: (wanted) => (typeof wanted === 'boolean' ? wanted : true),
  date: (wanted) => (wanted instanceof Date ? wanted : MORNING),
  file: (wanted) => (wanted instanceof ExampleFile ? wanted : LOGO),
  unknown: (wanted, { name }) => plain(wanted ?? sentence(name)),
  never: () => null,
};

function textOf(wanted: Given | undefined, name: string): string {
  if (wanted instanceof Date) return wanted.toISOString();
  return typeof wanted === 'string' || typeof wanted === 'number' ? String(wanted) : sentence(name);
}

/** A value of no known type is given literally. */
function plain(given: Given): Example {
  if (typeof given === 'symbol') return {};
  if (Array.isArray(given)) return given.map(plain);
  if (isGivenObject(given)) return Object.fromEntries(Object.entries(given).map(([key, value]) => [key, plain(value)]));
  return given as Example;
}

function dictionaryValue({ name, path, facts }: Spot): Given | undefined {
  const byFormat = facts.format === undefined ? undefined : FORMATS[facts.format];
  const byEnding = ENDINGS.find(([ending]) => ending.test(name))?.[1];
  return idFor(name, path) ?? VALUES[name] ?? inventId(name) ?? byFormat ?? byEnding;
}

/** `buttonLabel` as `Button label`. */
function sentence(name: string): string {
  const text = words(name).join(' ').toLowerCase();
  return text.charAt(0).toUpperCase() + text.slice(1);
}
