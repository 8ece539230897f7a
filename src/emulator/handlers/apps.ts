import { ok } from '../answers/answer.js';
import { findApp } from '../apps/app-store.js';
import { appView, savedAppView } from '../apps/app-view.js';
import { buildApp } from '../apps/build-app.js';
import { embeddedUser } from '../apps/embedded-user.js';
import { bodyOf, switchIn } from '../body.js';
import type { Handler, Handlers } from '../call.js';
import { appTarget } from '../log/targets.js';
import { addAppMappings } from '../mappings/add-mappings.js';

const createApplication: Handler = (call) => {
  const active = switchIn(call, 'activate', true);
  const app = { ...buildApp(call.org, bodyOf(call)), status: active ? ('ACTIVE' as const) : ('INACTIVE' as const) };
  call.org.apps.set(app.id, app);
  addAppMappings(call.org, app);
  call.record('application.lifecycle.create', [appTarget(app)]);
  if (active) call.record('application.lifecycle.activate', [appTarget(app)]);
  return ok(savedAppView(app, call));
};

const getApplication: Handler = (call) => {
  const app = findApp(call);
  return ok({ ...appView(app, call), ...embeddedUser(app, call) });
};

const replaceApplication: Handler = (call) => {
  const app = buildApp(call.org, bodyOf(call), { before: findApp(call) });
  call.org.apps.set(app.id, app);
  call.record('application.lifecycle.update', [appTarget(app)]);
  return ok(savedAppView(app, call));
};

/** Reading and writing single apps. */
export const apps: Handlers = { createApplication, getApplication, replaceApplication };
