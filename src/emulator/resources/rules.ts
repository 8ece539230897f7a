import { agents } from '../rules/agents.js';
import { behaviors } from '../rules/behaviors.js';
import { brands } from '../rules/brands.js';
import { devices } from '../rules/devices.js';
import { domains } from '../rules/domains.js';
import { emailTemplates } from '../rules/email-templates.js';
import { federatedClaims } from '../rules/federated-claims.js';
import { governance } from '../rules/governance.js';
import { hooks } from '../rules/hooks.js';
import { identitySources } from '../rules/identity-sources.js';
import { integrations } from '../rules/integrations.js';
import { logStreams } from '../rules/log-streams.js';
import { orgSettings } from '../rules/org-settings.js';
import { origins } from '../rules/origins.js';
import { privilegedAccess } from '../rules/privileged-access.js';
import { security } from '../rules/security.js';
import { senders } from '../rules/senders.js';
import { threats } from '../rules/threats.js';
import { zones } from '../rules/zones.js';
import type { ResourceRules } from './rule.js';

/** What is special about kinds of resources, by path. A new file of rules is a line here. */
export const rules: ResourceRules = {
  ...devices,
  ...security,
  ...logStreams,
  ...behaviors,
  ...threats,
  ...origins,
  ...zones,
  ...federatedClaims,
  ...hooks,
  ...agents,
  ...brands,
  ...domains,
  ...emailTemplates,
  ...governance,
  ...identitySources,
  ...integrations,
  ...orgSettings,
  ...privilegedAccess,
  ...senders,
};
