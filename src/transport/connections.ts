import type { AttemptTimer } from '../http/message.js';
import type { ProxyServer } from './proxy-server.js';

/** Certificates, each as PEM text or bytes. */
type Pem = string | Uint8Array;

/** How connections are secured. */
export interface TlsSettings {
  /** Certificate authorities to trust in place of those that Node knows. */
  readonly ca?: Pem | readonly Pem[] | undefined;
  /** Certificate of this client, with its chain, for mutual TLS. */
  readonly cert?: Pem | undefined;
  /** Private key of that certificate. */
  readonly key?: Pem | undefined;
  /** Opens the key, if it is encrypted. */
  readonly passphrase?: string | undefined;
}

/** An `Agent` of `node:http` or `node:https`, so that types need no package. */
export interface AgentLike {
  readonly maxSockets: number;
  destroy(): void;
}

/** One agent for everything, or a function that gives the one for a URL. */
export type AgentSetting = AgentLike | ((url: URL) => AgentLike);

/** How Node reaches a host. */
export interface Connections {
  readonly tls?: TlsSettings | undefined;
  /** Makes the connections in place of the SDK; then there is no proxy but that of the agent. */
  readonly agent?: AgentSetting | undefined;
  /** The proxy for a URL, if it has one. */
  readonly proxyFor?: ((url: URL) => ProxyServer | undefined) | undefined;
  /** Connections to a host at a time; any number unless given. Whoever sends must not send more at a time. */
  readonly most?: number | undefined;
  /** Ends attempts that take too long. */
  readonly timer?: AttemptTimer | undefined;
}
