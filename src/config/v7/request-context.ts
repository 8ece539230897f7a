import type { HttpMethod, HttpRequest } from '../../http/message.js';

/** A request as middleware of v7 and v8 saw it: an object that is changed in place. */
export class RequestContext {
  #request: HttpRequest;

  /** @param request - what is to be sent */
  constructor(request: HttpRequest) {
    this.#request = request;
  }

  /** The request with everything that was changed. */
  get request(): HttpRequest {
    return this.#request;
  }

  /** @returns the absolute URL */
  getUrl(): string {
    return this.#request.url;
  }

  /** @param url - absolute URL */
  setUrl(url: string): void {
    this.#request = { ...this.#request, url };
  }

  /** @returns the verb */
  getHttpMethod(): HttpMethod {
    return this.#request.method;
  }

  /** @returns names and values; a copy */
  getHeaders(): Record<string, string> {
    return { ...this.#request.headers };
  }

  /**
   * @param name - header name
   * @param value - replaces the value that is there
   */
  setHeaderParam(name: string, value: string): void {
    const others = Object.entries(this.#request.headers).filter(
      ([known]) => known.toLowerCase() !== name.toLowerCase(),
    );
    this.#request = { ...this.#request, headers: { ...Object.fromEntries(others), [name]: value } };
  }

  /**
   * @param name - of a query parameter
   * @param value - replaces the values that are there
   */
  setQueryParam(name: string, value: string): void {
    const url = new URL(this.#request.url);
    url.searchParams.set(name, value);
    this.setUrl(url.href);
  }

  /**
   * @param name - of a cookie
   * @param value - of it
   */
  addCookie(name: string, value: string): void {
    const { Cookie: before } = this.#request.headers;
    this.setHeaderParam('Cookie', before === undefined ? `${name}=${value}` : `${before}; ${name}=${value}`);
  }

  /** @returns the body, `undefined` if there is none */
  getBody(): string | Uint8Array | undefined {
    return this.#request.body;
  }

  /** @param body - text or bytes */
  setBody(body: string | Uint8Array): void {
    this.#request = { ...this.#request, body };
  }
}
