/**
 * Of what the SDK exports, what every program needs. A file of its own in the package, beside all the rest, so that
 * bundlers which do not look into files need not take the rest along.
 */
export * from '../generated/management/apis/index.js';
export { Configuration } from './config/configuration.js';
export { createConfiguration } from './config/create-configuration.js';
