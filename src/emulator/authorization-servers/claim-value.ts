import type { App } from '../apps/app.js';
import { evaluate } from '../expressions/evaluate.js';
import { ExpressionError } from '../expressions/expression-error.js';
import { parseExpression } from '../expressions/parse.js';
import { clientIdOf } from '../oauth/client.js';
import { memberAt } from '../org/json.js';
import type { Org } from '../org/org.js';
import type { User } from '../users/user.js';
import type { AuthorizationServer, OAuthClaim } from './authorization-server.js';
import { SUBJECT } from './system-claims.js';

const TEXT = /^(?:"([^"]*)"|'([^']*)')$/;
const NUMBER = /^-?\d+(?:\.\d+)?$/;
const APP_ATTRIBUTE = /^app\.(\w+(?:\.\w+)*)$/;

/** Whose token it is. */
export interface TokenOf {
  readonly app: App;
  /** For whom the client acts, if not for itself. */
  readonly user?: User;
  readonly scopes: readonly string[];
}

/**
 * The claims that a server adds to an access token. Those about users and groups are left out for a client that acts by
 * itself, as is an expression that cannot be evaluated.
 *
 * About the app it understands attributes, about users the expression language.
 *
 * @param org - where claims are stored
 * @param server - whose claims
 * @param token - whose token
 * @returns values by name
 * @see https://developer.okta.com/docs/guides/customize-tokens-returned-from-okta/main/
 */
export function resourceClaims(
  org: Org,
  server: AuthorizationServer,
  token: TokenOf,
): Readonly<Record<string, unknown>> {
  const claims = [...org.oauthClaims.values(server.id)].filter((claim) => isWanted(claim, token.scopes));
  const values = claims.map((claim) => [claim.name, claimValue(org, claim, token)] as const);
  return Object.fromEntries(values.filter(([, value]) => value !== undefined));
}

function isWanted({ claimType, status, scopes }: OAuthClaim, granted: readonly string[]): boolean {
  if (claimType !== 'RESOURCE' || status !== 'ACTIVE') return false;
  return scopes.length === 0 || scopes.some((scope) => granted.includes(scope));
}

function claimValue(org: Org, { valueType, value, group_filter_type }: OAuthClaim, { app, user }: TokenOf): unknown {
  if (valueType === 'EXPRESSION') return evaluated(org, value.trim(), { app, user });
  const fits = matchers[group_filter_type ?? ''];
  if (valueType !== 'GROUPS' || user === undefined || fits === undefined) return undefined;
  const names = [...org.members.lefts(user.id)].flatMap((id) => org.groups.get(id)?.profile.name ?? []);
  return names.filter((name) => fits(name, value));
}

/** How a groups claim chooses. */
const matchers: Readonly<Record<string, (name: string, value: string) => boolean>> = {
  STARTS_WITH: (name, value) => name.startsWith(value),
  EQUALS: (name, value) => name === value,
  CONTAINS: (name, value) => name.includes(value),
  REGEX: (name, value) => isMatch(name, value),
};

/** The service refuses some patterns that are not well formed only when it uses them. */
function isMatch(name: string, pattern: string): boolean {
  try {
    return new RegExp(`^(?:${pattern})$`).test(name);
  } catch {
    return false;
  }
}

type Subject = { readonly app: App; readonly user: User | undefined };

function evaluated(org: Org, expression: string, { app, user }: Subject): unknown {
  if (expression === SUBJECT) return user ? userName(org, app, user) : clientIdOf(app);
  const [, double, single] = TEXT.exec(expression) ?? [];
  if (double !== undefined || single !== undefined) return double ?? single;
  if (NUMBER.test(expression)) return Number(expression);
  if (expression === 'true' || expression === 'false') return expression === 'true';
  const [, path] = APP_ATTRIBUTE.exec(expression) ?? [];
  if (path !== undefined) return attributeOf(app, path);
  return user && evaluatedFor(org, expression, user);
}

function userName({ appUsers }: Org, app: App, user: User): string {
  return appUsers.get(app.id, user.id)?.userName ?? user.profile.login;
}

function evaluatedFor(org: Org, expression: string, user: User): unknown {
  try {
    return evaluate(parseExpression(expression), { org, user }) ?? undefined;
  } catch (error) {
    if (error instanceof ExpressionError) return undefined;
    throw error;
  }
}

function attributeOf(app: App, path: string): unknown {
  if (path === 'clientId') return clientIdOf(app);
  const own: Readonly<Record<string, unknown>> = { id: app.id, name: app.name, label: app.label };
  if (Object.hasOwn(own, path)) return own[path];
  return memberAt(app.more, path.startsWith('profile.') ? path.split('.') : ['profile', ...path.split('.')]);
}
