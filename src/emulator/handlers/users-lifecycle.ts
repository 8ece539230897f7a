import { type Answer, ok } from '../answers/answer.js';
import { forgetFailures } from '../authn/failures.js';
import { issueRecoveryToken, mailToken } from '../authn/recovery-mail.js';
import { switchIn } from '../body.js';
import type { Call, Handler, Handlers } from '../call.js';
import { dropFactor, factorsOf } from '../factors/factor-store.js';
import type { EventType } from '../log/event-types.js';
import { userTarget } from '../log/targets.js';
import { activate, deactivate } from '../users/activation.js';
import { checkStatus, moveUser, type TransitionName } from '../users/transitions.js';
import type { User } from '../users/user.js';
import { findUser } from '../users/user-store.js';

/** What an operation does to a user whose status allows it. */
type Step = (call: Call, user: User) => void;

const activateUser: Handler = (call) => {
  const id = take(call, 'activateUser', activate);
  return activation(call, id, switchIn(call, 'sendEmail', true));
};

const reactivateUser: Handler = (call) => {
  const id = take(call, 'reactivateUser', moveTo({}, 'user.lifecycle.reactivate'));
  return activation(call, id, switchIn(call, 'sendEmail', false));
};

/** Without a mail, the token that it would have brought is in the answer. */
function activation({ org, origin }: Call, id: string, mailed: boolean): Answer {
  const user = org.users.get(id);
  if (user === undefined) return ok();
  const recoveryType = 'ACCOUNT_ACTIVATION';
  if (mailed) {
    mailToken(org, { user, recoveryType, origin });
    return ok();
  }
  const activationToken = issueRecoveryToken(org, user, recoveryType);
  return ok({ activationUrl: `${origin}/tokens/${activationToken}/verify`, activationToken });
}

const deactivateUser = plain('deactivateUser', deactivate);
const suspendUser = plain('suspendUser', moveTo({ status: 'SUSPENDED' }, 'user.lifecycle.suspend'));
const unsuspendUser = plain('unsuspendUser', moveTo({ status: 'ACTIVE' }, 'user.lifecycle.unsuspend'));
const unlockUser = plain('unlockUser', (call, user) => {
  forgetFailures(call.org, user.id);
  moveTo({ status: 'ACTIVE' }, 'user.account.unlock_by_admin')(call, user);
});
const resetFactors = plain('resetFactors', (call, user) => {
  for (const factor of factorsOf(call.org, user.id)) dropFactor(call.org, user.id, factor);
  moveTo({}, 'user.mfa.factor.reset_all')(call, user);
});

/** A handler that takes a step and answers an empty object. */
function plain(name: TransitionName, step: Step): Handler {
  return (call) => {
    take(call, name, step);
    return ok();
  };
}

function take(call: Call, name: TransitionName, step: Step): string {
  const user = findUser(call);
  checkStatus(user, name);
  step(call, user);
  return user.id;
}

function moveTo(change: Partial<User>, event: EventType): Step {
  return ({ org, record }, user) => record(event, [userTarget(moveUser(org, user, change))]);
}

/** Moving users through their life cycle. */
export const usersLifecycle: Handlers = {
  activateUser,
  reactivateUser,
  deactivateUser,
  suspendUser,
  unsuspendUser,
  unlockUser,
  resetFactors,
};
