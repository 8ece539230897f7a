import type { Requests } from './requests.js';
import { required } from './required.js';
import type { Callback, Query, Result, Then } from './result.js';
import { type Json, userShapes } from './user-shapes.js';

const USER = '/api/v1/users/{id}';

/** Functions for users, as in oktajs. */
export class Users {
  /** Makes profiles and credentials. */
  readonly helpers = userShapes;
  readonly #requests: Requests;

  constructor(requests: Requests) {
    this.#requests = requests;
  }

  /** Users that match `search`; without `followLink`, or with `true`, all pages one after the other. */
  list<T = unknown>(
    search?: Query | string | null,
    followLink?: boolean | Callback<T[]> | null,
    callback?: Then<T[]>,
  ): Promise<Result<T[]>> {
    return this.#requests.list({ path: '/api/v1/users', query: search, followLink, callback });
  }

  /** The user with an id, a login, or a login without its domain. */
  get<T = unknown>(who: string, callback?: Then<T>): Promise<Result<T>> {
    required('users.get', { who });
    return this.#requests.send({ path: USER, params: { id: who } }, callback);
  }

  /** Creates a user; activates it, too, unless `activate` is false. */
  add<T = unknown>(
    profile: Json,
    credentials?: Json | null,
    activate?: boolean | null,
    callback?: Then<T>,
  ): Promise<Result<T>> {
    required('users.add', { profile });
    const query = activate === undefined || activate === null ? {} : { activate };
    const body = credentials ? { profile, credentials } : { profile };
    return this.#requests.send({ method: 'POST', path: '/api/v1/users', query, body }, callback);
  }

  /** Replaces profile and credentials. */
  update<T = unknown>(
    id: string,
    profile?: Json | null,
    credentials?: Json | null,
    callback?: Then<T>,
  ): Promise<Result<T>> {
    required('users.update', { id });
    const request = { method: 'PUT', path: USER, params: { id }, body: partsOf(profile, credentials) } as const;
    return this.#requests.send(request, callback);
  }

  /** Changes what is given of profile and credentials; the rest stays. */
  updatePartial<T = unknown>(
    userId: string,
    partialProfile?: Json | null,
    partialCredentials?: Json | null,
    callback?: Then<T>,
  ): Promise<Result<T>> {
    required('users.updatePartial', { userId });
    // The service merges: fetching and replacing, as oktajs did, would undo what others change in between.
    const body = partsOf(partialProfile, partialCredentials);
    return this.#requests.send({ method: 'POST', path: USER, params: { id: userId }, body }, callback);
  }

  /** Links to the apps of a user. */
  getApps<T = unknown>(id: string, callback?: Then<T[]>): Promise<Result<T[]>> {
    required('users.getApps', { id });
    return this.#requests.list({ path: `${USER}/appLinks`, params: { id }, callback });
  }

  /** Groups of a user. */
  getGroups<T = unknown>(id: string, callback?: Then<T[]>): Promise<Result<T[]>> {
    required('users.getGroups', { id });
    return this.#requests.list({ path: `${USER}/groups`, params: { id }, callback });
  }

  /** Activates a user, with a mail or with the link of it in the answer. */
  activate<T = unknown>(id: string, sendEmail: boolean, callback?: Then<T>): Promise<Result<T>> {
    required('users.activate', { id, sendEmail });
    return this.#post({ id, step: 'lifecycle/activate', query: { sendEmail } }, callback);
  }

  /** Deactivates a user, who loses all apps. */
  deactivate<T = unknown>(id: string, callback?: Then<T>): Promise<Result<T>> {
    required('users.deactivate', { id });
    return this.#post({ id, step: 'lifecycle/deactivate' }, callback);
  }

  /** Lets a user in again who was locked out. */
  unlock<T = unknown>(id: string, callback?: Then<T>): Promise<Result<T>> {
    required('users.unlock', { id });
    return this.#post({ id, step: 'lifecycle/unlock' }, callback);
  }

  /** Makes a link to a new password: mailed, or in the answer. */
  resetPassword<T = unknown>(id: string, sendEmail: boolean, callback?: Then<T>): Promise<Result<T>> {
    required('users.resetPassword', { id, sendEmail });
    return this.#post({ id, step: 'lifecycle/reset_password', query: { sendEmail } }, callback);
  }

  /** Makes a user choose a new password at the next sign-in; with `tempPassword` the answer has one until then. */
  expirePassword<T = unknown>(
    id: string,
    tempPassword?: boolean | null | Callback<T>,
    callback?: Then<T>,
  ): Promise<Result<T>> {
    required('users.expirePassword', { id });
    const omitted = typeof tempPassword === 'function';
    const step = tempPassword && !omitted ? 'expire_password_with_temp_password' : 'expire_password';
    return this.#post({ id, step: `lifecycle/${step}` }, omitted ? tempPassword : callback);
  }

  /** Takes all factors from a user. */
  resetFactors<T = unknown>(id: string, callback?: Then<T>): Promise<Result<T>> {
    required('users.resetFactors', { id });
    return this.#post({ id, step: 'lifecycle/reset_factors' }, callback);
  }

  /** Begins recovery of a forgotten password: by mail, or with the link of it in the answer. */
  forgotPasswordToken<T = unknown>(id: string, sendEmail: boolean, callback?: Then<T>): Promise<Result<T>> {
    required('users.forgotPasswordToken', { id, sendEmail });
    return this.#post({ id, step: 'credentials/forgot_password', query: { sendEmail } }, callback);
  }

  /** Sets a new password for the right answer to the recovery question. */
  forgotPasswordRecovery<T = unknown>(
    id: string,
    passwordObj: Json,
    recoveryQuestionObj: Json,
    callback?: Then<T>,
  ): Promise<Result<T>> {
    required('users.forgotPasswordRecovery', { id, passwordObj, recoveryQuestionObj });
    const body = { password: passwordObj, recovery_question: recoveryQuestionObj };
    return this.#post({ id, step: 'credentials/forgot_password_recovery_question', body }, callback);
  }

  /** Changes a password if the old one is right. */
  changePassword<T = unknown>(
    id: string,
    oldPasswordObj: Json,
    newPasswordObj: Json,
    callback?: Then<T>,
  ): Promise<Result<T>> {
    required('users.changePassword', { id, oldPasswordObj, newPasswordObj });
    const body = { oldPassword: oldPasswordObj, newPassword: newPasswordObj };
    return this.#post({ id, step: 'credentials/change_password', body }, callback);
  }

  /** Changes the recovery question if the password is right. */
  changeRecoveryQuestion<T = unknown>(
    id: string,
    passwordObj: Json,
    recoveryQuestionObj: Json,
    callback?: Then<T>,
  ): Promise<Result<T>> {
    required('users.changeRecoveryQuestion', { id, passwordObj, recoveryQuestionObj });
    const body = { password: passwordObj, recovery_question: recoveryQuestionObj };
    return this.#post({ id, step: 'credentials/change_recovery_question', body }, callback);
  }

  #post<T>({ id, step, ...rest }: { id: string; step: string; query?: Json; body?: Json }, callback: Then<T>) {
    return this.#requests.send<T>({ method: 'POST', path: `${USER}/${step}`, params: { id }, ...rest }, callback);
  }
}

function partsOf(profile: Json | null | undefined, credentials: Json | null | undefined): Json {
  return { ...(profile ? { profile } : {}), ...(credentials ? { credentials } : {}) };
}
