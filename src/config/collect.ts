import type { ConfigFault } from '../errors/config-error.js';
import { platformLogger } from '../platform/warn.js';
import { ARGUMENT } from './credential.js';
import { environmentLayer, type Layer, layerOf, type Merged, merge } from './layers.js';
import { readYamlFile, type YamlFile, yamlPaths } from './okta-yaml.js';
import type { ConfigurationOptions } from './options.js';
import { unknownNames } from './unknown-names.js';
import { settingsFromV7 } from './v7/settings.js';

/**
 * Collects the settings from files, environment and argument; later ones win. Warns about names that would be ignored.
 *
 * @param options - the argument
 * @returns settings and faults
 */
export function collect(options: ConfigurationOptions): Merged {
  const { environment = processEnvironment(), logger = platformLogger } = options;
  const readings = filesOf(options).map(readYamlFile);
  const files = readings.filter((reading) => reading !== undefined && 'options' in reading);
  const faults = readings.filter((reading) => reading !== undefined && 'reason' in reading);
  warnOfUnknown([...files, { source: ARGUMENT, options }], logger);
  const layers: Layer[] = [
    ...files.map((file) => layerOf(file.options, file.source)),
    environmentLayer(environment),
    layerOf({ ...settingsFromV7(options), ...options }, ARGUMENT),
  ];
  const merged = merge(layers);
  warnOfLongTimeouts(merged, logger);
  warnOfResults(merged, logger);
  return { ...merged, faults: [...(faults as ConfigFault[]), ...merged.faults] };
}

/** A test that brings its own environment is not to meet the files of the machine. */
function filesOf({ yamlFiles, environment }: ConfigurationOptions): readonly string[] {
  return yamlFiles ?? (environment === undefined ? yamlPaths() : []);
}

type Environment = Readonly<Record<string, string | undefined>>;

/** @returns the variables of this process; none where there are no processes */
export function processEnvironment(): Environment {
  return typeof process === 'undefined' ? {} : (process.env ?? {});
}

type WithWarn = { warn(message: string): void };

function warnOfUnknown(files: readonly YamlFile[], logger: WithWarn): void {
  for (const { source, options } of files) {
    for (const { name, nearest } of unknownNames(options)) {
      const hint = nearest === undefined ? '' : `; did you mean \`${nearest}\`?`;
      logger.warn(`Okta configuration (${source}): nothing is known about \`${name}\`${hint}`);
    }
  }
}

/** Timeouts are seconds, here as in Okta's other SDKs; a large number is likely to mean milliseconds. */
const LONG_TIMEOUT_S = 1000;

function warnOfLongTimeouts({ settings }: Merged, logger: WithWarn): void {
  for (const name of ['connectionTimeout', 'requestTimeout'] as const) {
    const timeout = settings[name];
    if (timeout === undefined || timeout.value <= LONG_TIMEOUT_S) continue;
    logger.warn(`Okta configuration (${timeout.source}): \`${name}\` is in seconds; ${timeout.value} is very long`);
  }
}

/** Programs in Python choose between results and exceptions by a setting; types cannot follow a setting. */
function warnOfResults({ settings: { raiseException } }: Merged, logger: WithWarn): void {
  if (raiseException?.value !== false) return;
  logger.warn(
    `Okta configuration (${raiseException.source}): \`raiseException\` changes nothing, calls throw; ` +
      'use `okta.settle(call)` or `okta.settling(client)` to get errors as results',
  );
}
