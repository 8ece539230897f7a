import { writeFileSync } from 'node:fs';
import * as okta from '@okta/okta-sdk-nodejs';
import { scenario } from './scenario.js';

test('the SDK works', async () => {
  const outcome = await scenario(okta, JSON.parse(process.env.ORG));
  writeFileSync(process.env.OUTCOME_FILE, `OUTCOME ${JSON.stringify(outcome)}\n`);
});
