import type { Prepared } from '../prepare/prepare.js';
import type { LinkTypes } from './type-links.js';

/** What describing needs beside the operation. */
export interface DocContext {
  readonly prepared: Prepared;
  readonly link: LinkTypes;
}
