import type { App } from '../apps/app.js';
import type { Caller } from '../call.js';
import type { Actor } from './log-event.js';
import { userTarget } from './targets.js';

/** Who acts where nobody has signed in. */
const SYSTEM: Actor = {
  id: 'unknown',
  type: 'SystemPrincipal',
  alternateId: 'system@okta.com',
  displayName: 'Okta System',
};

/**
 * @param caller - who sent a request
 * @returns how the log tells of them
 */
export function actorOf({ user, app }: Caller): Actor {
  if (user) return userTarget(user);
  return app ? clientActor(app) : SYSTEM;
}

/**
 * @param app - a service app that acts by itself
 * @returns how the log tells of it
 */
export function clientActor({ id, label }: App): Actor {
  return { id, type: 'PublicClientApp', alternateId: id, displayName: label };
}
