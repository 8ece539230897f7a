import type { EmulatorOptions } from '../../../src/emulator.js';

const SHOWN = '1a2b3c4D5e6F7g8h9';

/** Ids of what the seed holds, by placeholder of a path. */
export const SEEDED = {
  appId: `0oa${SHOWN}`,
  clientId: `0oa${SHOWN}`,
  userId: `00u${SHOWN}`,
  tokenId: `oar${SHOWN}`,
  deviceId: `guo${SHOWN}`,
} as const;

const login = 'seeded@example.com';
const oauthClient = {
  redirect_uris: ['https://shop.example.com/callback'],
  response_types: ['code'],
  grant_types: ['authorization_code', 'refresh_token'],
  application_type: 'web',
};

/** What no operation of the management API creates: it comes about when people sign in. */
export const world: NonNullable<EmulatorOptions['seed']> = {
  users: [{ id: SEEDED.userId, profile: { login, email: login, firstName: 'Grace', lastName: 'Hopper' } }],
  apps: [
    {
      id: SEEDED.appId,
      app: { name: 'oidc_client', label: 'Seeded', signOnMode: 'OPENID_CONNECT', settings: { oauthClient } },
      refreshTokens: [
        { id: SEEDED.tokenId, user: login, scopes: ['offline_access'] },
        { id: `oar2${SHOWN.slice(1)}`, user: login, scopes: ['offline_access'], authorizationServer: 'default' },
      ],
    },
  ],
  devices: [{ id: SEEDED.deviceId, profile: { displayName: 'Laptop', platform: 'MACOS' }, users: [login] }],
};
