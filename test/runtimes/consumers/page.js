import { createConfiguration, OktaApiError, UserApi } from '@okta/okta-sdk-nodejs';
import { scenario } from './scenario.js';

globalThis.run = (org) => scenario({ createConfiguration, OktaApiError, UserApi }, org);
