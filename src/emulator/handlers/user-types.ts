import { noContent, ok } from '../answers/answer.js';
import { BLANK, invalid } from '../answers/fault.js';
import { bodyOf, optionalBodyOf, textIn } from '../body.js';
import type { Call, Handler, Handlers } from '../call.js';
import type { EventType } from '../log/event-types.js';
import type { JsonObject } from '../org/json.js';
import { nowIn } from '../org/org.js';
import { addUserType, checkTypeName, dropUserType, findUserType } from '../user-types/user-type-store.js';
import { userTypeView } from '../user-types/user-type-view.js';
import type { UserType } from '../users/user-type.js';

const createUserType: Handler = (call) => {
  const { org, caller } = call;
  const body = bodyOf(call);
  const name = textIn(body, 'name') ?? '';
  checkTypeName(org, name);
  const displayName = required(body, 'displayName');
  const description = textIn(body, 'description');
  const createdBy = caller.user?.id;
  const more = { ...(description !== undefined && { description }), ...(createdBy !== undefined && { createdBy }) };
  const type = addUserType(org, { name, displayName, ...more });
  record(call, type, 'directory.user_type.create');
  return ok(userTypeView(type, call));
};

function required(body: JsonObject, name: string): string {
  const value = textIn(body, name) ?? '';
  if (value.trim() === '') throw invalid(name, BLANK);
  return value;
}

function record({ record: write }: Call, { id, displayName }: UserType, event: EventType): void {
  write(event, [{ id, type: 'UserType', alternateId: 'unknown', displayName }]);
}

const getUserType: Handler = (call) => ok(userTypeView(findUserType(call), call));

const listUserTypes: Handler = (call) => ok([...call.org.userTypes.values()].map((type) => userTypeView(type, call)));

const updateUserType: Handler = (call) => {
  const before = findUserType(call);
  const body = bodyOf(call);
  checkSameName(before, body);
  const displayName = body['displayName'] === undefined ? before.displayName : required(body, 'displayName');
  return save(call, before, { displayName, description: textIn(body, 'description') ?? before.description });
};

const replaceUserType: Handler = (call) => {
  const before = findUserType(call);
  const body = optionalBodyOf(call);
  required(body, 'name');
  checkSameName(before, body);
  return save(call, before, { displayName: required(body, 'displayName'), description: textIn(body, 'description') });
};

function checkSameName({ name }: UserType, body: JsonObject): void {
  if ((textIn(body, 'name') ?? name) !== name) throw invalid('name', 'The name of a user type cannot be changed');
}

function save(
  call: Call,
  before: UserType,
  { displayName, description }: { displayName: string; description: string | undefined },
) {
  const { description: _, ...kept } = before;
  const by = call.caller.user?.id ?? before.lastUpdatedBy;
  const type: UserType = {
    ...kept,
    displayName,
    ...(description !== undefined && { description }),
    ...(by !== undefined && { lastUpdatedBy: by }),
    lastUpdated: nowIn(call.org),
  };
  call.org.userTypes.set(type.id, type);
  record(call, type, 'directory.user_type.update');
  return ok(userTypeView(type, call));
}

const deleteUserType: Handler = (call) => {
  const type = findUserType(call);
  dropUserType(call.org, type);
  record(call, type, 'directory.user_type.delete');
  return noContent();
};

/** Kinds of users. */
export const userTypes: Handlers = {
  createUserType,
  getUserType,
  listUserTypes,
  updateUserType,
  replaceUserType,
  deleteUserType,
};
