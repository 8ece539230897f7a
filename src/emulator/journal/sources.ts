import type { EmulatorOptions } from '../options.js';
import { type Chance, seededChance } from '../org/chance.js';
import { Ids } from '../org/ids.js';
import type { Org } from '../org/org.js';
import type { Sources } from './record.js';

/**
 * @param org - any org
 * @returns where its ids and its chance stand
 */
export function sourcesOf({ chance, requestChance, ids }: Org): Sources {
  const state = ids.state();
  return [chance.state() ?? null, requestChance.state() ?? null, state.ids, state.chance ?? null];
}

/**
 * @param org - any org
 * @param sources - where ids and chance are to go on
 * @param options - of the emulator; chance that it was given cannot be set
 * @returns the org, with the same tables
 */
export function withSources(org: Org, sources: Sources, { random, ids: maker }: EmulatorOptions): Org {
  const [chance, requestChance, ids, idChance] = sources;
  const source = (state: number | null, given: Chance) =>
    random !== undefined || state === null ? given : seededChance(state);
  return {
    ...org,
    chance: source(chance, org.chance),
    requestChance: source(requestChance, org.requestChance),
    ids: new Ids(source(idChance, org.chance), maker, { ...ids }),
  };
}
