import { id } from '../ids.js';
import { made, type Samples } from '../value.js';

/** Groups, roles, resource sets and governance. */
export const groups: Samples = {
  CreateGroupRequest: { profile: made },
  ReplaceGroupRequest: { profile: made },
  OktaUserGroupProfile: { name: made, description: made },
  CreateGroupRuleRequest: {
    type: 'group_rule',
    name: 'Engineers by department',
    conditions: { expression: made },
    actions: { assignUserToGroups: { groupIds: made } },
  },
  GroupRule: {
    type: 'group_rule',
    name: 'Engineers by department',
    conditions: { expression: made },
    actions: { assignUserToGroups: { groupIds: made } },
  },
  GroupRuleExpression: { type: 'urn:okta:expression:1.0', value: 'user.department == "Engineering"' },
  AssignGroupOwnerRequestBody: { id: id('00u'), type: 'USER' },
  StandardRoleAssignmentSchema: { type: 'HELP_DESK_ADMIN' },
  CustomRoleAssignmentSchema: { type: 'CUSTOM', role: made, 'resource-set': id('iam') },
  CreateIamRoleRequest: {
    label: 'User support',
    description: 'Helps people who cannot sign in',
    permissions: ['okta.users.read', 'okta.users.credentials.manage'],
  },
  UpdateIamRoleRequest: { label: 'User support', description: 'Helps people who cannot sign in' },
  CreateUpdateIamRolePermissionRequest: {
    conditions: { include: { 'okta:ResourceAttribute/User/Profile': ['city', 'state'] } },
  },
  CreateResourceSetRequest: {
    label: 'Engineering',
    description: 'All that belongs to engineering',
    resources: [`https://acme.okta.com/api/v1/groups/${id('00g')}`],
  },
  ResourceSet: { label: 'Engineering', description: 'All that belongs to engineering' },
  ResourceSetResourcePostRequest: {
    resourceOrnOrUrl: 'orn:okta:directory:00o1a2b3c4D5e6F7g8h9:users',
    conditions: made,
  },
  ResourceSetResourcePutRequest: { conditions: made },
  ResourceConditions: { Exclude: made },
  ResourceConditionsExclude: { 'okta:ORN': [`orn:okta:directory:00o1a2b3c4D5e6F7g8h9:users:${id('00u')}`] },
  ResourceSetResourcePatchRequest: { additions: [`https://acme.okta.com/api/v1/groups/${id('00g')}`] },
  ResourceSetBindingCreateRequest: { role: made, members: [`https://acme.okta.com/api/v1/users/${id('00u')}`] },
  ResourceSetBindingAddMembersRequest: { additions: [`https://acme.okta.com/api/v1/users/${id('00u')}`] },
  GovernanceBundleCreateRequest: { name: 'Support desk', description: 'Roles of the support desk', entitlements: made },
  GovernanceBundleUpdateRequest: { name: 'Support desk', description: 'Roles of the support desk' },
  IAMBundleEntitlement: { role: made, resourceSets: [id('iam')] },
  CreateGroupPushMappingRequest: {
    sourceGroupId: made,
    targetGroupName: 'Engineering (pushed)',
    status: 'ACTIVE',
  },
  UpdateGroupPushMappingRequest: { status: 'INACTIVE' },
  AgentAction: {
    id: id('00g'),
    parameters: { action: 'ADD', attribute: 'member', values: ['CN=Ada Lovelace,OU=Users,DC=example,DC=com'] },
  },
  GroupQueryRequest: { attributes: ['name', 'description'] },
  PrivilegedResourceFilters: { appGroups: made },
  AppGroup: { externalId: 'engineering', name: made },
};
