import type { WireRequest } from '../http/wire.js';

const LOOPBACK = /^(?:localhost|.+\.localhost|127(?:\.\d{1,3}){3}|\[::1\])$/i;
const ADDRESS = /^(?:\d{1,3}(?:\.\d{1,3}){3}|\[[0-9a-f:.]+\])$/i;
const READING = new Set(['GET', 'HEAD']);
const OWN_SITE = new Set([undefined, 'same-origin', 'none']);

/**
 * Keeps other web pages out of what belongs to the emulator itself. A page of the web can make a browser call any
 * address, and can make a name of its own point to this machine; it cannot choose the `Host` and `Origin` that the
 * browser then sends.
 *
 * @param request - for the page, or below `/.emulator`
 * @param boundHost - where the emulator listens, `undefined` if it does not
 * @returns why it is refused, `undefined` if it is not
 * @see https://developer.mozilla.org/docs/Web/HTTP/Reference/Headers/Sec-Fetch-Site
 */
export function refusalOf({ method, headers }: WireRequest, boundHost: string | undefined): string | undefined {
  const { host } = headers;
  // Without a socket there is no browser.
  if (host === undefined) return undefined;
  if (!isOwnHost(host, boundHost)) return `The host ${JSON.stringify(host)} is not one of this emulator's.`;
  if (READING.has(method)) return undefined;
  const { origin } = headers;
  const foreign = (origin !== undefined && origin !== `http://${host}`) || !OWN_SITE.has(headers['sec-fetch-site']);
  return foreign ? 'Other sites may not do this.' : undefined;
}

function isOwnHost(host: string, boundHost: string | undefined): boolean {
  const name = host.replace(/:\d+$/, '').toLowerCase();
  if (LOOPBACK.test(name) || name === boundHost) return true;
  if (boundHost === undefined || LOOPBACK.test(boundHost) || boundHost === '::1') return false;
  // Open to the network: by its address, or by a name of the local network, which nobody can register.
  return ADDRESS.test(name) || !name.includes('.');
}
