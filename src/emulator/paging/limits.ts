/** How many items a page holds. */
export interface PageSize {
  /** Used if the request names none. */
  readonly standard: number;
  /** More are never given. */
  readonly largest: number;
}

/**
 * Page sizes of the lists, by what is listed. Source: the `limit` parameters of
 * https://developer.okta.com/docs/api/openapi/okta-management/ and recorded answers
 */
export const pageSizes = {
  users: { standard: 200, largest: 200 },
  usersFoundByWord: { standard: 10, largest: 200 },
  userGroups: { standard: 200, largest: 200 },
  groups: { standard: 10_000, largest: 10_000 },
  groupsFoundByWord: { standard: 300, largest: 10_000 },
  groupMembers: { standard: 1000, largest: 1000 },
  groupRules: { standard: 50, largest: 200 },
  groupOwners: { standard: 1000, largest: 10_000 },
  groupApps: { standard: 20, largest: 200 },
  apps: { standard: 20, largest: 200 },
  appUsers: { standard: 50, largest: 500 },
  appGroups: { standard: 20, largest: 200 },
  mappings: { standard: 20, largest: 200 },
  realms: { standard: 200, largest: 200 },
  realmsFound: { standard: 10, largest: 200 },
  realmAssignments: { standard: 20, largest: 200 },
  roleTargets: { standard: 20, largest: 200 },
  roleAssignees: { standard: 100, largest: 200 },
  customRoles: { standard: 100, largest: 100 },
  resourceSets: { standard: 100, largest: 100 },
  resourceSetResources: { standard: 100, largest: 100 },
  bindings: { standard: 100, largest: 100 },
  bindingMembers: { standard: 100, largest: 100 },
  linkedUsers: { standard: 1000, largest: 1000 },
  principalRateLimits: { standard: 20, largest: 50 },
  authorizationServers: { standard: 200, largest: 200 },
  oauthScopes: { standard: 200, largest: 200 },
  refreshTokens: { standard: 20, largest: 200 },
  policyApps: { standard: 20, largest: 200 },
  yubikeyTokens: { standard: 20, largest: 200 },
  groupPushMappings: { standard: 100, largest: 1000 },
  crossAppConnections: { standard: 20, largest: 200 },
  apiServices: { standard: 20, largest: 200 },
  identityProviders: { standard: 20, largest: 200 },
  identityProviderKeys: { standard: 20, largest: 200 },
  identityProviderUsers: { standard: 20, largest: 200 },
  logEvents: { standard: 100, largest: 1000 },
} as const satisfies Record<string, PageSize>;

/** A list that is paged. */
export type PagedList = keyof typeof pageSizes;
