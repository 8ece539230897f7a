import type * as onNode from './parse-url.js';

/** What bundles for browsers and workers hold in place of `parse-url.ts`: the platform's own parser, which needs no code. */
export const parseUrl: typeof onNode.parseUrl = (text) => {
  if (!URL.canParse(text)) return undefined;
  const { protocol, username, password, host, hostname, pathname, search: query, hash } = new URL(text);
  return { protocol, username, password, host, hostname, pathname, query, hash };
};
