import { invalid } from '../answers/fault.js';
import type { Call } from '../call.js';
import { isObject, type JsonObject } from '../org/json.js';
import type { Resource } from '../resources/rule.js';
import { listedUser } from '../users/user-view.js';
import { DEVICES, movesFrom } from './device.js';

/**
 * @param device - as stored
 * @param call - the request; `expand=user` embeds users
 * @returns the device as it is answered
 */
export function deviceView(device: Resource, call: Call): JsonObject {
  const { users: _, profile, ...members } = device;
  const name = isObject(profile) ? profile['displayName'] : undefined;
  return {
    ...members,
    profile,
    resourceType: 'UDDevice',
    resourceDisplayName: { value: name, sensitive: false },
    resourceId: device['id'],
    ...embedded(device, call),
    _links: linksOf(device, call),
  };
}

function embedded(device: Resource, call: Call) {
  const expand = call.query.get('expand') ?? '';
  if (expand === '') return {};
  if (expand !== 'user' && expand !== 'userSummary') throw invalid('RequestParams', 'Expand query is malformed.');
  return { _embedded: { users: deviceUsers(device, call) } };
}

/**
 * @param device - as stored
 * @param call - the request
 * @returns its users as they are answered; who has been deleted is not among them
 */
export function deviceUsers({ users }: Resource, { org, origin }: Call): JsonObject[] {
  const known = Array.isArray(users) ? users.filter(isObject) : [];
  return known.flatMap(({ userId, ...facts }) => {
    const user = org.users.get(String(userId));
    return user === undefined ? [] : [{ ...facts, user: listedUser(user, { origin }) }];
  });
}

function linksOf(device: Resource, { origin }: Call) {
  const self = `${origin}${DEVICES}/${String(device['id'])}`;
  const moves = movesFrom(device).map((word) => [
    word,
    { href: `${self}/lifecycle/${word}`, hints: { allow: ['POST'] } },
  ]);
  const allow = device['status'] === 'DEACTIVATED' ? ['GET', 'DELETE'] : ['GET'];
  return {
    self: { href: self, hints: { allow } },
    users: { href: `${self}/users`, hints: { allow: ['GET'] } },
    ...Object.fromEntries(moves),
  };
}
