import { Fault } from '../answers/fault.js';
import type { Call } from '../call.js';
import { executeHook } from '../hooks/execute-hook.js';
import { isObject, type JsonObject, memberAt } from '../org/json.js';
import type { Org } from '../org/org.js';
import { ownPassword } from '../users/password.js';
import { moveUser } from '../users/transitions.js';
import type { User } from '../users/user.js';
import { userNamed } from '../users/user-store.js';
import type { Passport } from './sign-in.js';

const EVENT = 'com.okta.user.credential.password.import';
const INLINE_HOOKS = '/api/v1/inlineHooks';

/**
 * Asks the password import hook about a user whose password is in another system still. If the hook says that it is
 * right, it is the user's password here from then on.
 *
 * @param call - the request
 * @param passport - name and password as they were sent
 * @see https://developer.okta.com/docs/api/openapi/okta-management/management/tag/InlineHook/#tag/InlineHook/operation/createPasswordImportInlineHook
 */
export async function importPassword(call: Call, passport: Passport): Promise<void> {
  const asked = awaitsImport(userNamed(call.org, passport.username));
  const hook = hookOf(call.org);
  if (asked === undefined || hook === undefined) return;
  if (!(await isVerified(hook, payloadFor(call, passport)))) return;
  // While the hook was asked, the user may have got another password.
  const user = awaitsImport(call.org.users.get(asked.id));
  if (user === undefined) return;
  const credentials = { ...user.credentials, password: ownPassword(passport.password) };
  const provider = { type: 'OKTA', name: 'OKTA' };
  moveUser(call.org, user, { credentials: { ...credentials, provider }, lastUpdated: user.lastUpdated });
}

function awaitsImport(user: User | undefined): User | undefined {
  const password = user?.credentials.password;
  return password?.kind === 'imported' && password.hash === undefined ? user : undefined;
}

function hookOf({ resources }: Org): JsonObject | undefined {
  return [...resources.values(INLINE_HOOKS)].find(({ type, status }) => type === EVENT && status === 'ACTIVE');
}

function payloadFor({ origin, requestId }: Call, { username, password }: Passport) {
  return {
    eventType: EVENT,
    eventTypeVersion: '1.0',
    contentType: 'application/json',
    cloudEventVersion: '0.1',
    source: `${origin}/api/v1/inlineHooks`,
    eventId: requestId,
    data: {
      context: {
        request: { id: requestId, method: 'POST', url: { value: '/api/v1/authn' } },
        credential: { username, password },
      },
      action: { credential: 'UNVERIFIED' },
    },
  };
}

/** A hook that fails has not said yes. */
async function isVerified(hook: JsonObject, payload: unknown): Promise<boolean> {
  try {
    const { commands } = await executeHook(hook, payload);
    return Array.isArray(commands) && commands.filter(isObject).some(saysYes);
  } catch (error) {
    if (error instanceof Fault) return false;
    throw error;
  }
}

function saysYes(command: JsonObject): boolean {
  return command['type'] === 'com.okta.action.update' && memberAt(command, ['value', 'credential']) === 'VERIFIED';
}
