import type { JsonObject } from '../org/json.js';

/** Generations of the sign-in widget that a page may ask for. */
export const WIDGET_VERSIONS = ['7.31', '7.30', '7.29', '6.9', '5.16'] as const;

/** What a page shows as long as nobody has customized it, by the segment of the path that names it. */
export const DEFAULT_PAGES: Readonly<Record<PageKind, JsonObject>> = {
  'sign-in': {
    pageContent: page('{{{SignInWidgetResources}}}', '<div id="okta-login-container"></div>'),
    widgetVersion: '*',
    widgetCustomizations: { widgetGeneration: 'G2', showPasswordVisibilityToggle: true, showUserIdentifier: true },
  },
  error: { pageContent: page('', '<h1>{{errorSummary}}</h1>\n    <p>{{errorDescription}}</p>') },
};

/** A page that a brand can customize. */
export type PageKind = 'sign-in' | 'error';

function page(head: string, body: string): string {
  return `<!DOCTYPE html>
<html>
  <head>
    <meta charset="utf-8">
    <title>{{pageTitle}}</title>
    ${head}
  </head>
  <body>
    ${body}
  </body>
</html>
`;
}
