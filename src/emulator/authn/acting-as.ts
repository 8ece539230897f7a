import type { Call } from '../call.js';
import { recorder } from '../log/record-event.js';
import type { User } from '../users/user.js';

/**
 * Makes a user the one who acts, as they do while they sign in: nobody else has sent the request.
 *
 * @param call - the request
 * @param user - who signs in
 * @returns the same request, whose events tell of that user
 */
export function actingAs(call: Call, user: User): Call {
  const caller = { user };
  return { ...call, caller, record: recorder({ ...call, caller }) };
}
