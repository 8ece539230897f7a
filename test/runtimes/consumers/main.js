import { createConfiguration, OktaApiError, UserApi } from '@okta/okta-sdk-nodejs';
import { scenario } from './scenario.js';

scenario({ createConfiguration, OktaApiError, UserApi }, JSON.parse(process.env.ORG)).then(
  (outcome) => console.log(`OUTCOME ${JSON.stringify(outcome)}`),
  (error) => {
    console.error(error);
    process.exitCode = 1;
  },
);
