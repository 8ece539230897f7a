import type { Clock } from '../../clock.js';
import type { ApiService } from '../api-services/api-service.js';
import type { App } from '../apps/app.js';
import type { AppGroup, AppUser } from '../apps/assignment.js';
import type { ClientSecret } from '../apps/client-credentials.js';
import type { CrossAppConnection } from '../apps/cross-app-connection.js';
import type { GroupPushMapping } from '../apps/group-push.js';
import type { ProvisioningConnection } from '../apps/provisioning-connection.js';
import type { Authenticator } from '../authenticators/authenticator.js';
import type { CustomAaguid } from '../authenticators/custom-aaguid.js';
import type { TemporaryCode } from '../authenticators/temporary-code.js';
import type { AuthnTransaction } from '../authn/authn-transaction.js';
import type { Failures } from '../authn/failures.js';
import type { RecoveryToken } from '../authn/recovery-token.js';
import type {
  AccessPolicy,
  AccessRule,
  AuthorizationServer,
  OAuthClaim,
  OAuthScope,
  ResourceServerKey,
} from '../authorization-servers/authorization-server.js';
import type { Factor } from '../factors/factor.js';
import type { Preregistration } from '../factors/preregistration.js';
import type { PushTransaction } from '../factors/push-transaction.js';
import type { YubikeyToken } from '../factors/yubikey-token.js';
import type { GroupRule } from '../group-rules/group-rule.js';
import type { Group } from '../groups/group.js';
import type { GroupOwner } from '../groups/group-owner.js';
import type { HookKey } from '../hooks/hook-key.js';
import type { IdentityProvider } from '../idps/identity-provider.js';
import type { IdentityProviderUser } from '../idps/identity-provider-user.js';
import type { Image } from '../images/image.js';
import type { CertificateRequest } from '../keys/certificate-request.js';
import type { CertifiedKey } from '../keys/certified-key.js';
import type { LinkedObject } from '../linked-objects/linked-object.js';
import type { LogEvent } from '../log/log-event.js';
import type { ProfileMapping } from '../mappings/profile-mapping.js';
import type { AuthorizationCode } from '../oauth/authorization-code.js';
import type { ConsentGrant } from '../oauth/grants.js';
import type { KeyPairs } from '../oauth/key-pairs.js';
import type { RefreshSecret } from '../oauth/refresh-secret.js';
import type { RefreshToken } from '../oauth/refresh-token.js';
import type { SigningKey } from '../oauth/signing-keys.js';
import type { OutboxMessage } from '../outbox/outbox-message.js';
import type { Policy, PolicyMapping, PolicyRule } from '../policies/policy.js';
import type { PrincipalRateLimit } from '../principal-rate-limits/principal-rate-limit.js';
import type { Realm } from '../realms/realm.js';
import type { RealmAssignment, RealmOperation } from '../realms/realm-assignment.js';
import type { Binding, ResourceSet } from '../resource-sets/resource-set.js';
import type { CustomRole } from '../roles/custom-role-store.js';
import type { RoleAssignment } from '../roles/role-assignment.js';
import type { Schema } from '../schema/attribute.js';
import type { UiSchema } from '../schema/ui-schema.js';
import type { Session, SessionToken } from '../sessions/session.js';
import type { User } from '../users/user.js';
import type { UserType } from '../users/user-type.js';
import type { Chance } from './chance.js';
import type { Ids } from './ids.js';
import type { JsonObject } from './json.js';
import { Relation } from './relation.js';
import { type Note, Table } from './table.js';
import { timestamp } from './timestamp.js';

/** An API token; its secret is the key under which it is stored. */
export interface ApiToken {
  readonly id: string;
  readonly userId: string;
  readonly name: string;
  readonly created: string;
  readonly lastUpdated: string;
  /** From where it may be used; from anywhere unless given. */
  readonly network?: JsonObject;
}

/** What is said once about an org. */
export interface OrgFacts {
  readonly id: string;
  readonly subdomain: string;
  readonly everyoneId: string;
  readonly userTypeId: string;
  readonly groupSchemaId: string;
  /** Key that the org's apps sign with. */
  readonly keyId: string;
}

/** Settings of the emulator that handlers look at. */
export interface OrgOptions {
  /** Most items that any page holds, and how many it holds by default. */
  readonly pageSize?: number | undefined;
}

