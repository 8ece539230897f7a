import { type SettledOf, settle } from './settle.js';

/** A client, or an Api, whose methods give `[data, response, error]`. */
export type Settling<C> = {
  readonly [M in keyof C]: C[M] extends (...values: infer P) => infer R
    ? (...values: P) => Promise<SettledOf<R>>
    : M extends `${string}Api`
      ? Settling<C[M]>
      : C[M];
};

/**
 * Another view of a client, or of an Api, for code that wants no exceptions at all: each of its methods does what
 * {@link settle} does for one call. The client itself goes on throwing.
 *
 * @param client - a client, or one Api
 * @returns the view; of a client, its Apis, `request` and `paginate` settle, all else is as it was
 * @example
 * ```ts
 * const quiet = okta.settling(client);
 * const [user, response, error] = await quiet.userApi.getUser({ userId: 'ada@example.com' });
 * if (error) console.error(error.message, response?.status);
 * ```
 * @see https://github.com/okta/okta-sdk-python#exceptions for the switch that Python has
 */
export function settling<C extends object>(client: C): Settling<C> {
  // Private members are those of the client: neither its getters nor its methods may meet the view as `this`.
  const get = (target: C, name: string | symbol) => viewOf(target, name, Reflect.get(target, name, target));
  return new Proxy(client, { get }) as Settling<C>;
}

function viewOf(owner: object, name: string | symbol, member: unknown): unknown {
  if (typeof name !== 'string' || name in Object.prototype) return member;
  if (typeof member === 'function') return (...values: unknown[]) => settleCall(() => member.apply(owner, values));
  return name.endsWith('Api') && typeof member === 'object' && member !== null ? settling(member) : member;
}

async function settleCall(start: () => PromiseLike<unknown>): Promise<unknown> {
  try {
    return await settle(start());
  } catch (error) {
    return settle(Promise.reject(error));
  }
}
