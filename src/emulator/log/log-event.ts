import type { User } from '../users/user.js';
import type { EventType } from './event-types.js';

/** What an event is about. */
export interface Target {
  readonly id: string;
  readonly type: string;
  readonly alternateId: string;
  readonly displayName: string;
}

/** The request that caused events. */
export interface Trace {
  readonly requestId: string;
  readonly uri: string;
  /** The path with its query. */
  readonly url: string;
  readonly userAgent: string;
  readonly tokenId: string;
}

/** A change as the System Log remembers it; what is the same for all events is added when it is read. */
export interface LogEvent {
  /** With milliseconds; never before the event in front of it. */
  readonly published: string;
  /** Counts the events of one millisecond. */
  readonly serial: number;
  readonly uuid: string;
  readonly eventType: EventType;
  /** Who did it, as they were then. */
  readonly actor: User;
  readonly targets: readonly Target[];
  readonly trace: Trace;
}
