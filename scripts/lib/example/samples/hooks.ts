import { id } from '../ids.js';
import { made, type Samples } from '../value.js';

/** Hooks, log streams, tokens, agents. */
export const hooks: Samples = {
  EventHook: {
    name: 'User lifecycle',
    events: { type: 'EVENT_TYPE', items: ['user.lifecycle.create', 'user.lifecycle.deactivate'] },
    channel: {
      type: 'HTTP',
      version: made,
      config: {
        uri: 'https://hooks.example.com/users',
        authScheme: { type: 'HEADER', key: 'Authorization', value: 'd0c7a1f2b3e4' },
      },
    },
  },
  InlineHookCreate: {
    name: 'Token claims',
    type: 'com.okta.oauth2.tokens.transform',
    version: made,
    channel: made,
  },
  InlineHookReplace: { name: 'Token claims', version: made, channel: made },
  InlineHookChannelHttpCreate: {
    type: 'HTTP',
    version: made,
    config: {
      uri: 'https://hooks.example.com/tokens',
      method: 'POST',
      authScheme: { type: 'HEADER', key: 'Authorization', value: 'd0c7a1f2b3e4' },
    },
  },
  KeyRequest: { name: 'Inline hooks' },
  LogStreamAws: { type: 'aws_eventbridge', name: 'Event bus', settings: made },
  LogStreamAwsPutSchema: { type: 'aws_eventbridge', name: 'Event bus', settings: made },
  LogStreamSettingsAws: { accountId: '123456789012', eventSourceName: 'okta-events', region: 'eu-central-1' },
  ApiTokenUpdate: {
    name: 'Nightly sync',
    userId: made,
    network: { connection: 'ZONE', include: [id('nzo')] },
  },
  PasswordImportRequestExecute: {
    eventType: 'com.okta.user.credential.password.import',
    source: 'https://acme.okta.com/api/v1/inlineHooks/cal1a2b3c4D5e6F7g8h9',
    data: { context: { credential: { username: made, password: made } }, action: { credential: 'UNVERIFIED' } },
  },
  AgentPoolUpdate: {
    name: 'Monthly update',
    agentType: 'AD',
    enabled: true,
    notifyAdmin: true,
    schedule: { cron: '0 3 ? * SUN', timezone: made, delay: 0, duration: 240 },
  },
  AgentPoolUpdateSettingRequest: { agentType: 'AD', releaseChannel: 'GA', continueOnError: false },
  AgentJsonWebKeyECRequest: { kty: 'EC', crv: 'P-256', use: 'sig', kid: made, status: 'ACTIVE', x: made, y: made },
  CreateAIAgentRequest: { profile: made },
  UpdateAIAgentRequest: { profile: made },
  PatchAIAgentRequest: { profile: { description: 'Answers questions about orders and returns' } },
  AIAgentProfile: { name: 'Order assistant', description: 'Answers questions about orders' },
  IdentityAssertionCustomASConnectionCreatable: {
    connectionType: 'IDENTITY_ASSERTION_CUSTOM_AS',
    authorizationServer: {
      orn: 'orn:okta:idp:00o1a2b3c4D5e6F7g8h9:authorization_servers:aus1a2b3c4D5e6F7g8h9',
    },
    scopeCondition: 'INCLUDE_ONLY',
    scopes: ['orders.read'],
  },
  ManagedConnectionPatchable: { scopeCondition: 'INCLUDE_ONLY', scopes: ['orders.read'] },
};
