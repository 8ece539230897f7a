import { CERTIFICATE_BASE64 } from './files.js';
import type { Given } from './value.js';

/** Moments for examples: one in the past, one to come. */
export const MORNING = new Date('2026-01-31T08:00:00.000Z');
export const LATER = new Date('2026-03-31T18:00:00.000Z');

/** Public keys made for the examples: modulus of an RSA key, point of an elliptic curve. */
const MODULUS =
  'wLPruIFvibrfinrpFEe2XagVIPMKGpuLBrmSUtVl5OoRf1Nx7pQFoZ7hYpxZ0tAW4xLr0ArLsSVcOhvLqcPCCu91ALdxRjyj7P7bAl-iheQVp9-1EhUgtiN1WcsRtju8qC9sLD1nCO3xz0WR1MSotq99ycItdoPORAXZVjyv_vfDgynM2zvkT_-BawHu0VVvegM3zol3z4cElhhH11_ZjchiExq53EhN14KVKxTSH7a1fZoe_KorQL6LIB7eyq2dqLDrIsHe_1BDfqaJm1C921WMi4QEEgWZy4cVDG-jdBmJq93MK1LIbMr11m_puBImj_Np3dj9tEx4xMm09214rQ';
const POINT_X = 'bM7EAlYWstwo1di43Lcqfhu4H_cqgkbIHZ_fbyc6cEc';
const POINT_Y = 'vlJkYRhYKrX67FUNZDj6w7VG8qsljw4XFEEBdQ4i6Ec';

/** Values by name of a parameter or member, whatever type it belongs to. */
export const VALUES: Readonly<Record<string, Given>> = {
  // people
  login: 'ada.lovelace@example.com',
  userName: 'ada.lovelace@example.com',
  username: 'ada.lovelace@example.com',
  email: 'ada.lovelace@example.com',
  emailAddresses: 'ada.lovelace@example.com',
  secondEmail: 'ada@example.org',
  firstName: 'Ada',
  lastName: 'Lovelace',
  phoneNumber: '+15551234567',
  mobilePhone: '+15551234567',
  department: 'Engineering',
  // words
  name: 'Engineering',
  label: 'Engineering',
  displayName: 'Engineering',
  title: 'Engineering',
  description: 'Everyone who builds the product',
  reason: 'Planned maintenance',
  message: 'Maintenance tonight from 20:00 UTC',
  comment: 'Planned maintenance',
  language: 'en',
  locale: 'en',
  q: 'Engin',
  match: 'backup',
  state: 'k8s3v0q2',
  section: 'profile',
  operation: 'create',
  relationshipName: 'manager',
  primaryRelationshipName: 'manager',
  linkedObjectName: 'manager',
  appName: 'salesforce',
  templateName: 'UserActivation',
  roleTypeOrRoleId: 'HELP_DESK_ADMIN',
  permissionType: 'okta.users.manage',
  caseNumber: '00218394',
  contentType: 'application/json; okta-response=omitCredentials,omitCredentialsLinks',
  mode: 'force',
  // secrets
  password: 'Tr0ub4dor-and-3',
  passCode: '123456',
  answer: 'Babbage',
  clientSecret: 'vE6v1vS0d2gqkxbH3xPmBtnR5yTfZq8w',
  client_secret: 'vE6v1vS0d2gqkxbH3xPmBtnR5yTfZq8w',
  token: 'd0c7a1f2b3e4',
  code: 'c0de-4f6a-8b2d',
  sessionToken: '20111wZq3kP9vYx7Lr2Tn8Bd5Hc1Jf6Gs4Ms0QpUaEiOx',
  apiKey: 'live_3f6c0d2a9b',
  // addresses
  ip: '203.0.113.24',
  host: 'smtp.example.com',
  domain: 'login.example.com',
  domains: 'example.com',
  subdomain: 'acme-dev',
  website: 'https://example.com',
  origin: 'https://app.example.com',
  issuer: 'https://acme.okta.com',
  audience: 'https://api.example.com',
  // keys
  e: 'AQAB',
  n: MODULUS,
  x: POINT_X,
  y: POINT_Y,
  kty: 'RSA',
  crv: 'P-256',
  alg: 'RS256',
  x5c: CERTIFICATE_BASE64,
  // numbers
  limit: 20,
  limitPerPoolType: 5,
  priority: 1,
  port: 587,
  index: 0,
  validityYears: 2,
  tokenLifetimeSeconds: 300,
  // times
  expiry: LATER,
  expiresAt: LATER,
  reauthenticateIn: 'PT2H',
  timezone: 'Europe/Berlin',
  lastUpdated: '2026-01-31T08:00:00.000Z',
  // versions
  version: '1.0.0',
};

/** Values by the end of a name, where none stands above. The first that fits. */
export const ENDINGS: readonly (readonly [ending: RegExp, value: Given])[] = [
  [/(?:email|Address)$/i, 'ada.lovelace@example.com'],
  [/(?:ur[li]s?|endpoint)$/i, 'https://example.com/okta'],
  [/scopes?$/i, 'okta.users.read'],
  [/orn$/i, 'orn:okta:idp:00o1a2b3c4D5e6F7g8h9:apps:oidc:0oa1a2b3c4D5e6F7g8h9'],
  [/(?:seconds|minutes|days|count|delay)$/i, 5],
  [/expression$/i, 'user.department == "Engineering"'],
  [/secret|token|key$/i, 'vE6v1vS0d2gqkxbH3xPmBtnR5yTfZq8w'],
  [/name$/i, 'Engineering'],
];

/** Values by format of the description, for texts of unknown names. */
export const FORMATS: Readonly<Record<string, Given>> = {
  email: 'ada.lovelace@example.com',
  uri: 'https://example.com/okta',
  url: 'https://example.com/okta',
  uuid: '7c9e6679-7425-40de-944b-e07fc1f90ae7',
  password: 'Tr0ub4dor-and-3',
  date: '2026-01-31',
  'date-time': '2026-01-31T08:00:00.000Z',
  base64: 'YWRhCg==',
};
