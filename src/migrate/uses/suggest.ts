import type { FlatMethod, LiveMethod } from '../facts.js';

/**
 * How to call today what a method of old did.
 *
 * @param client - how the client is written
 * @param flat - the method
 * @returns an expression, with `…` for what only the program knows
 */
export function suggest(client: string, { api, method, params, body, query, required = [] }: FlatMethod): string {
  const members = [...params, ...(body === undefined ? [] : [body]), ...required];
  const more = (query ?? []).length > required.length ? ['…'] : [];
  return `${client}.${api}.${method}(${braced([...members, ...more])})`;
}

/**
 * How to call today what a method of a value did.
 *
 * @param value - how the value is written
 * @param flat - the method of the client that it called
 * @param live - what the value filled in
 * @returns an expression
 */
export function suggestLive(value: string, flat: FlatMethod, live: LiveMethod): string {
  const filled = Object.entries(live.filled ?? {}).map(([name, member]) => `${name}: ${value}.${member}`);
  const self = live.self && flat.body !== undefined ? [flat.body === value ? value : `${flat.body}: ${value}`] : [];
  const others = flat.params.filter((name) => live.filled?.[name] === undefined);
  const body = flat.body !== undefined && !live.self ? [flat.body] : [];
  return `client.${flat.api}.${flat.method}(${braced([...filled, ...others, ...self, ...body])})`;
}

function braced(members: readonly string[]): string {
  return members.length === 0 || members.join() === '…' ? '' : `{ ${members.join(', ')} }`;
}
