import type { Prepared } from '../prepare/prepare.js';
import type { PreparedModel, PreparedOperation } from '../prepare/prepared.js';

/**
 * Takes a few Api classes with the types they need.
 *
 * @param prepared - everything
 * @param names - class names
 * @returns what the templates need for these
 * @throws Error naming the classes that do not exist
 */
export function slice(prepared: Prepared, names: readonly string[]): Prepared {
  const unknown = names.filter((name) => !prepared.apis.has(name));
  if (unknown.length > 0) throw new Error(`There is no ${unknown.join(', ')}; classes are ${listOf(prepared)}`);
  const apis = new Map([...prepared.apis].filter(([name]) => names.includes(name)));
  const { v4: _, ...today } = prepared;
  return {
    ...today,
    apis,
    operations: prepared.operations.filter((operation) => operation.apis.some((api) => apis.has(api))),
    dates: mentionedDates(
      prepared.dates,
      [...apis.values()].flatMap(({ operations }) => operations),
    ),
    models: needed(
      prepared.models,
      [...apis.values()].flatMap(({ api }) => api.models),
    ),
  };
}

/** The constants that rows mention, and those that these mention; each stands after what it mentions. */
function mentionedDates(dates: Prepared['dates'], operations: readonly PreparedOperation[]): Prepared['dates'] {
  const mentioned = new Set(operations.flatMap(({ row }) => /\bdates\.(\w+)/.exec(row)?.[1] ?? []));
  return [...dates]
    .reverse()
    .filter(({ name, text }) => {
      if (mentioned.has(name)) for (const word of text.match(/\w+/g) ?? []) mentioned.add(word);
      return mentioned.has(name);
    })
    .reverse();
}

function listOf({ apis }: Prepared): string {
  return [...apis.keys()].join(', ');
}

type Models = ReadonlyMap<string, PreparedModel>;

/** The files of some types and of everything that these import. */
function needed(models: Models, types: readonly string[]): Models {
  const home = new Map([...models].flatMap(([file, { declarations }]) => declarations.map(({ name }) => [name, file])));
  const found = new Set<string>();
  const queue = types.flatMap((type) => home.get(type) ?? []);
  for (let file = queue.pop(); file !== undefined; file = queue.pop()) {
    if (found.has(file)) continue;
    found.add(file);
    for (const { names } of models.get(file)?.imports ?? [])
      queue.push(...names.split(', ').flatMap((name) => home.get(name) ?? []));
  }
  return new Map([...models].filter(([file]) => found.has(file)));
}
