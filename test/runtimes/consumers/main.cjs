const okta = require('@okta/okta-sdk-nodejs');
const { scenario } = require('./scenario.cjs');

scenario(okta, JSON.parse(process.env.ORG)).then(
  (outcome) => console.log(`OUTCOME ${JSON.stringify(outcome)}`),
  (error) => {
    console.error(error);
    process.exitCode = 1;
  },
);
