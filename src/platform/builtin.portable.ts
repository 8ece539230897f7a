import type * as onNode from './builtin.js';

/** What bundles for browsers and workers hold in place of `builtin.ts`: nothing of Node's is there. */
export const builtin: typeof onNode.builtin = () => undefined;
