import { recorder } from '../log/record-event.js';
import { HEXADECIMAL, randomText } from '../org/chance.js';
import type { Org } from '../org/org.js';
import type { Transaction } from '../transaction.js';
import { userNamed } from '../users/user-store.js';
import { answerPush } from './push.js';

const REQUEST_ID_LENGTH = 32;

/**
 * Does what a user does who takes the phone and answers. No request brings this about, so the log tells of none.
 *
 * @param org - where questions wait
 * @param name - id or login of the user
 * @param answer - what they tap
 * @returns whether a question was waiting
 */
export function answerOnDevice(org: Org, name: string, answer: 'approve' | 'reject'): boolean {
  const user = userNamed(org, name);
  if (user === undefined) return false;
  const requestId = randomText(org.requestChance, REQUEST_ID_LENGTH, HEXADECIMAL);
  const source = { org, caller: { user }, requestId, uri: '/', query: new URLSearchParams(), headers: {} };
  const acting: Transaction = { org, record: recorder(source) };
  return answerPush(acting, user, answer === 'approve');
}
