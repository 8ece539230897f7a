import { OktaError } from '../../errors/okta-error.js';

/** A name that version 4 had no more. */
export interface RemovedName {
  /** What it was called on, e.g. `client`. */
  readonly owner: string;
  readonly older: string;
  /** Its successor. */
  readonly name: string;
}

/**
 * Makes a method for a name that version 4 had no more.
 *
 * @param removed - the name
 * @returns a method that throws {@link OktaError} with the successor
 */
export function refuseRemoved({ owner, older, name }: RemovedName): () => never {
  return () => {
    const message = `${owner}.${older}() was removed in version 4; call ${owner}.${name}() instead`;
    throw new OktaError('OKTA_REMOVED_METHOD', message);
  };
}
