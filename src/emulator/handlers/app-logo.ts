import { APP_LOGO, putLogo } from '../apps/app-logo.js';
import { findApp } from '../apps/app-store.js';
import type { Handler, Handlers } from '../call.js';
import { filesIn } from '../http/read-form.js';
import { imageFrom } from '../images/image.js';
import { appTarget } from '../log/targets.js';

const uploadApplicationLogo: Handler = async (call) => {
  findApp(call);
  const file = (await filesIn(call)).get('file');
  const app = findApp(call);
  putLogo(call.org, app, imageFrom(file, APP_LOGO));
  call.record('application.configuration.update_logo', [appTarget(app)]);
  return { status: 201 };
};

/** Images of apps. */
export const appLogo: Handlers = { uploadApplicationLogo };
