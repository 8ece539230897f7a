import { appKeyOwners } from '../apps/app-key-owner.js';
import type { Handlers } from '../call.js';
import { credentialCsrs } from './credential-csrs.js';
import { credentialKeys } from './credential-keys.js';

const keys = credentialKeys(appKeyOwners);
const csrs = credentialCsrs(appKeyOwners);

/** Keys with which Okta signs for apps, and requests for their certificates. */
export const appKeys: Handlers = {
  listApplicationKeys: keys.list,
  getApplicationKey: keys.get,
  generateApplicationKey: keys.generate,
  cloneApplicationKey: keys.clone,
  listCsrsForApplication: csrs.list,
  getCsrForApplication: csrs.get,
  generateCsrForApplication: csrs.generate,
  publishCsrFromApplication: csrs.publish,
  revokeCsrFromApplication: csrs.revoke,
};
