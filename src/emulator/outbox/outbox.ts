import { nowIn, type Org } from '../org/org.js';
import type { OutboxMessage } from './outbox-message.js';

const SERIAL_DIGITS = 9;

/**
 * Sends a message to a user, which means: keeps it for whoever plays that user.
 *
 * @param org - who sends it
 * @param message - without the time
 */
export function deliver(org: Org, message: Omit<OutboxMessage, 'created'>): void {
  const [latest] = org.outbox.last() ?? ['0'];
  const serial = String(Number(latest) + 1).padStart(SERIAL_DIGITS, '0');
  org.outbox.set(serial, { ...message, created: nowIn(org) });
}
