import type { Operation } from '../operations/operation.js';
import type { Prepared } from '../prepare/prepare.js';
import { literal } from '../print/print-type.js';
import { type PreparedV4Types, prepareV4Types } from './prepare-v4-types.js';
import { printV4Row } from './print-v4-row.js';
import type { V4ModelMethod } from './v4-facts.js';
import { methodsOf, type V4Sources } from './v4-sources.js';

/** What the templates print for programs of versions 4 to 6. Every text is final. */
export interface PreparedV4 extends PreparedV4Types {
  /** Names of methods, grouped by their first word. */
  readonly calls: readonly NameGroup[];
  readonly lists: readonly NameGroup[];
  /** Lists that change something when they are asked for. */
  readonly changes: string;
  readonly removed: readonly { readonly older: string; readonly name: string }[];
  readonly removedFromValues: readonly { readonly name: string; readonly successors: string }[];
  readonly rows: readonly { readonly name: string; readonly row: string }[];
  readonly models: readonly PreparedModelLinks[];
}

interface NameGroup {
  readonly word: string;
  /** What follows the word, with spaces between. */
  readonly rests: string;
}

interface PreparedModelLinks {
  readonly name: string;
  readonly methods: readonly { readonly name: string; readonly link: string }[];
}

/**
 * Computes everything the templates print about versions 4 to 6.
 *
 * @param sources - facts and decisions
 * @param prepared - operations and types of today
 * @returns final texts
 */
export function prepareV4(sources: V4Sources, prepared: Prepared): PreparedV4 {
  const operations = Object.entries(sources.operations);
  const named = (wanted: (isList: boolean, isRead: boolean) => boolean) =>
    operations.flatMap(([name, { list = false, verb }]) => (wanted(list, verb === 'GET') ? [name] : []));
  const today = new Map(prepared.operations.map((operation): [string, Operation] => [operation.method, operation]));
  return {
    calls: groups(named((isList) => !isList)),
    lists: groups(named((isList) => isList)),
    changes: named((isList, isRead) => isList && !isRead).join(' '),
    removed: Object.entries(sources.removed).map(([older, name]) => ({ older, name })),
    removedFromValues: Object.entries(sources.removedFromValues).map(([name, successors]) => ({
      name,
      successors: printTexts(successors),
    })),
    rows: operations.map(([name, operation]) => {
      const successor = sources.successors.get(name);
      return { name, row: printV4Row(operation, { successor, today: today.get(successor?.method ?? '') }) };
    }),
    models: returnedModels(sources).map((name) => ({
      name,
      methods: Object.entries(methodsOf(sources.models, name)).map(([method, link]) => ({
        name: method,
        link: printLink(link),
      })),
    })),
    ...prepareV4Types(sources, prepared),
  };
}

/** Models with methods that a flat method returns values of. */
function returnedModels({ operations, models }: V4Sources): string[] {
  const returned = new Set(Object.values(operations).map(({ returns }) => returns));
  return Object.keys(models).filter((name) => returned.has(name));
}

function groups(names: readonly string[]): NameGroup[] {
  const words = new Map<string, string[]>();
  for (const name of names) {
    const [word = ''] = /^[a-z]+/.exec(name) ?? [];
    words.set(word, [...(words.get(word) ?? []), name.slice(word.length)]);
  }
  return [...words].map(([word, rests]) => ({ word, rests: rests.join(' ') }));
}

function printLink({ operation, arguments: filled = {}, body }: V4ModelMethod): string {
  const members = [
    `to: ${literal(operation)}`,
    Object.keys(filled).length === 0 ? '' : `from: ${printTexts(filled)}`,
    body === undefined ? '' : 'self: true',
  ];
  return `{ ${members.filter(Boolean).join(', ')} }`;
}

function printTexts(texts: Readonly<Record<string, string>>): string {
  const pairs = Object.entries(texts).map(([name, text]) => `${name}: ${literal(text)}`);
  return `{ ${pairs.join(', ')} }`;
}