/** What an org is made with. */
export interface OrgParts {
  readonly clock: Clock;
  readonly ids: Ids;
  /** For secrets and everything else that is stored. */
  readonly chance: Chance;
  /** For ids of requests and errors, so that reading more does not change what is created. */
  readonly requestChance: Chance;
  readonly facts: OrgFacts;
  readonly options: OrgOptions;
  /** Private keys of authorization servers, made when needed. */
  readonly keyPairs: KeyPairs;
}

/** Everything that is stored. A new kind of resource is a line here. */
function emptyTables() {
  return {
    users: new Table<User>(),
    /** Folded login to user id. */
    logins: new Table<string>(),
    /** Folded part of the login before the `@`, to user id. */
    shortLogins: new Relation<true>(),
    userTypes: new Table<UserType>(),
    /** By id; group schema included. */
    schemas: new Table<Schema>(),
    /** Schema, attribute and value that only one user may have, to that user. */
    uniqueValues: new Table<string>(),
    /** By secret. */
    apiTokens: new Table<ApiToken>(),
    groups: new Table<Group>(),
    /** Folded name to id, of the groups that admins manage. */
    groupNames: new Table<string>(),
    /** Group to user. */
    members: new Relation<true>(),
    groupRules: new Table<GroupRule>(),
    /** Rule to the memberships that it made. */
    ruleMembers: new Relation<true>(),
    /** Group to owner. */
    groupOwners: new Relation<GroupOwner>(),
    /** By name of the primary relation. */
    linkedObjects: new Table<LinkedObject>(),
    /** Name of a primary relation and primary user to associated user. */
    linkedUsers: new Relation<true>(),
    mappings: new Table<ProfileMapping>(),
    uiSchemas: new Table<UiSchema>(),
    realms: new Table<Realm>(),
    realmAssignments: new Table<RealmAssignment>(),
    realmOperations: new Table<RealmOperation>(),
    /** User, group or service app to role. */
    roleAssignments: new Relation<RoleAssignment>(),
    customRoles: new Table<CustomRole>(),
    resourceSets: new Table<ResourceSet>(),
    /** Resource set to custom role. */
    bindings: new Relation<Binding>(),
    /** Resource set and custom role to role assignment, with the id of its holder. */
    bindingMembers: new Relation<string>(),
    /** User or role to notification type, where it differs from what is standard. */
    subscriptions: new Relation<'subscribed' | 'unsubscribed'>(),
    principalRateLimits: new Table<PrincipalRateLimit>(),
    /** Risk level by user. */
    userRisks: new Table<string>(),
    /** By user. */
    classifications: new Table<{ readonly type: string; readonly lastUpdated: string }>(),
    apps: new Table<App>(),
    /** Beginning of a made-up app name to the number of the latest. */
    appSerials: new Table<number>(),
    /** App to user. */
    appUsers: new Relation<AppUser>(),
    /** App to group. */
    appGroups: new Relation<AppGroup>(),
    /** App to mapping. */
    groupPushMappings: new Relation<GroupPushMapping>(),
    crossAppConnections: new Table<CrossAppConnection>(),
    /** App to those that may sign its users in. */
    trustedClients: new Relation<true>(),
    apiServices: new Table<ApiService>(),
    hookKeys: new Table<HookKey>(),
    /** By app. */
    appConnections: new Table<ProvisioningConnection>(),
    /** App to what was changed about a feature, by its name. */
    appFeatures: new Relation<JsonObject>(),
    /** Images of apps, themes and the org, by the id in their address. */
    images: new Table<Image>(),
    /** App or API service integration to secret. */
    clientSecrets: new Relation<ClientSecret>(),
    identityProviders: new Table<IdentityProvider>(),
    /** Keys with which identity providers sign. */
    identityProviderKeys: new Table<CertifiedKey>(),
    /** Identity provider to user. */
    identityProviderUsers: new Relation<IdentityProviderUser>(),
    /** App or identity provider to key; the org itself to the one that all of them share. */
    certifiedKeys: new Relation<CertifiedKey>(),
    /** App or identity provider to request for a certificate. */
    certificateRequests: new Relation<CertificateRequest>(),
    /** User to factor. */
    factors: new Relation<Factor>(),
    /** By id. */
    pushTransactions: new Table<PushTransaction>(),
    yubikeyTokens: new Table<YubikeyToken>(),
    authenticators: new Table<Authenticator>(),
    /** User to code that an admin gave them. */
    temporaryCodes: new Relation<TemporaryCode>(),
    /** User to security key that is on its way. */
    preregistrations: new Relation<Preregistration>(),
    /** Authenticator to AAGUID. */
    customAaguids: new Relation<CustomAaguid>(),
    /** By state token. */
    authnTransactions: new Table<AuthnTransaction>(),
    /** Tokens of activation and recovery mails. */
    recoveryTokens: new Table<RecoveryToken>(),
    /** By user: wrong passwords and codes since the last right ones. */
    failures: new Table<Failures>(),
    /** User to session. */
    sessions: new Relation<Session>(),
    /** By token. */
    sessionTokens: new Table<SessionToken>(),
    /** By running number: what users were sent. */
    outbox: new Table<OutboxMessage>(),
    policies: new Table<Policy>(),
    /** Policy to rule. */
    policyRules: new Relation<PolicyRule>(),
    /** Policy to mapping. */
    policyMappings: new Relation<PolicyMapping>(),
    /** Policy to the apps that were assigned to it by hand. */
    appPolicies: new Relation<true>(),
    /** What the spec-driven layer keeps: path of a list to the key of an item. */
    resources: new Relation<JsonObject>(),
    authorizationServers: new Table<AuthorizationServer>(),
    /** Authorization server to scope. */
    oauthScopes: new Relation<OAuthScope>(),
    /** Authorization server to claim. */
    oauthClaims: new Relation<OAuthClaim>(),
    /** Authorization server to policy. */
    accessPolicies: new Relation<AccessPolicy>(),
    /** Policy of an authorization server to rule. */
    accessRules: new Relation<AccessRule>(),
    /** Authorization server to key that tokens are encrypted with. */
    resourceServerKeys: new Relation<ResourceServerKey>(),
    /** Authorization server to those whose tokens it trusts. */
    trustedServers: new Relation<true>(),
    /** Authorization server, or `org`, to key that it signs with. */
    signingKeys: new Relation<SigningKey>(),
    /** App to scope of Okta's own API that it may ask for. */
    consentGrants: new Relation<ConsentGrant>(),
    refreshTokens: new Table<RefreshToken>(),
    /** By the digest of their text. */
    refreshSecrets: new Table<RefreshSecret>(),
    authorizationCodes: new Table<AuthorizationCode>(),
    /** By `jti`: access tokens that were revoked. */
    revokedTokens: new Table<true>(),
    /** By the time from which they are refused anyway: assertions and proofs that were used. */
    oauthReplays: new Table<true>(),
    /** By time, then by running number. */
    log: new Table<LogEvent>(),
  };
}

