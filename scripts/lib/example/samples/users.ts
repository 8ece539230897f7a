import { id } from '../ids.js';
import { made, type Samples } from '../value.js';

/** Users, their credentials, types and schemas. */
export const users: Samples = {
  CreateUserRequest: {
    profile: made,
    credentials: { password: { value: made } },
    groupIds: made,
  },
  UserProfile: { firstName: made, lastName: made, email: made, login: made },
  UpdateUserRequest: { profile: { department: made, title: 'Analyst', mobilePhone: made } },
  UserCredentials: { password: { value: made }, recovery_question: made },
  RecoveryQuestionCredential: { question: 'Who designed the engine?', answer: made },
  PasswordCredential: { value: made },
  ChangePasswordRequest: {
    oldPassword: { value: 'c0rrect-Horse-7' },
    newPassword: { value: made },
    revokeSessions: true,
  },
  ReplaceUserClassification: { type: 'LITE' },
  UserRiskRequest: { riskLevel: 'HIGH', riskReason: 'Reported by the security desk' },
  UserIdentityProviderLinkRequest: { externalId: '10815' },
  UserType: { name: 'contractor', displayName: 'Contractor', description: 'People who work for us by contract' },
  UserTypePutRequest: {
    name: 'contractor',
    displayName: 'Contractor',
    description: 'People who work for us by contract',
  },
  UserTypePostRequest: { displayName: 'External contractor' },
  UserSchema: { definitions: { custom: { properties: { badgeNumber: made } } } },
  UserSchemaPublic: { properties: made },
  UserSchemaAttribute: { title: 'Badge number', type: 'string', maxLength: 12 },
  GroupSchema: { definitions: { custom: { properties: { costCenter: made } } } },
  GroupSchemaAttribute: { title: 'Cost center', type: 'string', maxLength: 12 },
  LinkedObject: {
    primary: { name: 'manager', title: 'Manager', type: 'USER' },
    associated: { name: 'subordinate', title: 'Subordinate', type: 'USER' },
  },
  CreateSessionRequest: { sessionToken: made },
  KeepCurrent: { keepCurrent: true },
  CreateUISchema: { uiSchema: made },
  UpdateUISchema: { uiSchema: made },
  UISchemaObject: { type: 'Group', label: 'Sign up', buttonLabel: 'Continue', elements: made },
  UIElement: { type: 'Control', scope: '#/properties/lastName', label: 'Last name', options: { format: 'text' } },
  ProfileMappingRequest: { properties: { firstName: { expression: 'user.firstName', pushStatus: 'PUSH' } } },
  RealmProfile: { name: 'Partners', realmType: 'PARTNER', domains: ['example.com'] },
  CreateRealmRequest: { profile: made },
  UpdateRealmRequest: { profile: made },
  CreateRealmAssignmentRequest: {
    name: 'Partners by domain',
    priority: 1,
    conditions: {
      profileSourceId: id('0oa'),
      expression: { value: 'String.stringContains(user.profile.login, "@example.com")' },
    },
    actions: { assignUserToRealm: { realmId: made } },
  },
  UpdateRealmAssignmentRequest: {
    name: 'Partners by domain',
    priority: 2,
    conditions: {
      profileSourceId: id('0oa'),
      expression: { value: 'String.stringContains(user.profile.login, "@example.org")' },
    },
    actions: { assignUserToRealm: { realmId: made } },
  },
  OperationRequest: { assignmentId: made },
};
