/** What became of a question that was put to a device. */
export type PushResult = 'WAITING' | 'SUCCESS' | 'REJECTED';

/** A question that was put to a device of a user. */
export interface PushTransaction {
  readonly id: string;
  readonly userId: string;
  readonly factorId: string;
  readonly result: PushResult;
  /** Milliseconds since 1970. */
  readonly expires: number;
  /** The number that the user is to choose; left out if none is asked for. */
  readonly correctAnswer?: number;
  /** Present once somebody has learned that the user said yes. */
  readonly told?: true;
}
