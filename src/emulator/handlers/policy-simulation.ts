import { ok } from '../answers/answer.js';
import { fail, notFound } from '../answers/fault.js';
import { APP, type App } from '../apps/app.js';
import { textIn, textsIn } from '../body.js';
import type { Call, Handler, Handlers } from '../call.js';
import { isObject, type JsonObject } from '../org/json.js';
import { policyOfApp } from '../policies/app-policies.js';
import { isPolicyType, type PolicyType } from '../policies/policy.js';
import { type Circumstances, circumstancesFrom, simulate } from '../policies/simulate.js';

/** Simulated if the request names no types. Source: `PolicyTypeSimulation`. */
const SIMULATED: readonly PolicyType[] = ['OKTA_SIGN_ON', 'MFA_ENROLL', 'PROFILE_ENROLLMENT', 'ACCESS_POLICY'];

const createPolicySimulation: Handler = (call) => {
  const { body } = call;
  if (!Array.isArray(body)) throw fail('E0000003');
  const expand = (call.query.get('expand') ?? '').toUpperCase();
  const evaluations = body.filter(isObject).flatMap((sent) => evaluate(call, sent));
  if (expand.includes('EVALUATED')) return ok(evaluations);
  return ok(evaluations.map(({ evaluated: _, undefined: __, ...decided }) => decided));
};

function evaluate({ org }: Call, sent: JsonObject) {
  const appId = textIn(sent, 'appInstance') ?? '';
  const app = org.apps.get(appId);
  if (app === undefined) throw notFound(appId, APP);
  const circumstances = circumstancesFrom(org, sent);
  const wanted = textsIn(sent, 'policyTypes').filter(isPolicyType);
  return (wanted.length > 0 ? wanted : SIMULATED).map((type) => decide({ org, app, circumstances }, type));
}

interface Case {
  readonly org: Call['org'];
  readonly app: App;
  readonly circumstances: Circumstances;
}

/** Of the types that apps are assigned to, only the policy of the app comes into question. */
function decide({ org, app, circumstances }: Case, type: PolicyType) {
  const isAssigned = type === 'ACCESS_POLICY' || type === 'PROFILE_ENROLLMENT';
  const policies = isAssigned ? [policyOfApp(org, app, type)] : undefined;
  return simulate(org, type, { policies, circumstances });
}

/** Trying out policies. */
export const policySimulation: Handlers = { createPolicySimulation };
