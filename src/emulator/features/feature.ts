import type { Org } from '../org/org.js';
import type { Resource } from '../resources/rule.js';
import { store, stored, storedIn } from '../resources/store.js';

/** Path of the list of features. */
export const FEATURES = '/api/v1/features';

/** A feature of a fresh org, and the names of those it does not work without. */
interface Kind {
  readonly name: string;
  readonly description: string;
  readonly isEnabled: boolean;
  readonly stage: { readonly value: 'BETA' | 'EA'; readonly state?: 'OPEN' | 'CLOSED' };
  readonly needs: readonly string[];
}

const OPEN_EA = { value: 'EA', state: 'OPEN' } as const;

const kinds: readonly Kind[] = [
  kind('Device context', 'Sign-on policies look at the device of the user.', { isEnabled: true }),
  kind('Device posture', 'Reads how well a device is protected.', { needs: ['Device context'] }),
  kind('Risk-based sign-in', 'Policy rules weigh the risk of a sign-in.', { needs: ['Device context'] }),
  kind('Custom email languages', 'Email customizations in any BCP 47 language.', { isEnabled: true }),
  kind('Unified claims', 'Claims for apps of every protocol.', {}),
  kind('Enhanced audit', 'More detail in the System Log.', { stage: { value: 'BETA', state: 'CLOSED' } }),
];

function kind(name: string, description: string, parts: Partial<Omit<Kind, 'name' | 'description'>>): Kind {
  return { name, description, isEnabled: false, stage: OPEN_EA, needs: [], ...parts };
}

/**
 * Adds the features that an org can switch by itself.
 *
 * @param org - an org that is being made; is changed
 */
export function addFeatures(org: Org): void {
  for (const { name, description, isEnabled, stage } of kinds) {
    const id = org.ids.next('ftr');
    const status = isEnabled ? 'ENABLED' : 'DISABLED';
    store(org, { list: FEATURES, key: id }, { id, name, description, type: 'self-service', stage, status });
  }
}

/**
 * @param org - the org
 * @param id - of a feature
 * @returns the feature, `undefined` if there is none
 */
export function featureNamed(org: Org, id: string): Resource | undefined {
  return stored(org, { list: FEATURES, key: id });
}

/**
 * @param org - the org
 * @param feature - one of its features
 * @returns features that it does not work without
 */
export function dependenciesOf(org: Org, feature: Resource): Resource[] {
  const needs = kinds.find(({ name }) => name === feature['name'])?.needs ?? [];
  return [...storedIn(org, FEATURES)].filter(({ name }) => needs.includes(String(name)));
}

/**
 * @param org - the org
 * @param feature - one of its features
 * @returns features that do not work without it
 */
export function dependentsOf(org: Org, feature: Resource): Resource[] {
  const names = kinds.filter(({ needs }) => needs.includes(String(feature['name']))).map(({ name }) => name);
  return [...storedIn(org, FEATURES)].filter(({ name }) => names.includes(String(name)));
}
