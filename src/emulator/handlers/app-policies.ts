import { noContent } from '../answers/answer.js';
import { invalid, notFound } from '../answers/fault.js';
import { findApp } from '../apps/app-store.js';
import { type Handler, type Handlers, pathMember } from '../call.js';
import { appTarget } from '../log/targets.js';
import { assignToPolicy } from '../policies/app-policies.js';

const ASSIGNABLE = ['ACCESS_POLICY', 'PROFILE_ENROLLMENT'];

const assignApplicationPolicy: Handler = (call) => {
  const app = findApp(call);
  const id = pathMember(call, 'policyId');
  const policy = call.org.policies.get(id);
  if (policy === undefined) throw notFound(id, 'Policy');
  if (!ASSIGNABLE.includes(policy.type)) throw invalid('policyId', `No app is assigned to a ${policy.type} policy`);
  assignToPolicy(call.org, app, policy);
  call.record('application.policy.sign_on.update', [appTarget(app)]);
  return noContent();
};

/** Which policies decide about an app. */
export const appPolicies: Handlers = { assignApplicationPolicy };
