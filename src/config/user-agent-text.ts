import { VERSION } from '../version.js';

/**
 * @param suffix - of the user's
 * @returns value of `User-Agent`: SDK, runtime, platform, suffix
 */
export function userAgentText(suffix: string | undefined): string {
  const runtime = typeof process === 'undefined' ? [] : [`node/${process.versions.node} ${process.platform}`];
  return [`okta-sdk-nodejs/${VERSION}`, ...runtime, ...(suffix ? [suffix] : [])].join(' ');
}
