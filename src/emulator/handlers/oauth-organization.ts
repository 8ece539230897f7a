import { ok } from '../answers/answer.js';
import type { Handler, Handlers } from '../call.js';

/** Cell of the service that the org seems to live in. */
const CELL = 'op3';

const getWellknownOrgMetadata: Handler = ({ org, origin }) =>
  ok({
    id: org.facts.id,
    cell: CELL,
    _links: { organization: { href: origin } },
    pipeline: 'idx',
    settings: {
      analyticsCollectionEnabled: false,
      bugReportingEnabled: true,
      omEnabled: false,
      pssoEnabled: false,
      desktopMFAEnabled: false,
      itpEnabled: false,
    },
  });

/** What an org tells everybody about itself. */
export const oauthOrganization: Handlers = { getWellknownOrgMetadata };
