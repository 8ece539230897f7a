import { VERSION } from '../version.js';

/**
 * @param suffix - of the user's
 * @returns value of `User-Agent`: SDK, runtime, platform, suffix
 */
export function userAgentText(suffix: string | undefined): string {
  const version = typeof process === 'undefined' ? undefined : process.versions?.node;
  const runtime = version === undefined ? [] : [`node/${version} ${process.platform}`];
  return [`okta-sdk-nodejs/${VERSION}`, ...runtime, ...(suffix ? [suffix] : [])].join(' ');
}
