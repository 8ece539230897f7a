import { BLANK, invalid } from '../answers/fault.js';
import type { Resource, ResourceRules } from '../resources/rule.js';
import { EQUALITY } from './equality.js';

const LONGEST = 255;
const MOST_SCOPES = 3;

/** Web sites that may call the org. */
export const origins: ResourceRules = {
  '/api/v1/trustedOrigins': {
    prefix: 'tos',
    kind: 'TrustedOrigin',
    unique: ['name', 'origin'],
    born: () => ({ status: 'ACTIVE' }),
    admit: admitOrigin,
    page: { standard: 20, largest: 200 },
    q: ['name', 'origin'],
    filter: {
      attribute: (name) => (['name', 'origin', 'status'].includes(name) ? EQUALITY : typeOf(name)),
    },
    events: {
      create: 'security.trusted_origin.create',
      update: 'security.trusted_origin.update',
      delete: 'security.trusted_origin.delete',
      activate: 'security.trusted_origin.activate',
      deactivate: 'security.trusted_origin.deactivate',
    },
  },
};

/** An origin has the types of its scopes. */
function typeOf(name: string) {
  return name === 'type' || name === 'scopes.type' ? { ...EQUALITY, read: scopeTypes } : undefined;
}

function scopeTypes({ scopes }: Resource): unknown[] {
  return Array.isArray(scopes) ? scopes.map(({ type }) => type) : [];
}

function admitOrigin(next: Resource): Resource {
  for (const member of ['name', 'origin']) {
    const text = next[member];
    if (typeof text !== 'string' || text === '') throw invalid(member, BLANK);
    if (text.length > LONGEST) throw invalid(member, `The field is too long: at most ${LONGEST} characters`);
  }
  const { origin, scopes } = next;
  if (!URL.canParse(String(origin))) throw invalid('origin', 'The origin must be a URL');
  if (!Array.isArray(scopes) || scopes.length === 0) throw invalid('scopes', BLANK);
  if (scopes.length > MOST_SCOPES) throw invalid('scopes', `The list must have at most ${MOST_SCOPES} elements`);
  return next;
}
