import { BLANK, fail, invalid } from '../answers/fault.js';
import type { Call } from '../call.js';
import type { Change, Resource, ResourceRules } from '../resources/rule.js';
import { stored, storedIn } from '../resources/store.js';

const CAPTCHAS = '/api/v1/captchas';
const ORG_CAPTCHA = '/api/v1/org/captcha';

/** Settings against attacks and robots, and those who tell about risks. */
export const security: ResourceRules = {
  [CAPTCHAS]: {
    prefix: 'cap',
    kind: 'Captcha',
    admit: admitCaptcha,
    keep: keepCaptcha,
  },
  [ORG_CAPTCHA]: { defaults: () => ({ enabledPages: [] }), admit: admitOrgCaptcha },
  '/attack-protection/api/v1/authenticator-settings': {
    defaults: () => ({ verifyKnowledgeSecondWhen2faRequired: false }),
  },
  '/attack-protection/api/v1/user-lockout-settings': {
    defaults: () => ({ preventBruteForceLockoutFromUnknownDevices: false }),
  },
  '/api/v1/bot-protection/configuration': {
    defaults: () => ({
      enforcementType: 'OKTA_CHALLENGE',
      level: 'HIGH',
      mode: 'DISABLED',
      supportedFlows: ['SIGN_IN', 'SSPR', 'SSR'],
    }),
  },
  '/api/v1/rate-limit-settings/admin-notifications': { defaults: () => ({ notificationsEnabled: true }) },
  '/api/v1/rate-limit-settings/per-client': { defaults: () => ({ defaultMode: 'ENFORCE' }) },
  '/api/v1/rate-limit-settings/warning-threshold': { defaults: () => ({ warningThreshold: 60 }) },
  '/device-access/api/v1/desktop-mfa/enforce-number-matching-challenge-settings': {
    defaults: () => ({ desktopMFAEnforceNumberMatchingChallengeEnabled: false }),
  },
  '/device-access/api/v1/desktop-mfa/recovery-pin-settings': {
    defaults: () => ({ desktopMFARecoveryPinEnabled: false }),
  },
  '/api/v1/risk/providers': { prefix: 'rkp', kind: 'RiskProvider', unique: ['name'], admit: admitRiskProvider },
  '/api/v1/security-events-providers': {
    prefix: 'sse',
    kind: 'SecurityEventsProvider',
    unique: ['name'],
    born: () => ({ status: 'ACTIVE' }),
  },
};

function admitCaptcha(next: Resource, { call, before }: Change): Resource {
  if (before === undefined && [...storedIn(call.org, CAPTCHAS)].length > 0) throw fail('E0000166');
  for (const member of ['name', 'type', 'siteKey', 'secretKey']) {
    if ((next[member] ?? '') === '') throw invalid(member, BLANK);
  }
  return next;
}

function keepCaptcha({ id }: Resource, { org }: Call): void {
  if (stored(org, { list: ORG_CAPTCHA })?.['captchaId'] === id) throw fail('E0000168');
}

function admitOrgCaptcha(next: Resource, { call }: Change): Resource {
  const { captchaId, enabledPages } = next;
  if (captchaId === undefined || captchaId === null) {
    if (Array.isArray(enabledPages) && enabledPages.length > 0) throw invalid('captchaId', BLANK);
    return next;
  }
  const captcha = stored(call.org, { list: CAPTCHAS, key: String(captchaId) });
  if (captcha === undefined) throw invalid('captchaId', `There is no CAPTCHA ${String(captchaId)}`);
  return next;
}

/** Events of risk come from a service app. */
function admitRiskProvider(next: Resource, { call }: Change): Resource {
  const clientId = String(next['clientId'] ?? '');
  if (call.org.apps.get(clientId) === undefined) throw invalid('clientId', `There is no app ${clientId}`);
  return next;
}
