import { appShapes } from './app-shapes.js';
import type { Requests } from './requests.js';
import { required } from './required.js';
import type { Callback, Query, Result, Then } from './result.js';
import type { Json } from './user-shapes.js';

const APP = '/api/v1/apps/{id}';
const APP_USER = '/api/v1/apps/{aid}/users/{uid}';
const APP_GROUP = '/api/v1/apps/{aid}/groups/{gid}';

/** Functions for apps, as in oktajs. */
export class Apps {
  /** Makes apps, app users and group assignments. */
  readonly helpers = appShapes;
  readonly #requests: Requests;

  constructor(requests: Requests) {
    this.#requests = requests;
  }

  /** Creates an app. */
  add<T = unknown>(appModel: Json, callback?: Then<T>): Promise<Result<T>> {
    required('apps.add', { appModel });
    return this.#requests.send({ method: 'POST', path: '/api/v1/apps', body: appModel }, callback);
  }

  /** The app with an id. */
  get<T = unknown>(id: string, callback?: Then<T>): Promise<Result<T>> {
    required('apps.get', { id });
    return this.#requests.send({ path: APP, params: { id } }, callback);
  }

  /** Apps that match the query, all pages one after the other. */
  list<T = unknown>(
    queryObj?: Query | null,
    followLink?: boolean | Callback<T[]> | null,
    callback?: Then<T[]>,
  ): Promise<Result<T[]>> {
    return this.#requests.list({ path: '/api/v1/apps', query: queryObj, followLink, callback });
  }

  /** Replaces an app. */
  update<T = unknown>(id: string, profile: Json, callback?: Then<T>): Promise<Result<T>> {
    required('apps.update', { id, profile });
    return this.#requests.send({ method: 'PUT', path: APP, params: { id }, body: profile }, callback);
  }

  /** Deletes an app that was deactivated before. */
  delete<T = unknown>(id: string, callback?: Then<T>): Promise<Result<T>> {
    required('apps.delete', { id });
    return this.#requests.send({ method: 'DELETE', path: APP, params: { id } }, callback);
  }

  /** Activates an app. */
  activate<T = unknown>(id: string, callback?: Then<T>): Promise<Result<T>> {
    required('apps.activate', { id });
    return this.#requests.send({ method: 'POST', path: `${APP}/lifecycle/activate`, params: { id } }, callback);
  }

  /** Deactivates an app. */
  deactivate<T = unknown>(id: string, callback?: Then<T>): Promise<Result<T>> {
    required('apps.deactivate', { id });
    return this.#requests.send({ method: 'POST', path: `${APP}/lifecycle/deactivate`, params: { id } }, callback);
  }

  /** Assigns a user: `{ id, scope, credentials, profile }`. */
  assignUser<T = unknown>(appId: string, appUserModel: Json, callback?: Then<T>): Promise<Result<T>> {
    required('apps.assignUser', { appId, appUserModel });
    const request = { method: 'POST', path: `${APP}/users`, params: { id: appId }, body: appUserModel } as const;
    return this.#requests.send(request, callback);
  }

  /** A user of an app. */
  getAssignedUser<T = unknown>(appId: string, uid: string, callback?: Then<T>): Promise<Result<T>> {
    required('apps.getAssignedUser', { appId, uid });
    return this.#requests.send({ path: APP_USER, params: { aid: appId, uid } }, callback);
  }

  /** Users of an app, all pages one after the other. */
  listUsersAssigned<T = unknown>(id: string, callback?: Then<T[]>): Promise<Result<T[]>> {
    required('apps.listUsersAssigned', { id });
    return this.#requests.list({ path: `${APP}/users`, params: { id }, callback });
  }

  /** Changes the credentials of a user in an app: `{ credentials }`. */
  updateAppCredsForUser<T = unknown>(
    aid: string,
    uid: string,
    appUserModel: Json,
    callback?: Then<T>,
  ): Promise<Result<T>> {
    required('apps.updateAppCredsForUser', { aid, uid, appUserModel });
    return this.#requests.send({ method: 'POST', path: APP_USER, params: { aid, uid }, body: appUserModel }, callback);
  }

  /** Changes the profile of a user in an app: `{ profile }`. */
  updateAppProfileForUser<T = unknown>(
    aid: string,
    uid: string,
    appUserModel: Json,
    callback?: Then<T>,
  ): Promise<Result<T>> {
    required('apps.updateAppProfileForUser', { aid, uid, appUserModel });
    return this.#requests.send({ method: 'POST', path: APP_USER, params: { aid, uid }, body: appUserModel }, callback);
  }

  /** Takes an app from a user. */
  removeUser<T = unknown>(aid: string, uid: string, callback?: Then<T>): Promise<Result<T>> {
    required('apps.removeUser', { aid, uid });
    return this.#requests.send({ method: 'DELETE', path: APP_USER, params: { aid, uid } }, callback);
  }

  /** Assigns a group; `appGroup` may be left out. */
  assignGroup<T = unknown>(
    aid: string,
    gid: string,
    appGroup?: Json | null | Callback<T>,
    callback?: Then<T>,
  ): Promise<Result<T>> {
    required('apps.assignGroup', { aid, gid });
    const omitted = typeof appGroup === 'function';
    const body = omitted ? {} : (appGroup ?? {});
    const request = { method: 'PUT', path: APP_GROUP, params: { aid, gid }, body } as const;
    return this.#requests.send<T>(request, omitted ? (appGroup as Callback<T>) : callback);
  }

  /** A group of an app. */
  getAssignedGroup<T = unknown>(aid: string, gid: string, callback?: Then<T>): Promise<Result<T>> {
    required('apps.getAssignedGroup', { aid, gid });
    return this.#requests.send({ path: APP_GROUP, params: { aid, gid } }, callback);
  }

  /** Groups of an app, all pages one after the other. */
  listGroupsAssigned<T = unknown>(
    aid: string,
    queryObj?: Query | null | Callback<T[]>,
    callback?: Then<T[]>,
  ): Promise<Result<T[]>> {
    required('apps.listGroupsAssigned', { aid });
    const list = { path: '/api/v1/apps/{aid}/groups', params: { aid } };
    if (typeof queryObj === 'function') return this.#requests.list<T>({ ...list, callback: queryObj as Callback<T[]> });
    return this.#requests.list({ ...list, query: queryObj, callback });
  }

  /** Takes an app from a group. */
  removeGroup<T = unknown>(aid: string, gid: string, callback?: Then<T>): Promise<Result<T>> {
    required('apps.removeGroup', { aid, gid });
    return this.#requests.send({ method: 'DELETE', path: APP_GROUP, params: { aid, gid } }, callback);
  }
}
