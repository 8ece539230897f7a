/** A request as it arrives, by socket or in process. */
export interface WireRequest {
  readonly method: string;
  /** Path and query as they were sent. */
  readonly target: string;
  /** Scheme, host and port that it was sent to. */
  readonly origin: string;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string | undefined>>;
  readonly body: string | Uint8Array | undefined;
}

/** An answer as it leaves. */
export interface WireAnswer {
  readonly status: number;
  /** In order; a name may repeat. */
  readonly headers: readonly (readonly [name: string, value: string])[];
  /** Empty if the answer has none. */
  readonly body: string | Uint8Array;
  /** Where the connection breaks: before anything is sent, or in the middle of the body. */
  readonly breaks?: 'before' | 'within';
  /** Makes the body while the answer is being read: called with what sends a piece, gives what ends it. */
  readonly live?: (send: (piece: string) => void) => () => void;
}
