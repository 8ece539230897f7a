import type { App } from '../apps/app.js';
import { clientIdOf } from '../oauth/client.js';
import { memberAt } from '../org/json.js';
import type { Org } from '../org/org.js';
import type { AuthorizationServer, OAuthClaim } from './authorization-server.js';
import { SUBJECT } from './system-claims.js';

const TEXT = /^(?:"([^"]*)"|'([^']*)')$/;
const NUMBER = /^-?\d+(?:\.\d+)?$/;
const APP_ATTRIBUTE = /^app\.(\w+(?:\.\w+)*)$/;

/**
 * The claims that a server adds to the access token of a client that acts by itself. Those about users and groups are
 * left out, as there is no user.
 *
 * Of the expression language it understands literals, attributes of the app, and the standard subject.
 *
 * @param org - where claims are stored
 * @param server - whose claims
 * @param token - the client, and what it was granted
 * @returns values by name
 * @see https://developer.okta.com/docs/guides/customize-tokens-returned-from-okta/main/
 */
export function resourceClaims(
  org: Org,
  server: AuthorizationServer,
  { app, scopes }: { readonly app: App; readonly scopes: readonly string[] },
): Readonly<Record<string, unknown>> {
  const claims = [...org.oauthClaims.values(server.id)].filter((claim) => isWanted(claim, scopes));
  const values = claims.map(({ name, value }) => [name, evaluated(value.trim(), app)] as const);
  return Object.fromEntries(values.filter(([, value]) => value !== undefined));
}

function isWanted({ claimType, status, valueType, scopes }: OAuthClaim, granted: readonly string[]): boolean {
  if (claimType !== 'RESOURCE' || status !== 'ACTIVE' || valueType !== 'EXPRESSION') return false;
  return scopes.length === 0 || scopes.some((scope) => granted.includes(scope));
}

function evaluated(expression: string, app: App): unknown {
  if (expression === SUBJECT) return clientIdOf(app);
  const [, double, single] = TEXT.exec(expression) ?? [];
  if (double !== undefined || single !== undefined) return double ?? single;
  if (NUMBER.test(expression)) return Number(expression);
  if (expression === 'true' || expression === 'false') return expression === 'true';
  const [, path] = APP_ATTRIBUTE.exec(expression) ?? [];
  return path === undefined ? undefined : attributeOf(app, path);
}

function attributeOf(app: App, path: string): unknown {
  if (path === 'clientId') return clientIdOf(app);
  const own: Readonly<Record<string, unknown>> = { id: app.id, name: app.name, label: app.label };
  if (Object.hasOwn(own, path)) return own[path];
  return memberAt(app.more, path.startsWith('profile.') ? path.split('.') : ['profile', ...path.split('.')]);
}
