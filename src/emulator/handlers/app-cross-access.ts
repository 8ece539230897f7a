import { noContent, ok } from '../answers/answer.js';
import type { App } from '../apps/app.js';
import { findApp } from '../apps/app-store.js';
import {
  type CrossAppConnection,
  concerns,
  crossAppConnectionFrom,
  findCrossAppConnection,
} from '../apps/cross-app-connection.js';
import { bodyOf, switchIn, textIn } from '../body.js';
import type { Call, Handler, Handlers } from '../call.js';
import { appTarget } from '../log/targets.js';
import { nowIn } from '../org/org.js';
import { filtered } from '../paging/cut.js';
import { listById } from '../paging/list-by-id.js';

const getAllCrossAppAccessConnections: Handler = (call) => {
  const { crossAppConnections } = call.org;
  const app = findApp(call);
  const keep = asked(call, app);
  return listById(call, {
    list: 'crossAppConnections',
    itemsAfter: (after) => filtered(crossAppConnections.values({ after }), keep),
    exists: (id) => crossAppConnections.get(id) !== undefined,
    view: (connection) => connection,
  });
};

function asked(call: Call, app: App): (connection: CrossAppConnection) => boolean {
  const { query, org } = call;
  const onlyActive = switchIn(call, 'activeAppsOnly', false);
  const wanted = (name: string, value: string) => [value, ''].includes(query.get(name) ?? '');
  return (connection) => {
    const requesting = org.apps.get(connection.requestingAppInstanceId);
    const resource = org.apps.get(connection.resourceAppInstanceId);
    if (onlyActive && [requesting, resource].some((one) => one?.status !== 'ACTIVE')) return false;
    return (
      concerns(connection, app) &&
      wanted('status', connection.status) &&
      wanted('requestingAppId', connection.requestingAppInstanceId) &&
      wanted('resourceAppId', connection.resourceAppInstanceId) &&
      wanted('requestingAppName', requesting?.name ?? '') &&
      wanted('resourceAppName', resource?.name ?? '')
    );
  };
}

const getCrossAppAccessConnection: Handler = (call) => ok(findCrossAppConnection(call, findApp(call)));

const createCrossAppAccessConnection: Handler = (call) => {
  const app = findApp(call);
  const connection = crossAppConnectionFrom(call.org, app, bodyOf(call));
  store(call, app, connection);
  return { status: 201, body: connection };
};

const updateCrossAppAccessConnection: Handler = (call) => {
  const app = findApp(call);
  const before = findCrossAppConnection(call, app);
  const status = textIn(bodyOf(call), 'status') === 'INACTIVE' ? ('INACTIVE' as const) : ('ACTIVE' as const);
  const connection = { ...before, status, lastUpdated: nowIn(call.org) };
  store(call, app, connection);
  return ok(connection);
};

function store(call: Call, app: App, connection: CrossAppConnection): void {
  call.org.crossAppConnections.set(connection.id, connection);
  call.record('application.lifecycle.update', [appTarget(app)]);
}

const deleteCrossAppAccessConnection: Handler = (call) => {
  const app = findApp(call);
  call.org.crossAppConnections.delete(findCrossAppConnection(call, app).id);
  call.record('application.lifecycle.update', [appTarget(app)]);
  return noContent();
};

/** Which apps may ask each other for what belongs to their users. */
export const appCrossAccess: Handlers = {
  getAllCrossAppAccessConnections,
  getCrossAppAccessConnection,
  createCrossAppAccessConnection,
  updateCrossAppAccessConnection,
  deleteCrossAppAccessConnection,
};
