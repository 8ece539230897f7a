import type { Row } from '../../request/row.js';
import type { Handler } from '../call.js';

/**
 * Something that an org answers and that no row of the management description tells of, e.g. its token endpoint. It
 * needs no `Authorization`; with a valid API token the caller is its owner, otherwise nobody.
 */
export interface ExtraRoute {
  /** Verb, a space, and the path with placeholders. */
  readonly call: Row['call'];
  /** `text`: the handler parses the body itself, whatever its content type; JSON unless said. */
  readonly body?: 'json' | 'text';
  readonly handler: Handler;
}

/** Extra routes by name; a name must be none of an operation. */
export type ExtraRoutes = Readonly<Record<string, ExtraRoute>>;
