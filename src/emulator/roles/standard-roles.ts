import { base32 } from './base32.js';

/** A role that comes with Okta. */
export interface StandardRole {
  readonly label: string;
  /** What an assignment can be limited to. */
  readonly targets?: 'groups' | 'apps';
  /** Roles of other products are answered as custom roles, with this instead of a resource set. */
  readonly resourceSet?: string;
}

/**
 * Standard roles by type.
 *
 * Source: https://developer.okta.com/docs/api/openapi/okta-management/guides/roles/
 */
export const standardRoles: Readonly<Record<string, StandardRole>> = {
  SUPER_ADMIN: { label: 'Super Administrator' },
  ORG_ADMIN: { label: 'Organization Administrator' },
  API_ACCESS_MANAGEMENT_ADMIN: { label: 'API Access Management Administrator' },
  APP_ADMIN: { label: 'Application Administrator', targets: 'apps' },
  USER_ADMIN: { label: 'Group Administrator', targets: 'groups' },
  HELP_DESK_ADMIN: { label: 'Help Desk Administrator', targets: 'groups' },
  GROUP_MEMBERSHIP_ADMIN: { label: 'Group Membership Administrator', targets: 'groups' },
  READ_ONLY_ADMIN: { label: 'Read-only Administrator' },
  REPORT_ADMIN: { label: 'Report Administrator' },
  WORKFLOWS_ADMIN: { label: 'Workflows Administrator', resourceSet: 'WORKFLOWS_IAM_POLICY' },
  ACCESS_REQUESTS_ADMIN: { label: 'Access Requests Administrator', resourceSet: 'ACCESS_REQUESTS_IAM_POLICY' },
  ACCESS_CERTIFICATIONS_ADMIN: {
    label: 'Access Certifications Administrator',
    resourceSet: 'ACCESS_CERTIFICATIONS_IAM_POLICY',
  },
};

/**
 * As recorded, the assignment of a role that can be limited is named after its type, so that ids repeat across users.
 *
 * @param type - of the role
 * @returns id of every assignment of it, `undefined` for roles whose assignments have ids of their own
 */
export function sharedId(type: string): string | undefined {
  return standardRoles[type]?.targets === undefined ? undefined : base32(type);
}
