/** A proxy: where it is, and who uses it. Printing shows no password. */
export class ProxyServer {
  /** Host and port, as errors name it. */
  readonly host: string;
  readonly isSecure: boolean;
  readonly #url: URL;

  /** @param url - `http:` or `https:`; user name and password encoded */
  constructor(url: URL) {
    this.#url = url;
    this.isSecure = url.protocol === 'https:';
    this.host = `${this.hostname.includes(':') ? url.hostname : this.hostname}:${this.port}`;
  }

  /** Without brackets. */
  get hostname(): string {
    return this.#url.hostname.replace(/^\[|\]$/g, '');
  }

  get port(): number {
    return Number(this.#url.port) || (this.isSecure ? 443 : 80);
  }

  /** Address without user name and password. */
  get address(): string {
    return `${this.#url.protocol}//${this.#url.host}`;
  }

  /**
   * Says to the proxy who uses it.
   *
   * @returns headers; none if nobody needs to be named
   * @see RFC 7617, section 2
   */
  authorization(): Record<string, string> {
    const { username, password } = this.#url;
    if (username === '' && password === '') return {};
    const bytes = new TextEncoder().encode(`${decodeURIComponent(username)}:${decodeURIComponent(password)}`);
    return { 'Proxy-Authorization': `Basic ${btoa(String.fromCharCode(...bytes))}` };
  }
}
