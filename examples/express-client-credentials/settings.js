import { existsSync } from 'node:fs';

// What the environment has already wins over the file.
if (existsSync('.env')) process.loadEnvFile('.env');

const { ISSUER, DEFAULT_SCOPE, TEST_CLIENT_ID, TEST_CLIENT_SECRET, AUDIENCE, PORT = '3000' } = process.env;
if (!ISSUER || !DEFAULT_SCOPE) {
  console.error('Set ISSUER and DEFAULT_SCOPE, in the environment or in .env (see .env.example).');
  process.exit(1);
}

/** Settings of the API and of its client. */
export const settings = {
  issuer: ISSUER,
  scope: DEFAULT_SCOPE,
  audience: AUDIENCE || undefined,
  clientId: TEST_CLIENT_ID,
  clientSecret: TEST_CLIENT_SECRET,
  port: Number(PORT),
};
