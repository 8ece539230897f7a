import { BLANK, invalid, notFound, TAKEN } from '../answers/fault.js';
import { objectIn, textIn } from '../body.js';
import { type Call, pathMember } from '../call.js';
import { addGroup, groupById, groupProfileFrom, putGroup } from '../groups/group-store.js';
import type { JsonObject } from '../org/json.js';
import { nowIn, type Org } from '../org/org.js';
import type { App } from './app.js';

/** A group of the org whose members an app is told. */
export interface GroupPushMapping {
  readonly id: string;
  readonly created: string;
  readonly lastUpdated: string;
  readonly lastPush: string;
  readonly sourceGroupId: string;
  /** Group of the app. */
  readonly targetGroupId: string;
  readonly status: 'ACTIVE' | 'INACTIVE';
  readonly appConfig?: JsonObject;
}

/**
 * @param org - whose clock is asked
 * @returns the time as it is recorded of these mappings: without milliseconds
 */
export function pushTime(org: Org): string {
  return nowIn(org).replace('.000', '');
}

/**
 * Makes a mapping, and the group of the app unless it is there.
 *
 * @param org - where to
 * @param app - which is to be told
 * @param body - the JSON that was sent
 * @returns the mapping, not stored yet
 * @throws Fault `E0000001` if the group is pushed to the app already, or its target is not clear; `E0000007` for an
 * unknown group
 */
export function groupPushFrom(org: Org, app: App, body: JsonObject): GroupPushMapping {
  const sourceGroupId = textIn(body, 'sourceGroupId') ?? '';
  if (sourceGroupId === '') throw invalid('sourceGroupId', BLANK);
  groupById(org, sourceGroupId);
  for (const other of org.groupPushMappings.values(app.id)) {
    if (other.sourceGroupId === sourceGroupId) throw invalid('sourceGroupId', TAKEN);
  }
  const now = pushTime(org);
  const appConfig = objectIn(body, 'appConfig');
  return {
    id: org.ids.next('gPm'),
    created: now,
    lastUpdated: now,
    lastPush: now,
    sourceGroupId,
    targetGroupId: targetFrom(org, app, body),
    status: textIn(body, 'status') === 'INACTIVE' ? 'INACTIVE' : 'ACTIVE',
    ...(appConfig && { appConfig }),
  };
}

function targetFrom(org: Org, app: App, body: JsonObject): string {
  const [id, name] = [textIn(body, 'targetGroupId'), textIn(body, 'targetGroupName')];
  if ((id === undefined) === (name === undefined)) {
    throw invalid('targetGroupId', 'Either the id or the name of the target group must be given');
  }
  if (id !== undefined) return groupById(org, id).id;
  const group = addGroup(org, groupProfileFrom(org, { name }), { type: 'APP_GROUP' });
  putGroup(org, { ...group, source: { id: app.id } });
  return group.id;
}

/**
 * Finds the mapping that a request names.
 *
 * @param call - the request
 * @param app - which is told
 * @returns the mapping
 * @throws Fault `E0000007` if there is none
 */
export function findGroupPush(call: Call, app: App): GroupPushMapping {
  const id = pathMember(call, 'mappingId');
  const mapping = call.org.groupPushMappings.get(app.id, id);
  if (mapping === undefined) throw notFound(id, 'GroupPushMapping');
  return mapping;
}

/**
 * @param mapping - a mapping
 * @param app - which is told
 * @param place - origin of the links
 * @returns the JSON
 */
export function groupPushView(mapping: GroupPushMapping, app: App, { origin }: Pick<Call, 'origin'>) {
  const group = (id: string) => ({ href: `${origin}/api/v1/groups/${id}` });
  return {
    ...mapping,
    _links: {
      app: { href: `${origin}/api/v1/apps/${app.id}` },
      sourceGroup: group(mapping.sourceGroupId),
      targetGroup: group(mapping.targetGroupId),
    },
  };
}
