import { noContent, ok } from '../answers/answer.js';
import { fail, invalid } from '../answers/fault.js';
import { bodyOf, switchIn } from '../body.js';
import type { Call, Handler, Handlers } from '../call.js';
import { enroll, isOffered } from '../factors/enroll.js';
import { factorKinds } from '../factors/factor-kinds.js';
import { linkTo } from '../factors/factor-links.js';
import { dropFactor, factorsOf, findFactor } from '../factors/factor-store.js';
import { activationOf, factorView } from '../factors/factor-view.js';
import { questions } from '../factors/questions.js';
import { userTarget } from '../log/targets.js';
import { findUser } from '../users/user-store.js';

const LONGEST_LIFETIME_S = 86_400;

const enrollFactor: Handler = (call) => {
  const user = findUser(call);
  if (user.status === 'DEPROVISIONED') throw fail('E0000038');
  const enrollment = {
    body: bodyOf(call),
    activate: switchIn(call, 'activate', false),
    lifetimeSeconds: lifetimeIn(call),
  };
  const factor = enroll(call, user, enrollment);
  const _embedded = activationOf({ factor, user, subdomain: call.org.facts.subdomain }, call.origin);
  const view = factorView(factor, { origin: call.origin, userId: user.id });
  return ok(Object.keys(_embedded).length === 0 ? view : { ...view, _embedded });
};

/** Reads how long a mailed code is to hold. */
export function lifetimeIn({ query }: Call): number | undefined {
  const sent = query.get('tokenLifetimeSeconds');
  if (sent === null || sent === '') return undefined;
  const seconds = Number(sent);
  if (Number.isInteger(seconds) && seconds >= 1 && seconds <= LONGEST_LIFETIME_S) return seconds;
  throw invalid('tokenLifetimeSeconds', `The field must be between 1 and ${LONGEST_LIFETIME_S}`);
}

const listFactors: Handler = (call) => {
  const { id } = findUser(call);
  return ok(factorsOf(call.org, id).map((factor) => factorView(factor, { origin: call.origin, userId: id })));
};

const getFactor: Handler = (call) => {
  const { user, factor } = findFactor(call);
  return ok(factorView(factor, { origin: call.origin, userId: user.id }));
};

const unenrollFactor: Handler = (call) => {
  const { user, factor } = findFactor(call);
  if (user.status === 'DEPROVISIONED') throw fail('E0000038');
  dropFactor(call.org, user.id, factor);
  call.record('user.mfa.factor.deactivate', [userTarget(user)]);
  return noContent();
};

const listSupportedFactors: Handler = (call) => {
  const { id } = findUser(call);
  const self = `${call.origin}/api/v1/users/${id}/factors`;
  const enrolled = factorsOf(call.org, id);
  const offered = factorKinds.filter((kind) => isOffered(call.org, kind));
  return ok(
    offered.map(({ factorType, provider }) => ({
      factorType,
      provider,
      vendorName: provider,
      status:
        enrolled.find((each) => each.factorType === factorType && each.provider === provider)?.status ?? 'NOT_SETUP',
      enrollment: 'OPTIONAL',
      _links: {
        ...(factorType === 'question' && { questions: linkTo(`${self}/questions`, 'GET') }),
        enroll: linkTo(self, 'POST'),
      },
    })),
  );
};

const listSupportedSecurityQuestions: Handler = (call) => {
  findUser(call);
  return ok(Object.entries(questions).map(([question, questionText]) => ({ question, questionText })));
};

/** Factors of users. */
export const factors: Handlers = {
  enrollFactor,
  listFactors,
  getFactor,
  unenrollFactor,
  listSupportedFactors,
  listSupportedSecurityQuestions,
};
