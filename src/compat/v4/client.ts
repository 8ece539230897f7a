import { withFlatMethods } from './with-flat-methods.js';

// Without the mark, bundlers would keep all Apis in programs that use but one.
const FlatClient = /* @__PURE__ */ withFlatMethods();

/**
 * All Apis of one org over one configuration. An Api object is made when its member is first used.
 *
 * It has the methods of versions 4 to 6 as well, whose values have methods, too.
 *
 * @example
 * ```ts
 * const client = new okta.Client({ orgUrl: 'https://acme.okta.com', token });
 * const user = await client.userApi.getUser({ userId: 'ada@example.com' });
 *
 * const sameUser = await client.getUser('ada@example.com');
 * await sameUser.deactivate();
 * ```
 * @see https://developer.okta.com/docs/api/
 */
export class Client extends FlatClient {
  /** Bundlers rename one of two classes of the same name. */
  static override readonly name = 'Client';
}
