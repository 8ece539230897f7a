import { noContent, ok } from '../answers/answer.js';
import { notFound } from '../answers/fault.js';
import { keepImage } from '../brands/theme-image.js';
import { type Call, type Handler, type Handlers, pathMember } from '../call.js';
import { stored } from '../resources/store.js';

const uploadLogo: Handler = async (call) => {
  const path = await keepImage(call);
  return { status: 201, headers: { Location: call.origin + path } };
};

function mustExist(call: Call): void {
  const key = pathMember(call, 'submissionId');
  if (stored(call.org, { list: '/integrations/api/v1/submissions', key }) === undefined)
    throw notFound(key, 'Submission');
}

/** No workflows run here, so there is nothing to choose from, and nothing that could be wrong. */
const listAvailableActions: Handler = (call) => {
  mustExist(call);
  return ok({ actions: [] });
};

const verifyActions: Handler = (call) => {
  mustExist(call);
  return ok({ valid: true, validationDetails: [] });
};

/** Where the admin would give their consent. */
const getOAuth2AccessTokenForExpressConfiguration: Handler = (call) => {
  const id = pathMember(call, 'appId');
  if (call.org.apps.get(id) === undefined) throw notFound(id, 'AppInstance');
  return { status: 302, headers: { Location: `${call.origin}/admin/app/instance/${id}` } };
};

const preparePrivilegedResourcesToBeFetched: Handler = (call) => {
  const id = pathMember(call, 'containerId');
  if (call.org.apps.get(id) === undefined) throw notFound(id, 'AppInstance');
  return noContent();
};

/** Operations of integrations that neither read nor write a resource. */
export const integrationActions: Handlers = {
  getOAuth2AccessTokenForExpressConfiguration,
  uploadSubmissionLogo: uploadLogo,
  uploadSubmissionDefaultLogo: uploadLogo,
  listAvailableActions,
  verifyActions,
  preparePrivilegedResourcesToBeFetched,
};
