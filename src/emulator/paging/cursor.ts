import { fail } from '../answers/fault.js';
import type { Call } from '../call.js';

const ID = /^[0-9A-Za-z]{20}$/;
/** Cause of a cursor that no list ever gave out. */
const INVALID_CURSOR = 'Invalid cursor.';

/** How a list writes the id of its last item into a cursor. */
export interface CursorForm {
  /** Text in front of the id. */
  readonly mark: string;
  /** Whether there is such an item now; one that is gone is known by the look of its id only. */
  readonly exists: (id: string) => boolean;
}

/**
 * Reads the `after` of a list that goes by id.
 *
 * @param call - the request
 * @param form - how this list writes its cursors
 * @returns the id behind which the page starts, `undefined` for the first page
 */
export function readIdCursor({ query }: Call, { mark, exists }: CursorForm): string | undefined {
  const after = query.get('after');
  if (after === null || after === '') return undefined;
  const id = after.slice(mark.length);
  if (!after.startsWith(mark) || !(exists(id) || ID.test(id))) throw fail('E0000029', '', [INVALID_CURSOR]);
  return id;
}

/** Place of an item in a sorted list: what it is sorted by, then its id. */
export interface SortPosition {
  readonly key: string | number;
  readonly id: string;
}

/**
 * @param position - of the last item of a page
 * @returns the cursor that leads behind it
 */
export function writeSortCursor({ key, id }: SortPosition): string {
  return Buffer.from(JSON.stringify([key, id])).toString('base64url');
}

/**
 * Reads the `after` of a sorted list.
 *
 * @param call - the request
 * @returns the position behind which the page starts, `undefined` for the first page
 */
export function readSortCursor({ query }: Call): SortPosition | undefined {
  const after = query.get('after');
  if (after === null || after === '') return undefined;
  const [key, id] = decoded(after);
  if ((typeof key === 'string' || typeof key === 'number') && typeof id === 'string') return { key, id };
  throw fail('E0000031', '', [INVALID_CURSOR]);
}

function decoded(cursor: string): readonly unknown[] {
  try {
    const position: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString());
    return Array.isArray(position) ? position : [];
  } catch {
    return [];
  }
}
