/**
 * A value as it was received: dates are text, in every depth.
 *
 * @example `const created: string = (await client.getUser(id)).created;`
 */
export type Wire<T> = T extends string | number | boolean | null | undefined
  ? T
  : T extends Date
    ? string
    : T extends object
      ? { [K in keyof T]: Wire<T[K]> }
      : T;

/** A value of a flat method: JSON as it was received, and methods that no loop over its members shows. */
export type Live<T, Methods> = Wire<T> & Methods;

/** A body for a flat method. Nothing is required of it, as in those versions: Okta says what is missing. */
export type Sent<T> = T extends Date
  ? Date | string
  : T extends string
    ? string
    : T extends readonly (infer Item)[]
      ? readonly Sent<Item>[]
      : T extends object
        ? { [K in keyof T]?: Sent<T[K]> | null | undefined }
        : T;

/** Parameters of the query. */
export type Query<Names extends string> = {
  readonly [Name in Names]?: string | number | boolean | Date | readonly (string | number)[] | undefined;
};
