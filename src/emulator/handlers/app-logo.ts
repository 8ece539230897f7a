import { BLANK, fail, invalid } from '../answers/fault.js';
import { logoFrom, putLogo } from '../apps/app-logo.js';
import { findApp } from '../apps/app-store.js';
import { type Handler, type Handlers, pathMember } from '../call.js';
import { filesIn } from '../http/read-form.js';
import { appTarget } from '../log/targets.js';
import type { ExtraRoutes } from '../routing/extra-route.js';

const uploadApplicationLogo: Handler = async (call) => {
  findApp(call);
  const file = (await filesIn(call)).get('file');
  if (file === undefined || file.length === 0) throw invalid('file', BLANK);
  const app = findApp(call);
  putLogo(call.org, app, logoFrom(file));
  call.record('application.configuration.update_logo', [appTarget(app)]);
  return { status: 201 };
};

const showApplicationLogo: Handler = (call) => {
  const logo = call.org.appLogos.get(pathMember(call, 'logoId'));
  if (logo === undefined) throw fail('E0000008');
  return { status: 200, content: { type: logo.type, data: Buffer.from(logo.data, 'base64') } };
};

/** Images of apps. */
export const appLogo: Handlers = { uploadApplicationLogo };

/** Where everybody can see them. */
export const logoRoutes: ExtraRoutes = {
  showApplicationLogo: { call: 'GET /fs/bcg/4/{logoId}', handler: showApplicationLogo },
};
