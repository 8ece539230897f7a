import { notFound } from '../answers/fault.js';
import { pathMember } from '../call.js';
import type { KeyOwners } from '../keys/key-owner.js';
import { appTarget } from '../log/targets.js';
import { APP } from './app.js';

/** Apps as owners of signing keys. */
export const appKeyOwners: KeyOwners = {
  find(call, id = pathMember(call, 'appId')) {
    const app = call.org.apps.get(id);
    if (app === undefined) throw notFound(id, APP);
    return { id, href: `${call.origin}/api/v1/apps/${id}`, target: appTarget(app) };
  },
  cloneTo: 'targetAid',
  keyEvent: 'application.lifecycle.update',
  requestEvents: {
    generate: 'app.app_instance.csr.generate',
    publish: 'app.app_instance.csr.publish',
    revoke: 'app.app_instance.csr.revoke',
  },
};
