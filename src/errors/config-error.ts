import { OktaError } from './okta-error.js';

/** One thing that is wrong with the configuration. */
export interface ConfigFault {
  /** Setting, as in the options object: `orgUrl`, `token`, … */
  readonly setting: string;
  /** Where the value came from: `argument`, `OKTA_CLIENT_TOKEN`, a file, or `nowhere` if it is missing. */
  readonly source: string;
  /** What is wrong and what is accepted. Never contains a secret. */
  readonly reason: string;
}

/**
 * The configuration cannot work. Lists every fault at once, each with the setting, its source and what is accepted.
 *
 * @example
 * ```ts
 * try { okta.createConfiguration({ orgUrl: 'http://acme.okta.com' }); }
 * catch (error) { if (error instanceof okta.ConfigError) console.error(error.faults); }
 * ```
 */
export class ConfigError extends OktaError {
  readonly faults: readonly ConfigFault[];

  constructor(faults: readonly ConfigFault[], options?: { cause?: unknown }) {
    const lines = faults.map(({ setting, source, reason }) => `  - ${setting} (${source}): ${reason}`);
    super('OKTA_CONFIG', `The configuration cannot be used:\n${lines.join('\n')}`, options);
    this.faults = faults;
  }
}

ConfigError.prototype.name = 'ConfigError';
