import { type Answer, ok } from '../answers/answer.js';
import { notFound } from '../answers/fault.js';
import { optionalBodyOf, textsIn } from '../body.js';
import { DOMAINS } from '../brands/domain.js';
import { type Call, type Handler, type Handlers, pathMember } from '../call.js';
import { store, stored, storedIn } from '../resources/store.js';

const LIST = '/api/v1/dr/status';

/** The org's own domain and its custom ones. */
function domainsOf({ org }: Call): string[] {
  return [`${org.facts.subdomain}.okta.test`, ...[...storedIn(org, DOMAINS)].map(({ domain }) => String(domain))];
}

function statusOf({ org }: Call, domain: string) {
  return { domain, isFailedOver: stored(org, { list: LIST, key: domain })?.['isFailedOver'] === true };
}

const getDRStatus: Handler = (call) => ok({ status: domainsOf(call).map((domain) => statusOf(call, domain)) });

const getDRStatusForDomain: Handler = (call) => {
  const domain = pathMember(call, 'domain');
  if (!domainsOf(call).includes(domain)) throw notFound(domain, 'Domain');
  return ok({ status: [statusOf(call, domain)] });
};

/** Without a list of domains all of them move. */
const move =
  (isFailedOver: boolean) =>
  (call: Call): Answer => {
    const wanted = textsIn(optionalBodyOf(call), 'domains');
    const known = domainsOf(call);
    const results = (wanted.length > 0 ? wanted : known).map((domain) => {
      if (!known.includes(domain)) return { domain, message: 'Domain not found' };
      store(call.org, { list: LIST, key: domain }, { isFailedOver });
      return { domain, message: 'Success' };
    });
    return ok({ results });
  };

/** Where the org is served from. */
export const disasterRecovery: Handlers = {
  getDRStatus,
  getDRStatusForDomain,
  startOrgFailover: move(true),
  startOrgFailback: move(false),
};
