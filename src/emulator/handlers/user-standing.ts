import { ok } from '../answers/answer.js';
import { BLANK, invalid } from '../answers/fault.js';
import { bodyOf, textIn } from '../body.js';
import type { Call, Handler, Handlers } from '../call.js';
import { userTarget } from '../log/targets.js';
import { nowIn } from '../org/org.js';
import type { User } from '../users/user.js';
import { findUser } from '../users/user-store.js';

const levels = ['HIGH', 'MEDIUM', 'LOW'];
const classes = ['STANDARD', 'LITE'];

const getUserRisk: Handler = (call) => {
  const user = findUser(call);
  return ok({ riskLevel: call.org.userRisks.get(user.id) ?? 'NONE', _links: riskLinks(user, call) });
};

const upsertUserRisk: Handler = (call) => {
  const { org } = call;
  const user = findUser(call);
  const riskLevel = choiceIn(call, 'riskLevel', levels);
  const status = org.userRisks.get(user.id) === undefined ? 201 : 200;
  org.userRisks.set(user.id, riskLevel);
  call.record('user.risk.change', [userTarget(user)]);
  return { status, body: { riskLevel, reason: 'ADMIN_OVERRIDDEN_RISK_LEVEL', _links: riskLinks(user, call) } };
};

function riskLinks({ id }: User, { origin }: Call) {
  const user = `${origin}/api/v1/users/${id}`;
  return { self: { href: `${user}/risk`, hints: { allow: ['GET', 'PUT'] } }, user: { href: user } };
}

const getUserClassification: Handler = (call) => {
  const { id, created } = findUser(call);
  return ok(call.org.classifications.get(id) ?? { type: 'STANDARD', lastUpdated: created });
};

const replaceUserClassification: Handler = (call) => {
  const { id } = findUser(call);
  const classification = { type: choiceIn(call, 'type', classes), lastUpdated: nowIn(call.org) };
  call.org.classifications.set(id, classification);
  return ok(classification);
};

function choiceIn(call: Call, member: string, choices: readonly string[]): string {
  const value = textIn(bodyOf(call), member) ?? '';
  if (value === '') throw invalid(member, BLANK);
  if (!choices.includes(value)) throw invalid(member, `The field must be one of ${choices.join(', ')}`);
  return value;
}

/** How risky and of which class users are. */
export const userStanding: Handlers = {
  getUserRisk,
  upsertUserRisk,
  getUserClassification,
  replaceUserClassification,
};
