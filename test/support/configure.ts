import { createConfiguration } from '../../src/config/create-configuration.js';
import type { ConfigurationOptions } from '../../src/config/options.js';

/**
 * A configuration for a local server, without any setting of the machine.
 *
 * @param orgUrl - address of the server
 * @param options - more settings
 * @returns the configuration
 */
export function configure(orgUrl: string, options: ConfigurationOptions = {}) {
  return createConfiguration({ orgUrl, token: '00testToken', environment: {}, ...options });
}
