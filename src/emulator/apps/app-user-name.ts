import { memberAt } from '../org/json.js';
import type { User } from '../users/user.js';
import type { App } from './app.js';

const SOURCE = /\$\{source\.(\w+)\}/g;
const BEFORE = /\$\{fn:substringBefore\(source\.(\w+), ?"([^"]+)"\)\}/g;

/**
 * The name under which an app knows a user, made by the template of the app.
 *
 * @param app - whose template
 * @param user - who gets a name
 * @returns the name
 * @see https://developer.okta.com/docs/api/openapi/okta-management/management/tag/Application/ (userNameTemplate)
 */
export function appUserName({ credentials }: App, { profile }: User): string {
  const template = memberAt(credentials, ['userNameTemplate', 'template']);
  if (typeof template !== 'string' || template === '') return profile.login;
  const attribute = (name: string) => String(profile[name] ?? '');
  return template
    .replace(SOURCE, (_, name: string) => attribute(name))
    .replace(BEFORE, (_, name: string, end: string) => attribute(name).split(end)[0] ?? '');
}
