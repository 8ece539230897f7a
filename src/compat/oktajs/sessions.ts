import { type Requests, tell } from './requests.js';
import { required } from './required.js';
import type { Result, Then } from './result.js';

const SESSION = '/api/v1/sessions/{sessionId}';

/** Functions for sessions, as in oktajs, by the requests that the service takes today. */
export class Sessions {
  readonly #requests: Requests;

  constructor(requests: Requests) {
    this.#requests = requests;
  }

  /**
   * Opens a session for somebody whose password is known. The service no longer takes passwords here: they sign in
   * first, and the session is opened with the token of that.
   */
  create<T = unknown>(
    user: string,
    pass: string,
    additionalFields?: string | null,
    callback?: Then<T>,
  ): Promise<Result<T>> {
    required('sessions.create', { user, pass });
    const query = additionalFields ? { additionalFields } : {};
    return this.#create<T>({ username: user, password: pass }, query).then((result) => tell(result, callback));
  }

  /** The session with an id. */
  validate<T = unknown>(sessionId: string, callback?: Then<T>): Promise<Result<T>> {
    required('sessions.validate', { sessionId });
    return this.#requests.send({ path: SESSION, params: { sessionId } }, callback);
  }

  /** Makes a session last longer. */
  extend<T = unknown>(sessionId: string, callback?: Then<T>): Promise<Result<T>> {
    required('sessions.extend', { sessionId });
    const request = { method: 'POST', path: `${SESSION}/lifecycle/refresh`, params: { sessionId } } as const;
    return this.#requests.send(request, callback);
  }

  /** Ends a session. */
  close<T = unknown>(sessionId: string, callback?: Then<T>): Promise<Result<T>> {
    required('sessions.close', { sessionId });
    return this.#requests.send({ method: 'DELETE', path: SESSION, params: { sessionId } }, callback);
  }

  async #create<T>(body: object, query: Readonly<Record<string, string>>): Promise<Result<T>> {
    const signIn = await this.#requests.outcome<SignIn>({ method: 'POST', path: '/api/v1/authn', body });
    if (!signIn.success) return signIn as Result<T>;
    const { sessionToken, status = 'unknown' } = signIn.resp ?? {};
    if (sessionToken === undefined) {
      return { success: false, error: `Signing in takes more than a password: ${status}`, resp: signIn.resp as T };
    }
    return this.#requests.outcome<T>({ method: 'POST', path: '/api/v1/sessions', query, body: { sessionToken } });
  }
}

/** What signing in answers. */
interface SignIn {
  readonly status?: string;
  readonly sessionToken?: string;
}
