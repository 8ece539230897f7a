import type * as onNode from './refused-settings.js';

const REASON =
  'cannot be used here: this bundle was made for browsers and workers, whose platform makes the connections; leave it out or, for Node, bundle with the condition `node`';

/**
 * What bundles for browsers and workers hold in place of `refused-settings.ts`: settings that would have no effect are
 * refused, as a request around a proxy is worse than none.
 */
export const refusedSettings: typeof onNode.refusedSettings = (settings) =>
  Object.entries(settings)
    .filter(([, value]) => value !== undefined)
    .map(([setting]) => ({ setting, source: 'argument', reason: REASON }));
