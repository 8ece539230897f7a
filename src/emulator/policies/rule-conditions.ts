const network = { connection: 'ANYWHERE' };
const people = { users: { exclude: [] } };
const anyPlatform = { type: 'ANY', os: { type: 'ANY' } };

/** Everybody, from everywhere. */
export const PEOPLE = { people, network };

/** Of rules that decide about signing in to the org. */
export const SIGN_ON = { ...PEOPLE, authContext: { authType: 'ANY' } };

/** Of rules that decide about access to apps. */
export const ACCESS = { network, riskScore: { level: 'ANY' }, userType: { include: [], exclude: [] } };

/** Of rules that send users to an identity provider. */
export const IDP_DISCOVERY = {
  network,
  platform: { include: [anyPlatform], exclude: [] },
  app: { include: [], exclude: [] },
  userIdentifier: { type: 'IDENTIFIER', patterns: [] },
};
