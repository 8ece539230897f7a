import type { Clock } from '../clock.js';
import type { Handler, Middleware } from '../http/message.js';

/** What `createConfiguration` and `new Client` take. Everything may also come from the environment. */
export interface ConfigurationOptions {
  /** URL of the org, e.g. `https://acme.okta.com`. Environment: `OKTA_CLIENT_ORGURL`. */
  readonly orgUrl?: string;
  /** API token (SSWS). Environment: `OKTA_CLIENT_TOKEN`. */
  readonly token?: string;
  /** Access token (Bearer), or a function that gets one whenever a request is sent. */
  readonly accessToken?: string | (() => string | Promise<string>);
  /** Added to the `User-Agent` header, e.g. `my-service/1.2`. */
  readonly userAgent?: string;
  /** Steps of your own, outermost first: they see every call once, before caching and retry. */
  readonly middleware?: readonly Middleware[];
  /** Replaces the HTTP library. */
  readonly transport?: Handler;
  readonly testing?: {
    /** Allows plain http to hosts other than this machine. */
    readonly disableHttpsCheck?: boolean;
  };
  /** Time and chance, for tests. */
  readonly clock?: Clock;
  /** Environment variables to read instead of the process's own. */
  readonly environment?: Readonly<Record<string, string | undefined>>;
}
