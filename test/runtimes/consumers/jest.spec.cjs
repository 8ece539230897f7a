const okta = require('@okta/okta-sdk-nodejs');
const { scenario } = require('./scenario.cjs');
const { writeFileSync } = require('node:fs');

test('the SDK works', async () => {
  const outcome = await scenario(okta, JSON.parse(process.env.ORG));
  writeFileSync(process.env.OUTCOME_FILE, `OUTCOME ${JSON.stringify(outcome)}\n`);
});
