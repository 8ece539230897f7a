import type { EventType } from './event-types.js';

/** What an event is about. */
export interface Target {
  readonly id: string;
  readonly type: string;
  readonly alternateId: string;
  readonly displayName: string;
}

/** Who causes an event, as the log tells of them. */
export type Actor = Target;

/** How it ended, if not well. */
export interface Outcome {
  readonly result: 'SUCCESS' | 'FAILURE' | 'ALLOW' | 'DENY' | 'CHALLENGE';
  readonly reason: string | null;
}

/** The request that caused events. */
export interface Trace {
  readonly requestId: string;
  readonly uri: string;
  /** The path with its query. */
  readonly url: string;
  readonly userAgent: string;
  /** Id of the API token, if that is what the caller showed. */
  readonly tokenId?: string;
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
  readonly actor: Actor;
  readonly targets: readonly Target[];
  /** Success unless said. */
  readonly outcome?: Outcome;
  readonly trace: Trace;
}
