import { type ListPromise, listPromise } from './list-promise.js';

/** A list that comes later; in an object, as to wait for a list itself would be to ask for it. */
export type Opened<A, T> = Promise<{ readonly list: ListPromise<A, T> }>;

/**
 * @param opened - what is to come
 * @returns the same list at once
 */
export function laterList<A, T>(opened: Opened<A, T>): ListPromise<A, T> {
  // Whoever asks for the list gets the failure; nobody else waits for it.
  opened.catch(() => undefined);
  return listPromise({
    start: async () => (await opened).list,
    first: async () => (await opened).list.withResponse(),
    iterate: () => laterItems(opened),
  });
}

/** Stands aside once the list is there, so that its items come as fast as those of any list. */
function laterItems<A, T>(opened: Opened<A, T>): AsyncIterator<T> {
  let items: AsyncIterator<T> | undefined;
  const get = async () => {
    const { list } = await opened;
    items ??= list[Symbol.asyncIterator]();
    return items;
  };
  return {
    next: () => (items === undefined ? get().then((there) => there.next()) : items.next()),
    return: async (value) => (await get()).return?.(value) ?? { value, done: true },
  };
}
