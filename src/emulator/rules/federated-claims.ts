import { BLANK, invalid } from '../answers/fault.js';
import type { Resource, ResourceRules } from '../resources/rule.js';

/** What an app is told about users besides what its protocol tells. */
export const federatedClaims: ResourceRules = {
  '/api/v1/apps/{appId}/federated-claims': {
    prefix: 'ofc',
    kind: 'FederatedClaim',
    unique: ['name'],
    admit: checked,
  },
};

function checked(claim: Resource): Resource {
  for (const member of ['name', 'expression']) {
    if (String(claim[member] ?? '').trim() === '') throw invalid(member, BLANK);
  }
  return claim;
}
