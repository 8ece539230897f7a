import { fail, invalid } from '../answers/fault.js';
import type { Change, Resource, ResourceRule, ResourceRules } from '../resources/rule.js';
import { storedIn } from '../resources/store.js';

const SERVERS = '/api/v1/email-servers';

const emailServer: ResourceRule = {
  prefix: 'ces',
  kind: 'EmailServer',
  defaults: () => ({ enabled: false }),
  fixed: ['authType'],
  secret: ['password', 'clientSecret', 'privateKey'],
  admit: (next, { call }) => {
    const others = [...storedIn(call.org, SERVERS)].filter(({ id }) => id !== next['id']);
    if (next['enabled'] === true && others.some(({ enabled }) => enabled)) throw fail('E0000222');
    return next;
  },
  target: ({ id, alias }) => ({
    id: String(id),
    type: 'EmailServer',
    alternateId: String(alias ?? id),
    displayName: String(alias ?? id),
  }),
  events: {
    create: 'system.smtp_server.create',
    update: 'system.smtp_server.update',
    delete: 'system.smtp_server.delete',
  },
};

/** The template that every org has. */
const BUILT_IN = 'default';

const smsTemplate: ResourceRule = {
  prefix: 'cst',
  kind: 'AppInstance',
  standing: () => [
    {
      id: BUILT_IN,
      name: 'Default',
      type: 'SMS_VERIFY_CODE',
      template: `Your verification code is ${CODE}.`,
      translations: {},
    },
  ],
  defaults: () => ({ translations: {} }),
  fixed: ['type'],
  narrows: { templateType: 'type' },
  admit: admitSmsTemplate,
  keep: ({ id }) => {
    if (id === BUILT_IN) throw invalid('templateId', 'The default template cannot be deleted');
  },
  events: {
    create: 'system.sms.template.create',
    update: 'system.sms.template.update',
    delete: 'system.sms.template.delete',
  },
};

// biome-ignore lint/suspicious/noTemplateCurlyInString: it is what the service replaces.
const CODE = '${code}';

function admitSmsTemplate(next: Resource, { before }: Change): Resource {
  if (before?.['id'] === BUILT_IN) throw invalid('templateId', 'The default template cannot be changed');
  const translations = Object.entries(Object(next['translations'])).map(([name, text]) => [
    `translations.${name}`,
    text,
  ]);
  for (const [field, text] of [['template', next['template']], ...translations]) {
    if (!String(text).includes(CODE)) throw invalid(String(field), `The text must contain ${CODE}`);
  }
  return next;
}

const pushProvider: ResourceRule = {
  prefix: 'ppc',
  kind: 'PushProviderConfigEntity',
  narrows: { type: 'providerType' },
  fixed: ['providerType'],
  born: (_, { org }) => ({ lastUpdatedDate: new Date(org.clock.now()).toISOString() }),
  admit: (next, { call }) => ({ ...next, lastUpdatedDate: new Date(call.org.clock.now()).toISOString() }),
  events: {
    create: 'system.push_provider.create',
    update: 'system.push_provider.update',
    delete: 'system.push_provider.delete',
  },
};

/** What messages to users go out by. */
export const senders: ResourceRules = {
  [SERVERS]: emailServer,
  '/api/v1/templates/sms': smsTemplate,
  '/api/v1/push-providers': pushProvider,
};
