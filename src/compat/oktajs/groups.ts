import { groupShapes } from './group-shapes.js';
import type { Requests } from './requests.js';
import { required } from './required.js';
import type { Callback, Query, Result, Then } from './result.js';
import type { Json } from './user-shapes.js';

const GROUP = '/api/v1/groups/{groupId}';

/** Functions for groups, as in oktajs. */
export class Groups {
  /** Makes profiles. */
  readonly helpers = groupShapes;
  readonly #requests: Requests;

  constructor(requests: Requests) {
    this.#requests = requests;
  }

  /** Creates a group. */
  add<T = unknown>(groupProfile: Json, callback?: Then<T>): Promise<Result<T>> {
    required('groups.add', { groupProfile });
    const body = { profile: groupProfile };
    return this.#requests.send({ method: 'POST', path: '/api/v1/groups', body }, callback);
  }

  /** The group with an id. */
  get<T = unknown>(groupId: string, callback?: Then<T>): Promise<Result<T>> {
    required('groups.get', { groupId });
    return this.#requests.send({ path: GROUP, params: { groupId } }, callback);
  }

  /** Groups that match `search`; text stands for the beginning of a name. */
  list<T = unknown>(
    search?: Query | string | null,
    followLink?: boolean | Callback<T[]> | null,
    callback?: Then<T[]>,
  ): Promise<Result<T[]>> {
    return this.#requests.list({ path: '/api/v1/groups', query: search, followLink, callback });
  }

  /** Replaces the profile of a group. */
  update<T = unknown>(groupId: string, groupObj: Json, callback?: Then<T>): Promise<Result<T>> {
    required('groups.update', { groupId, groupObj });
    const body = { profile: groupObj };
    return this.#requests.send({ method: 'PUT', path: GROUP, params: { groupId }, body }, callback);
  }

  /** Deletes a group. */
  delete<T = unknown>(groupId: string, callback?: Then<T>): Promise<Result<T>> {
    required('groups.delete', { groupId });
    return this.#requests.send({ method: 'DELETE', path: GROUP, params: { groupId } }, callback);
  }

  /** Members of a group. */
  getUsers<T = unknown>(
    groupId: string,
    queryObj?: Query | null,
    followLink?: boolean | Callback<T[]> | null,
    callback?: Then<T[]>,
  ): Promise<Result<T[]>> {
    required('groups.getUsers', { groupId });
    return this.#requests.list({ path: `${GROUP}/users`, params: { groupId }, query: queryObj, followLink, callback });
  }

  /** Makes a user a member. */
  addUser<T = unknown>(groupId: string, userId: string, callback?: Then<T>): Promise<Result<T>> {
    required('groups.addUser', { groupId, userId });
    const params = { groupId, userId };
    return this.#requests.send({ method: 'PUT', path: `${GROUP}/users/{userId}`, params }, callback);
  }

  /** Ends a membership. */
  removeUser<T = unknown>(groupId: string, userId: string, callback?: Then<T>): Promise<Result<T>> {
    required('groups.removeUser', { groupId, userId });
    const params = { groupId, userId };
    return this.#requests.send({ method: 'DELETE', path: `${GROUP}/users/{userId}`, params }, callback);
  }

  /** Apps that a group is assigned to. */
  getApps<T = unknown>(
    groupId: string,
    search?: Query | null,
    followLink?: boolean | Callback<T[]> | null,
    callback?: Then<T[]>,
  ): Promise<Result<T[]>> {
    required('groups.getApps', { groupId });
    return this.#requests.list({ path: `${GROUP}/apps`, params: { groupId }, query: search, followLink, callback });
  }
}
