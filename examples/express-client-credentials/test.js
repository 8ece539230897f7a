import { settings } from './settings.js';

const { issuer, scope, clientId, clientSecret, port } = settings;

/** Gets an access token by client credentials. */
async function getToken() {
  const credentials = Buffer.from(`${encodeURIComponent(clientId)}:${encodeURIComponent(clientSecret)}`).toString(
    'base64',
  );
  const response = await fetch(`${issuer}/v1/token`, {
    method: 'POST',
    headers: { Authorization: `Basic ${credentials}`, Accept: 'application/json' },
    body: new URLSearchParams({ grant_type: 'client_credentials', scope }),
  });
  const answer = await response.json();
  if (!response.ok) throw new Error(`No token: ${answer.error} ${answer.error_description ?? ''}`);
  return answer.access_token;
}

const url = `http://localhost:${port}/`;

const refused = await fetch(url);
console.log(`Without a token: ${refused.status}`);

const answered = await fetch(url, { headers: { Authorization: `Bearer ${await getToken()}` } });
console.log(`With a token: ${answered.status} ${await answered.text()}`);

if (refused.status !== 401 || answered.status !== 200) process.exitCode = 1;
