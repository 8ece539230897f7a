import type { Handlers } from './call.js';
import { samlRoutes } from './handlers/app-saml.js';
import { authnRoutes } from './handlers/authn.js';
import { authnFactorRoutes } from './handlers/authn-factors.js';
import { authnRecoveryRoutes } from './handlers/authn-recovery.js';
import { factorRoutes } from './handlers/factor-routes.js';
import { imageRoutes } from './handlers/image-routes.js';
import { oauthRoutes } from './handlers/oauth-routes.js';
import { sessionRoutes } from './handlers/session-routes.js';
import type { ExtraRoutes } from './routing/extra-route.js';

/** What an org answers besides the management API. A new file of such routes is a line here. */
export const extraRoutes: ExtraRoutes = {
  ...authnRoutes,
  ...authnFactorRoutes,
  ...authnRecoveryRoutes,
  ...factorRoutes,
  ...sessionRoutes,
  ...oauthRoutes,
  ...samlRoutes,
  ...imageRoutes,
};

/** Their handlers by name. */
export const extraHandlers: Handlers = Object.fromEntries(
  Object.entries(extraRoutes).map(([name, { handler }]) => [name, handler]),
);
