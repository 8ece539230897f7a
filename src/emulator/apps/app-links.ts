import { imagePath } from '../images/image.js';
import { memberAt } from '../org/json.js';
import type { App } from './app.js';

const LOGO = 'img/logos/default.png';

function allowing(href: string, ...allow: readonly string[]) {
  return { href, hints: { allow } };
}

/**
 * @param app - whose links
 * @param origin - scheme, host and port that they start with
 * @returns the `_links` object
 */
export function appLinks(app: App, origin: string) {
  const self = `${origin}/api/v1/apps/${app.id}`;
  const move = app.status === 'ACTIVE' ? 'deactivate' : 'activate';
  return {
    uploadLogo: allowing(`${self}/logo`, 'POST'),
    appLinks: launchLinks(app, origin).map(({ name, href }) => ({ name, href, type: 'text/html' })),
    policies: allowing(`${self}/policies`, 'PUT'),
    groups: { href: `${self}/groups` },
    logo: [{ name: 'medium', href: logoOf(app, origin), type: 'image/png' }],
    users: { href: `${self}/users` },
    [move]: { href: `${self}/lifecycle/${move}` },
    ...(app.signOnMode === 'OPENID_CONNECT' && clientLinks(self)),
    ...(app.signOnMode === 'SAML_2_0' && samlLinks(app, { self, origin })),
  };
}

/**
 * The addresses at which users start an app.
 *
 * @param app - the app
 * @param origin - scheme, host and port that they start with
 * @returns name and address of each
 */
export function launchLinks(app: App, origin: string): readonly { readonly name: string; readonly href: string }[] {
  const shown = memberAt(app.more, ['visibility', 'appLinks']);
  const names = typeof shown === 'object' && shown !== null ? Object.keys(shown) : [];
  return names.map((name, i) => ({ name, href: `${origin}/home/${encodeURIComponent(app.name)}/${app.id}/${i + 1}` }));
}

function logoOf({ logoId }: App, origin: string): string {
  return logoId === undefined ? `${origin}/${LOGO}` : origin + imagePath(logoId);
}

function clientLinks(self: string) {
  return { clientCredentials: [{ name: 'secrets', ...allowing(`${self}/credentials/secrets`, 'GET', 'POST') }] };
}

function samlLinks({ id, name }: App, { self, origin }: { readonly self: string; readonly origin: string }) {
  const help = `${origin}/app/${encodeURIComponent(name)}/${id}/setup/help/SAML_2_0/instructions`;
  return {
    help: { href: help, type: 'text/html' },
    metadata: { href: `${self}/sso/saml/metadata`, type: 'application/xml' },
  };
}
