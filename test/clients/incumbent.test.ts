import { describe } from 'vitest';
import { appsOf } from './incumbent/apps.js';
import { authorizationOf } from './incumbent/authorization.js';
import { factorsOf } from './incumbent/factors.js';
import { groupsOf } from './incumbent/groups.js';
import { oauthOf } from './incumbent/oauth.js';
import { openDay } from './incumbent/org.js';
import { organizationOf } from './incumbent/organization.js';
import { policiesOf } from './incumbent/policies.js';
import { usersOf } from './incumbent/users.js';

describe('with the SDK that is released, for JavaScript,', () => {
  const day = openDay();
  usersOf(day);
  groupsOf(day);
  appsOf(day);
  factorsOf(day);
  policiesOf(day);
  authorizationOf(day);
  organizationOf(day);
  oauthOf(day);
});
