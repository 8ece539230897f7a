import { fail, invalid } from '../answers/fault.js';
import type { Call } from '../call.js';
import { type PagedList, type PageSize, pageSizes } from './limits.js';

/** What a negative `limit` stands for in some lists: the default. */
const UNLIMITED = -1;

/**
 * Reads the `limit` of a request.
 *
 * @param call - the request
 * @param list - which list it is, or how long its pages are
 * @param smallest - lowest value that is accepted
 * @returns the page size in force; more than the list allows is cut to what it allows
 */
export function readLimit({ query, org }: Call, list: PagedList | PageSize, smallest = 1): number {
  const { standard, largest } = typeof list === 'string' ? pageSizes[list] : list;
  const most = Math.min(largest, org.options.pageSize ?? largest);
  const sent = query.get('limit');
  if (sent === null || sent === '') return Math.min(standard, most);
  const limit = Number(sent);
  if (!Number.isInteger(limit)) throw fail('E0000037', `limit: '${sent}' is not an integer`);
  if (limit === UNLIMITED) return Math.min(standard, most);
  if (limit < smallest) throw invalid('limit', `The field must be at least ${smallest}`);
  return Math.min(limit, most);
}
