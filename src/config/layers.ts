import type { ConfigFault } from '../errors/config-error.js';
import type { Sourced } from './fault.js';
import { type Kinds, kindRules } from './kinds.js';
import { environmentNames, type SettingName, settingNames, settings } from './settings.js';

/** Settings of one source, before their kinds are checked. */
export type Layer = ReadonlyMap<SettingName, Sourced>;

/** Settings that were found, each in the form of its kind and with the source that won. */
export type Settings = { readonly [N in SettingName]?: Sourced<Kinds[(typeof settings)[N]]> };

/** What the layers hold together. */
export interface Merged {
  readonly settings: Settings;
  /** Settings of the wrong kind. */
  readonly faults: readonly ConfigFault[];
}

/**
 * @param options - nested as the user gave them
 * @param source - where they came from, as errors name it
 * @returns their settings; `undefined` and `null` count as not given
 */
export function layerOf(options: object, source: string): Layer {
  const found = settingNames.flatMap((name) => {
    const value = memberAt(options, name.split('.'));
    return value === undefined || value === null ? [] : [[name, { value, source }] as const];
  });
  return new Map(found);
}

/**
 * @param environment - variables; an empty one counts as not set
 * @returns their settings
 */
export function environmentLayer(environment: Readonly<Record<string, string | undefined>>): Layer {
  const found = settingNames.flatMap((name) => {
    const source = environmentNames(name).find((variable) => environment[variable]);
    return source === undefined ? [] : [[name, { value: environment[source], source }] as const];
  });
  return new Map(found);
}

/**
 * Lays the sources over each other and checks the kind of what is on top.
 *
 * @param layers - weakest first
 * @returns settings and faults
 */
export function merge(layers: readonly Layer[]): Merged {
  const top = new Map(layers.flatMap((layer) => [...layer]));
  const read = [...top].map(([name, sourced]) => ({ name, sourced, value: readValue(name, sourced.value) }));
  const good = read.filter(({ value }) => value !== undefined);
  const bad = read.filter(({ value }) => value === undefined);
  return {
    settings: Object.fromEntries(good.map(({ name, sourced: { source }, value }) => [name, { value, source }])),
    faults: bad.map(({ name, sourced: { source } }) => ({ setting: name, source, reason: reasonFor(name) })),
  };
}

function readValue(name: SettingName, value: unknown): unknown {
  return kindRules[settings[name]].read(value);
}

function reasonFor(name: SettingName): string {
  return `must be ${kindRules[settings[name]].accepted}`;
}

function memberAt(value: unknown, path: readonly string[]): unknown {
  return path.reduce<unknown>(
    (inner, member) =>
      typeof inner === 'object' && inner !== null && Object.hasOwn(inner, member)
        ? (inner as Record<string, unknown>)[member]
        : undefined,
    value,
  );
}
