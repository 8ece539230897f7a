/** Texts that the documentation sends where something secret stands. */
const PASSWORDS = ['Tr0ub4dor-and-3', 'c0rrect-Horse-7'];
const ANSWERS = ['Babbage', 'mayonnaise'];
const SECRETS = ['vE6v1vS0d2gqkxbH3xPmBtnR5yTfZq8w', 'd0c7a1f2b3e4', 'live_3f6c0d2a9b', 'private key'];

/** Operations that the service answers with the secret that it was sent, by what it says of it. */
const SHOWN: readonly RegExp[] = [
  // Secrets of clients are there to be copied.
  /^\w+OAuth2ClientSecret$/,
  // The description has the secret at the provider in what is read, too.
  /^(?:activate|create|deactivate|get|replace)IdentityProvider$/,
  // Okta's testers sign in with the account of a submission.
  /^upsertSubmission(?:AuthSettings|TestInfo)$/,
];

/**
 * @param operation - that answered
 * @param text - of its answer
 * @returns secrets in it that the service does not show
 */
export function shownSecrets(operation: string, text: string): string[] {
  if (isShown(operation)) return [];
  return [...PASSWORDS, ...ANSWERS, ...SECRETS].filter((secret) => text.includes(secret));
}

/**
 * @param operation - that stored it
 * @param value - as a data file has it
 * @returns secrets in it that the org never needs again
 */
export function keptSecrets(operation: string, value: unknown): string[] {
  if (isShown(operation)) return [];
  const text = JSON.stringify(value) ?? '';
  return [...PASSWORDS, ...ANSWERS, ...(isNeeded(text) ? [] : SECRETS)].filter((secret) => text.includes(secret));
}

function isShown(operation: string): boolean {
  return SHOWN.some((names) => names.test(operation));
}

/** Headers of hooks are sent on, and what stands at an identity provider is read again. */
function isNeeded(text: string): boolean {
  return /"authScheme":\{"type":"HEADER"|"client_secret":/.test(text);
}

/**
 * @param value - anything
 * @param place - where it stands
 * @returns places of what JSON would leave out or change
 */
export function notJson(value: unknown, place = ''): string[] {
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return [];
  if (typeof value === 'number') return Number.isFinite(value) ? [] : [place];
  if (Array.isArray(value)) return value.flatMap((item, i) => notJson(item, `${place}/${i}`));
  if (typeof value !== 'object' || Object.getPrototypeOf(value) !== Object.prototype) return [place];
  return Object.entries(value).flatMap(([name, member]) => notJson(member, `${place}/${name}`));
}
