/** Whether a URL is to be reached without a proxy. */
export type IsDirect = (url: URL) => boolean;

/**
 * Reads `NO_PROXY`: hosts separated by commas or spaces. `acme.com`, `.acme.com` and `*.acme.com` stand for the host and
 * all below it, `acme.com:8443` for one port, `10.0.0.0/8` for a range of addresses, `*` for everything.
 *
 * @param text - value of the variable
 * @returns whether a URL is on the list
 * @see https://curl.se/libcurl/c/CURLOPT_NOPROXY.html
 */
export function readNoProxy(text: string): IsDirect {
  const entries = text
    .split(/[\s,]+/)
    .filter((entry) => entry !== '')
    .map(readEntry);
  return (url) => entries.some((isDirect) => isDirect(url));
}

function readEntry(entry: string): IsDirect {
  if (entry === '*') return () => true;
  const range = /^(\d+(?:\.\d+){3})\/(\d+)$/.exec(entry);
  if (range) return inRange(range[1] ?? '', Number(range[2]));
  const [, bracketed, plain, port] = /^(?:\[([^\]]+)\]|([^:]+|.*:.*:.*?))(?::(\d+))?$/.exec(entry) ?? [];
  const host = (bracketed ?? plain ?? entry)
    .toLowerCase()
    .replace(/^\*?\./, '')
    .replace(/\.$/, '');
  const isHost = hostTest(host);
  return (url) => isHost(bareHost(url)) && (port === undefined || port === portOf(url));
}

function hostTest(host: string): (name: string) => boolean {
  if (host.includes(':')) {
    const address = URL.canParse(`http://[${host}]`) ? bareHost(new URL(`http://[${host}]`)) : host;
    return (name) => name === address;
  }
  return (name) => name === host || name.endsWith(`.${host}`);
}

function bareHost({ hostname }: URL): string {
  return hostname
    .toLowerCase()
    .replace(/^\[|\]$/g, '')
    .replace(/\.$/, '');
}

function portOf({ port, protocol }: URL): string {
  return port || (protocol === 'https:' ? '443' : '80');
}

function inRange(network: string, bits: number): IsDirect {
  const size = 2 ** (32 - bits);
  const wanted = Math.floor(numberOf(network) / size);
  return (url) => {
    const host = bareHost(url);
    return /^\d+(?:\.\d+){3}$/.test(host) && Math.floor(numberOf(host) / size) === wanted;
  };
}

function numberOf(address: string): number {
  return address.split('.').reduce((number, part) => number * 256 + Number(part), 0);
}
