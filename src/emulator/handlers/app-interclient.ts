import { noContent, ok } from '../answers/answer.js';
import { BLANK, invalid, notFound, TAKEN } from '../answers/fault.js';
import { APP } from '../apps/app.js';
import { findApp } from '../apps/app-store.js';
import { bodyOf, textIn } from '../body.js';
import { type Handler, type Handlers, pathMember } from '../call.js';
import { appTarget } from '../log/targets.js';
import { nowIn } from '../org/org.js';

const listInterclientAllowedApplications: Handler = (call) => ok([...call.org.trustedClients.rights(findApp(call).id)]);

const listInterclientTargetApplications: Handler = (call) => ok([...call.org.trustedClients.lefts(findApp(call).id)]);

const createInterclientTrustMapping: Handler = (call) => {
  const { org, caller } = call;
  const app = findApp(call);
  const trusted = textIn(bodyOf(call), 'id') ?? '';
  if (trusted === '') throw invalid('id', BLANK);
  if (org.apps.get(trusted) === undefined) throw notFound(trusted, APP);
  if (trusted === app.id) throw invalid('id', 'An app cannot be allowed to itself');
  if (org.trustedClients.get(app.id, trusted)) throw invalid('id', TAKEN);
  org.trustedClients.set(app.id, trusted, true);
  call.record('application.lifecycle.update', [appTarget(app)]);
  const now = nowIn(org);
  const body = {
    id: org.ids.next('itm'),
    orgId: org.facts.id,
    appInstanceId: app.id,
    trustedAppInstanceId: trusted,
    created: now,
    lastUpdated: now,
    lastUpdatedBy: caller.user?.id ?? caller.app?.id ?? '',
  };
  return { status: 201, body };
};

const deleteInterclientTrustMapping: Handler = (call) => {
  const app = findApp(call);
  const id = pathMember(call, 'allowedAppId');
  if (!call.org.trustedClients.delete(app.id, id)) throw notFound(id, APP);
  call.record('application.lifecycle.update', [appTarget(app)]);
  return noContent();
};

/** Which apps may sign users in to which others. */
export const appInterclient: Handlers = {
  listInterclientAllowedApplications,
  listInterclientTargetApplications,
  createInterclientTrustMapping,
  deleteInterclientTrustMapping,
};
