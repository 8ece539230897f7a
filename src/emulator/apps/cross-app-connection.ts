import { BLANK, invalid, notFound, TAKEN } from '../answers/fault.js';
import { textIn } from '../body.js';
import { type Call, pathMember } from '../call.js';
import type { JsonObject } from '../org/json.js';
import { nowIn, type Org } from '../org/org.js';
import { APP, type App } from './app.js';

/** Leave for one app to ask another for what belongs to its users. */
export interface CrossAppConnection {
  readonly id: string;
  readonly created: string;
  readonly lastUpdated: string;
  readonly requestingAppInstanceId: string;
  readonly resourceAppInstanceId: string;
  readonly status: 'ACTIVE' | 'INACTIVE';
}

/**
 * @param connection - a connection
 * @param app - an app
 * @returns whether it is one of the two
 */
export function concerns({ requestingAppInstanceId, resourceAppInstanceId }: CrossAppConnection, { id }: App): boolean {
  return requestingAppInstanceId === id || resourceAppInstanceId === id;
}

/**
 * Makes a connection of what was sent.
 *
 * @param org - where both apps live
 * @param app - one of the two
 * @param body - the JSON that was sent
 * @returns the connection, not stored yet
 * @throws Fault `E0000001` if it connects other apps or the same again, `E0000007` for an unknown app
 */
export function crossAppConnectionFrom(org: Org, app: App, body: JsonObject): CrossAppConnection {
  const [requestingAppInstanceId, resourceAppInstanceId] = [
    partner(org, body, 'requestingAppInstanceId'),
    partner(org, body, 'resourceAppInstanceId'),
  ];
  const now = nowIn(org);
  const connection: CrossAppConnection = {
    id: org.ids.next('con'),
    created: now,
    lastUpdated: now,
    requestingAppInstanceId,
    resourceAppInstanceId,
    status: textIn(body, 'status') === 'INACTIVE' ? 'INACTIVE' : 'ACTIVE',
  };
  if (!concerns(connection, app) || requestingAppInstanceId === resourceAppInstanceId) {
    throw invalid('requestingAppInstanceId', 'The connection must be between this app and another one');
  }
  for (const other of org.crossAppConnections.values()) {
    if (isSame(other, connection)) throw invalid('resourceAppInstanceId', TAKEN);
  }
  return connection;
}

function partner({ apps }: Org, body: JsonObject, member: string): string {
  const id = textIn(body, member) ?? '';
  if (id === '') throw invalid(member, BLANK);
  if (apps.get(id) === undefined) throw notFound(id, APP);
  return id;
}

function isSame(one: CrossAppConnection, other: CrossAppConnection): boolean {
  return (
    one.requestingAppInstanceId === other.requestingAppInstanceId &&
    one.resourceAppInstanceId === other.resourceAppInstanceId
  );
}

/**
 * Finds the connection that a request names.
 *
 * @param call - the request
 * @param app - one of the two
 * @returns the connection
 * @throws Fault `E0000007` if the app has no such connection
 */
export function findCrossAppConnection(call: Call, app: App): CrossAppConnection {
  const id = pathMember(call, 'connectionId');
  const connection = call.org.crossAppConnections.get(id);
  if (connection === undefined || !concerns(connection, app)) throw notFound(id, 'Connection');
  return connection;
}
