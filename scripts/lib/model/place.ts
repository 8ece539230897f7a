/** Where a schema stands; its name follows from here if it needs one. */
export interface Place {
  readonly name: string;
  /** Type or operation in whose file it is written. */
  readonly owner: string;
  /** JSON pointer. */
  readonly pointer: string;
}

/**
 * The place of a part of a schema.
 *
 * @param place - of the whole
 * @param step - pointer from there
 * @param name - name the part gets if it needs one
 * @returns the place
 */
export function below(place: Place, step: string, name: string): Place {
  return { name, owner: place.owner, pointer: `${place.pointer}/${step}` };
}
