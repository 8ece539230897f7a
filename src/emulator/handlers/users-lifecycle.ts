import { type Answer, ok } from '../answers/answer.js';
import { switchIn } from '../body.js';
import type { Call, Handler, Handlers } from '../call.js';
import type { EventType } from '../log/event-types.js';
import { userTarget } from '../log/targets.js';
import { activate, deactivate } from '../users/activation.js';
import { oneTimeToken } from '../users/one-time-tokens.js';
import { checkStatus, moveUser, type TransitionName } from '../users/transitions.js';
import type { User } from '../users/user.js';
import { findUser } from '../users/user-store.js';

/** What an operation does to a user whose status allows it. */
type Step = (call: Call, user: User) => void;

const activateUser: Handler = (call) => {
  take(call, 'activateUser', activate);
  return activation(call, switchIn(call, 'sendEmail', true));
};

const reactivateUser: Handler = (call) => {
  take(call, 'reactivateUser', moveTo({}, 'user.lifecycle.reactivate'));
  return activation(call, switchIn(call, 'sendEmail', false));
};

/** Without a mail, the token that it would have brought is in the answer. */
function activation({ org, origin }: Call, mailed: boolean): Answer {
  if (mailed) return ok();
  const activationToken = oneTimeToken(org);
  return ok({ activationUrl: `${origin}/tokens/${activationToken}/verify`, activationToken });
}

const deactivateUser = plain('deactivateUser', deactivate);
const suspendUser = plain('suspendUser', moveTo({ status: 'SUSPENDED' }, 'user.lifecycle.suspend'));
const unsuspendUser = plain('unsuspendUser', moveTo({ status: 'ACTIVE' }, 'user.lifecycle.unsuspend'));
const unlockUser = plain('unlockUser', moveTo({ status: 'ACTIVE' }, 'user.account.unlock_by_admin'));
const resetFactors = plain('resetFactors', moveTo({}, 'user.mfa.factor.reset_all'));

/** A handler that takes a step and answers an empty object. */
function plain(name: TransitionName, step: Step): Handler {
  return (call) => {
    take(call, name, step);
    return ok();
  };
}

function take(call: Call, name: TransitionName, step: Step): void {
  const user = findUser(call);
  checkStatus(user, name);
  step(call, user);
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