type Tables = Readonly<ReturnType<typeof emptyTables>>;

/** An Okta org: all state of the emulator. Nothing outside of it is remembered from request to request. */
export type Org = OrgParts & Tables;

/**
 * @param parts - clock, chance and facts
 * @returns an org that holds nothing yet
 */
export function createOrg(parts: OrgParts): Org {
  return { ...parts, ...emptyTables() };
}

/** A table or a relation, seen by who keeps its content elsewhere. */
export interface Stored {
  entries(): Iterable<readonly [key: string, value: unknown]>;
  size(): number;
  observe(note: Note | undefined): void;
  restore(key: string, text: string | undefined): void;
}

/**
 * @param org - any org
 * @returns its tables and relations by name
 */
export function tablesOf(org: Org): readonly (readonly [name: string, table: Stored])[] {
  return Object.keys(emptyTables()).map((name) => [name, org[name as keyof Tables]]);
}

/**
 * Copies an org without copying its content: takes microseconds, also for 100,000 users.
 *
 * @param org - stays as it is
 * @returns an independent org of the same content, which makes the same ids and secrets from here on
 */
export function forkOrg(org: Org): Org {
  const tables = Object.keys(emptyTables()).map((name) => [name, org[name as keyof Tables].fork()]);
  const forked: Tables = Object.fromEntries(tables);
  const { ids, chance, requestChance } = org;
  return { ...org, ...forked, ids: ids.fork(), chance: chance.fork(), requestChance: requestChance.fork() };
}

/**
 * @param org - whose clock is asked
 * @returns the time as stored on resources
 */
export function nowIn({ clock }: Org): string {
  return timestamp(clock.now());
}
