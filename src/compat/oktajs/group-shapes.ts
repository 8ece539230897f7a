import type { Json } from './user-shapes.js';

/** Makes the objects that the functions for groups take. */
export const groupShapes = {
  /** A profile, for `groups.add` and `groups.update`. */
  constructGroup(name: string, description?: string | null): Json {
    return description === undefined || description === null ? { name } : { name, description };
  },
};
