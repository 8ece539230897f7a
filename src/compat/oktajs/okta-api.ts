import { systemClock } from '../../clock.js';
import { Client, type ConfigurationOptions, OktaError } from '../../sdk.js';
import { appShapes } from './app-shapes.js';
import { Apps } from './apps.js';
import { Events } from './events.js';
import { groupShapes } from './group-shapes.js';
import { Groups } from './groups.js';
import { orgUrlOf } from './org-url.js';
import { Requests } from './requests.js';
import { Sessions } from './sessions.js';
import { userShapes } from './user-shapes.js';
import { Users } from './users.js';

/** What may be said beside token and domain: the URL of the org, and all settings of a client but its credentials. */
export type OktaAPIOptions = Omit<ConfigurationOptions, 'token' | 'authorizationMode' | 'cache'>;

/**
 * The functions of oktajs, for programs that were written for it. New programs use {@link Client}; docs/oktajs.md says
 * what to write in the place of each function.
 *
 * Each function takes a callback and returns a promise of the same result; neither throws for what the service answers:
 * see `success`.
 *
 * @example
 * ```ts
 * const OktaAPI = require('@okta/okta-sdk-nodejs/oktajs');
 * const okta = new OktaAPI('Your-Okta-API-Key', 'your-domain');
 * okta.users.get('ada@example.com', (result) => console.log(result.success, result.resp));
 * ```
 */
export class OktaAPI {
  /** Makes the objects that functions take. */
  static readonly Helpers = { ...userShapes, ...groupShapes, ...appShapes };
  readonly domain: string;
  readonly preview: boolean;
  readonly users: Users;
  readonly groups: Groups;
  readonly sessions: Sessions;
  readonly apps: Apps;
  readonly events: Events;
  /** As `users.add`. */
  readonly addUser: Users['add'];
  /** As `users.activate`. */
  readonly activateUser: Users['activate'];

  /**
   * @param apiToken - API token
   * @param domain - subdomain of the org, e.g. `acme` for acme.okta.com; not needed with `orgUrl`
   * @param preview - whether the org is on oktapreview.com
   * @param options - `orgUrl` for orgs elsewhere, and other settings of a client
   * @throws {@link OktaError} `OKTA_CONFIG` if token or domain is missing or wrong
   */
  constructor(apiToken: string, domain?: string | null, preview?: boolean | null, options: OktaAPIOptions = {}) {
    const place = domain ?? options.orgUrl;
    if (!apiToken || !place) throw new OktaError('OKTA_CONFIG', 'OktaAPI requires an API token and a domain');
    this.domain = place;
    this.preview = preview ?? false;
    const orgUrl = options.orgUrl ?? orgUrlOf({ domain: place, preview: this.preview });
    const credential = { token: apiToken, authorizationMode: 'SSWS' } as const;
    // Programs that used oktajs always got what the service has at that moment.
    const client = new Client({ ...options, orgUrl, ...credential, cache: { enabled: false } });
    const requests = new Requests(client);
    this.users = new Users(requests);
    this.groups = new Groups(requests);
    this.sessions = new Sessions(requests);
    this.apps = new Apps(requests);
    this.events = new Events({ requests, systemLog: client.systemLogApi, clock: options.clock ?? systemClock });
    this.addUser = this.users.add.bind(this.users);
    this.activateUser = this.users.activate.bind(this.users);
  }
}
