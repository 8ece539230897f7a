import { createConfiguration, UserApi as same } from '@okta/okta-sdk-nodejs';
import { UserApi } from '@okta/okta-sdk-nodejs/apis/UserApi';
import { createEmulator } from '@okta/okta-sdk-nodejs/emulator';
import OktaAPI from '@okta/okta-sdk-nodejs/oktajs';

const { url: orgUrl, token, fetch } = createEmulator();
const users = await new UserApi(createConfiguration({ orgUrl, token, fetch })).listUsers();
const { length } = await users.toArray();
console.log(`OUTCOME ${JSON.stringify([UserApi === same, length, typeof OktaAPI])}`);
