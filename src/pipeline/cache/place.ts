/** Where a resource stands: the collection that it is a member of, and the name by which it was addressed. */
export interface Place {
  /** Origin and path, e.g. `https://acme.okta.com/api/v1/users`. */
  readonly collection: string;
  /** Id or another name; empty for the collection itself. What is below a member counts as part of it. */
  readonly member: string;
}

/** Names that stand for a member whose id they do not tell. */
const STANDING_NAMES: ReadonlySet<string> = new Set(['me', 'default', 'current']);
/** Stands in for all of them. */
const ANY_STANDING_NAME = '~';

/**
 * @param url - absolute, or relative to `base`
 * @param base - absolute
 * @returns the place; `undefined` for what is no URL
 */
export function placeOf(url: string, base?: string): Place | undefined {
  if (!URL.canParse(url, base)) return undefined;
  const { pathname } = new URL(url, base);
  const parts = pathname.split('/').slice(1);
  // The first part after the version is the collection: /api/v1/users, /oauth2/v1/clients.
  const end = parts.findIndex((part) => /^v\d+$/.test(part)) + 2;
  return {
    // A link names the org by whatever domain it has.
    collection: [new URL(base ?? url).origin, ...parts.slice(0, end)].join('/'),
    member: nameOf(parts[end] ?? ''),
  };
}

/**
 * Brings the names of a member into one form: users are found by login and by the part of it before the `@`, in any
 * case.
 *
 * @param part - of a path, or a login
 * @returns the form by which names are compared
 */
export function nameOf(part: string): string {
  const name = decoded(part).toLowerCase().replace(/@.*/, '');
  return STANDING_NAMES.has(name) ? ANY_STANDING_NAME : name;
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

/** Ids of Okta's: 20 characters, the first a 0. */
const ID = /^0[0-9a-z]{19}$/;

/** Names of the marks of a place. */
export const marksOf = {
  /** Replaced when the member, or something below it, changes under this name. */
  member: ({ collection, member }: Place) => `okta:mark:${collection}/${member}`,
  /** Replaced when a member changes under a name like `me`; every entry of the collection has it. */
  standing: ({ collection }: Place) => `okta:mark:${collection}/${ANY_STANDING_NAME}`,
  /** Replaced when the collection itself changes. */
  collection: ({ collection }: Place) => `okta:mark:${collection}/`,
  /** Replaced when any member changes that is addressed as this one is: by its id, or by another name. */
  guard: ({ collection, member }: Place) => `okta:mark:${collection}!${ID.test(member) ? 'id' : 'name'}`,
  /** Both guards. */
  guards: ({ collection }: Place) => [`okta:mark:${collection}!id`, `okta:mark:${collection}!name`],
};

/** Marks that a change replaces. The guards must be replaced first. */
export interface Changed {
  readonly guards: readonly string[];
  readonly marks: readonly string[];
}

/**
 * @param method - verb of the change
 * @param place - where it was sent
 * @returns the marks of the resource, its parents and everything below it
 */
export function changedBy(method: string, place: Place): Changed {
  if (place.member !== '')
    return { guards: [marksOf.guard(place)], marks: [marksOf.member(place), marksOf.collection(place)] };
  // A new member changes none of the others.
  if (method === 'POST') return { guards: [], marks: [marksOf.collection(place)] };
  return { guards: marksOf.guards(place), marks: [marksOf.collection(place), marksOf.standing(place)] };
}
