import { BLANK, fail, invalid } from '../answers/fault.js';
import { objectIn, textIn } from '../body.js';
import { type JsonObject, memberAt, withDefaults } from '../org/json.js';
import { nowIn, type Org } from '../org/org.js';
import { type App, type SignOnMode, signOnModes } from './app.js';
import { type AppKind, appDefaults, credentialDefaults, settingDefaults } from './app-defaults.js';
import { appTemplates } from './app-kinds.js';
import { checkSettings } from './app-settings.js';
import { keepSecret } from './client-secrets.js';
import { needsSecret, oauthClientFrom } from './oauth-client.js';

/** Modes of apps that may be made without naming a template. */
const CUSTOM_MODES: ReadonlySet<SignOnMode> = new Set(['AUTO_LOGIN', 'SAML_2_0']);
const LONGEST_LABEL = 100;
/** Members of the JSON that have a place of their own, or that clients cannot set. */
const PLACED = ['id', 'orn', 'name', 'label', 'status', 'created', 'lastUpdated', 'signOnMode', 'credentials'];
const DROPPED = new Set([...PLACED, 'settings', '_links', '_embedded', 'universalLogout']);

/** What may be said about an app besides its body. */
export interface AppMaking {
  /** The app that it replaces: its id, name, status and time of creation stay. */
  readonly before?: App | undefined;
  /** Id of a new one; made up unless given. */
  readonly id?: string | undefined;
}

/**
 * Makes an app of what was sent, and the secret of an OIDC client.
 *
 * @param org - where the app will live
 * @param body - the JSON that was sent
 * @param making - the app that it replaces, or the id that a new one gets
 * @returns the app, not stored yet
 * @throws Fault `E0000001` for what is missing or wrong, `E0000003` for an unknown sign-on mode
 * @see https://developer.okta.com/docs/api/openapi/okta-management/management/tag/Application/
 */
export function buildApp(org: Org, body: JsonObject, { before, id: chosen }: AppMaking = {}): App {
  const label = labelOf(body);
  const kind = before ? kindOfBefore(org, before, body) : kindOf(org, body, label);
  const settings = objectIn(body, 'settings') ?? {};
  const credentials = objectIn(body, 'credentials') ?? {};
  checkSettings(kind, settings);
  const now = nowIn(org);
  const id = before?.id ?? chosen ?? org.ids.next('0oa');
  const app: App = {
    id,
    name: kind.name,
    label,
    status: before?.status ?? 'ACTIVE',
    created: before?.created ?? now,
    lastUpdated: now,
    signOnMode: kind.signOnMode,
    credentials: withDefaults(withoutPassword(credentials), credentialDefaults(kind)),
    settings: withDefaults(settings, settingDefaults(kind)),
    more: withDefaults(others(body), appDefaults(kind)),
    ...(before?.logoId !== undefined && { logoId: before.logoId }),
    ...(before?.builtIn && { builtIn: true as const }),
  };
  checkSigningKey(org, app);
  return kind.signOnMode === 'OPENID_CONNECT' ? withClient(org, app, { credentials, settings, before }) : app;
}

function checkSigningKey({ facts, certifiedKeys }: Org, { id, credentials }: App): void {
  const kid = memberAt(credentials, ['signing', 'kid']);
  if (typeof kid !== 'string' || kid === facts.keyId || certifiedKeys.get(id, kid)) return;
  throw invalid('kid', `The app has no key '${kid}'`);
}

interface Sent {
  readonly credentials: JsonObject;
  readonly settings: JsonObject;
  readonly before: App | undefined;
}

function withClient(org: Org, app: App, sent: Sent): App {
  const client = oauthClientFrom(org, { appId: app.id, ...sent });
  const built = {
    ...app,
    credentials: { ...app.credentials, oauthClient: client.credentials },
    settings: { ...app.settings, oauthClient: client.settings },
  };
  if (needsSecret(built)) keepSecret(org, built, client.secret);
  return built;
}

function labelOf(body: JsonObject): string {
  const label = textIn(body, 'label') ?? '';
  if (label.trim() === '') throw invalid('label', BLANK);
  if (label.length > LONGEST_LABEL) throw invalid('label', `The field is too long. The maximum is ${LONGEST_LABEL}`);
  return label;
}

function kindOf(org: Org, body: JsonObject, label: string): AppKind {
  const name = textIn(body, 'name') ?? '';
  const template = Object.hasOwn(appTemplates, name) ? appTemplates[name] : undefined;
  const signOnMode = modeOf(body) ?? template?.signOnMode ?? 'AUTO_LOGIN';
  const { keyId } = org.facts;
  if (template && template.signOnMode !== signOnMode) {
    throw invalid('signOnMode', `The sign-on mode of '${name}' is ${template.signOnMode}`);
  }
  if (name !== '') return { name, signOnMode, custom: false, keyId };
  if (!CUSTOM_MODES.has(signOnMode)) throw invalid('name', BLANK);
  return { name: madeUpName(org, label), signOnMode, custom: true, keyId };
}

function kindOfBefore({ facts }: Org, { name, signOnMode }: App, body: JsonObject): AppKind {
  const mode = modeOf(body) ?? signOnMode;
  if (mode !== signOnMode) throw invalid('signOnMode', 'The sign-on mode cannot be changed');
  return { name, signOnMode, custom: name.startsWith(`${facts.subdomain}_`), keyId: facts.keyId };
}

function modeOf(body: JsonObject): SignOnMode | undefined {
  const sent = textIn(body, 'signOnMode');
  if (sent === undefined) return undefined;
  const mode = signOnModes.find((known) => known === sent);
  if (mode === undefined) throw fail('E0000003');
  return mode;
}

/** Name of an app that was made without a template, e.g. `acme_mysamlapp_1`. */
function madeUpName({ facts, appSerials }: Org, label: string): string {
  const base = `${facts.subdomain}_${label.toLowerCase().replace(/[^a-z0-9]/g, '')}`;
  const serial = (appSerials.get(base) ?? 0) + 1;
  appSerials.set(base, serial);
  return `${base}_${serial}`;
}

function withoutPassword({ password, ...credentials }: JsonObject): JsonObject {
  return password === undefined ? credentials : { ...credentials, password: {} };
}

function others(body: JsonObject): JsonObject {
  return Object.fromEntries(Object.entries(body).filter(([name]) => !DROPPED.has(name)));
}
