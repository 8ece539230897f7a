/** Lets users in after their password. */
export const SIGN_ON = {
  signon: {
    access: 'ALLOW',
    requireFactor: false,
    primaryFactor: 'PASSWORD_IDP',
    rememberDeviceByDefault: false,
    session: { usePersistentCookie: false, maxSessionIdleMinutes: 720, maxSessionLifetimeMinutes: 0 },
  },
};

/** Lets users change, reset and unlock. */
export const PASSWORD = {
  passwordChange: { access: 'ALLOW' },
  selfServicePasswordReset: {
    access: 'ALLOW',
    requirement: { primary: { methods: ['email'] }, stepUp: { required: false } },
  },
  selfServiceUnlock: { access: 'ALLOW' },
};

/** Leaves everybody with Okta. */
export const IDP_DISCOVERY = { idp: { providers: [{ type: 'OKTA' }], idpSelectionType: 'SPECIFIC' } };

/** Asks for one factor every two hours. */
export const ACCESS = {
  appSignOn: {
    access: 'ALLOW',
    verificationMethod: { type: 'ASSURANCE', factorMode: '1FA', reauthenticateIn: 'PT2H', constraints: [] },
  },
};

/** Asks for two factors of different kinds. */
export const TWO_FACTORS = {
  appSignOn: {
    access: 'ALLOW',
    verificationMethod: { type: 'ASSURANCE', factorMode: '2FA', reauthenticateIn: 'PT2H', constraints: [] },
  },
};

/** Asks for the password. */
export const PASSWORD_ONLY = {
  appSignOn: {
    access: 'ALLOW',
    verificationMethod: {
      type: 'ASSURANCE',
      factorMode: '1FA',
      reauthenticateIn: 'PT2H',
      constraints: [{ knowledge: { types: ['password'], reauthenticateIn: 'PT2H' } }],
    },
  },
};

/** Turns away who is unknown. */
export const PROFILE_ENROLLMENT = {
  profileEnrollment: {
    access: 'ALLOW',
    preRegistrationInlineHooks: [],
    profileAttributes: [{ name: 'email', label: 'Email', required: true }],
    targetGroupIds: [],
    unknownUserAction: 'DENY',
    activationRequirements: { emailVerification: true },
    progressiveProfilingAction: 'DISABLED',
    allowedIdentifiers: ['login'],
  },
};
