import { noContent, ok } from '../answers/answer.js';
import { fail } from '../answers/fault.js';
import type { App } from '../apps/app.js';
import { dropApp, findApp } from '../apps/app-store.js';
import type { Handler, Handlers } from '../call.js';
import type { EventType } from '../log/event-types.js';
import { appTarget } from '../log/targets.js';
import { nowIn } from '../org/org.js';

const activateApplication = mover('ACTIVE', 'application.lifecycle.activate');

const deactivateApplication = mover('INACTIVE', 'application.lifecycle.deactivate');

/** Moving to the status that an app has already changes nothing, not even the log. */
function mover(status: App['status'], event: EventType): Handler {
  return (call) => {
    const app = findApp(call);
    if (status === 'INACTIVE') checkRemovable(app);
    if (app.status !== status) {
      call.org.apps.set(app.id, { ...app, status, lastUpdated: nowIn(call.org) });
      call.record(event, [appTarget(app)]);
    }
    return ok();
  };
}

const deleteApplication: Handler = (call) => {
  const app = findApp(call);
  checkRemovable(app);
  if (app.status === 'ACTIVE') {
    throw fail('E0000056', '', ['The application must be deactivated before it can be deleted.']);
  }
  dropApp(call.org, app);
  call.record('application.lifecycle.delete', [appTarget(app)]);
  return noContent();
};

function checkRemovable({ builtIn }: App): void {
  if (builtIn) throw fail('E0000006');
}

/** Switching apps on and off, and removing them. */
export const appsLifecycle: Handlers = { activateApplication, deactivateApplication, deleteApplication };
