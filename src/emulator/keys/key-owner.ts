import type { Call } from '../call.js';
import type { EventType } from '../log/event-types.js';
import type { Target } from '../log/log-event.js';

/** What has signing keys: an app or an identity provider. */
export interface KeyOwner {
  readonly id: string;
  /** Its address. */
  readonly href: string;
  /** How the System Log calls it. */
  readonly target: Target;
}

/** What is different about the keys of apps and of identity providers. */
export interface KeyOwners {
  /**
   * @param call - the request
   * @param id - of the owner; the one in the path unless given
   * @returns the owner
   * @throws Fault `E0000007` if there is none
   */
  readonly find: (call: Call, id?: string) => KeyOwner;
  /** Parameter that names the owner to which a key is cloned. */
  readonly cloneTo: string;
  /** Written into the log when a key is added. */
  readonly keyEvent: EventType;
  /** Written into the log when a request for a certificate is made, answered and thrown away. */
  readonly requestEvents: Readonly<Record<'generate' | 'publish' | 'revoke', EventType>>;
}
