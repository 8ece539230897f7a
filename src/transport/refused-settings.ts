import type { ConfigFault } from '../errors/config-error.js';

/** Settings of connections that do not work everywhere, each `undefined` if it is not given. */
export interface NodeSettings {
  readonly tls: unknown;
  readonly agent: unknown;
  /** A proxy of whatever source. */
  readonly httpsProxy: unknown;
}

/**
 * @param _settings - of the user
 * @returns a fault for each that would have no effect: on Node, none
 */
export function refusedSettings(_settings: NodeSettings): readonly ConfigFault[] {
  return [];
}
