/** Of new password policies. Source: the defaults of `PasswordPolicySettings`. */
export const PASSWORD = {
  password: {
    complexity: {
      minLength: 8,
      minLowerCase: 1,
      minUpperCase: 1,
      minNumber: 1,
      minSymbol: 1,
      excludeUsername: true,
      dictionary: { common: { exclude: false } },
      excludeAttributes: [],
    },
    age: { maxAgeDays: 0, expireWarnDays: 0, minAgeMinutes: 0, historyCount: 0 },
    lockout: {
      maxAttempts: 10,
      autoUnlockMinutes: 0,
      userLockoutNotificationChannels: [],
      showLockoutFailures: false,
    },
  },
  recovery: {
    factors: {
      recovery_question: { status: 'ACTIVE', properties: { complexity: { minLength: 4 } } },
      okta_email: { status: 'ACTIVE', properties: { recoveryToken: { tokenLifetimeMinutes: 10_080 } } },
      okta_sms: { status: 'INACTIVE' },
      okta_call: { status: 'INACTIVE' },
    },
  },
  delegation: { options: { skipUnlock: false } },
};

/** Of the password policy that every org has, where it differs. Source: recorded answers. */
export const DEFAULT_PASSWORD = {
  password: { complexity: { minSymbol: 0 }, age: { historyCount: 4 } },
  recovery: { factors: { okta_email: { properties: { recoveryToken: { tokenLifetimeMinutes: 60 } } } } },
};

/** Of new enrollment policies. */
export const ENROLLMENT = { type: 'AUTHENTICATORS', authenticators: [] };

/** Of the enrollment policy that every org has. */
export const DEFAULT_ENROLLMENT = {
  type: 'AUTHENTICATORS',
  authenticators: [
    { key: 'okta_email', enroll: { self: 'REQUIRED' } },
    { key: 'okta_password', enroll: { self: 'REQUIRED' } },
    { key: 'okta_verify', enroll: { self: 'OPTIONAL' } },
  ],
};
