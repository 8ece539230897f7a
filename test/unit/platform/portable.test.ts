import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseUrl as parseOnNode, type UrlParts } from '../../../src/config/parse-url.js';
import { parseUrl } from '../../../src/config/parse-url.portable.js';
import { encodeMultipart as encodeOnNode } from '../../../src/request/multipart.js';
import { encodeMultipart } from '../../../src/request/multipart.portable.js';
import { refusedSettings as refusedOnNode } from '../../../src/transport/refused-settings.js';
import { refusedSettings } from '../../../src/transport/refused-settings.portable.js';

const bytes = Uint8Array.from({ length: 256 }, (_, n) => n);

describe('in bundles for browsers and workers', () => {
  it.each([
    ['form-data', encodeOnNode],
    ['the platform', encodeMultipart],
  ])('forms are encoded alike: by %s', async (_, encode) => {
    const { body, headers } = await encode([
      { name: 'note', value: 'Zoë' },
      { name: 'file', value: { name: 'logo.png', bytes } },
    ]);
    const form = await new Response(body as BodyInit, { headers }).formData();
    const file = form.get('file') as File;
    expect([form.get('note'), file.name]).toEqual(['Zoë', 'logo.png']);
    expect(new Uint8Array(await file.arrayBuffer())).toEqual(bytes);
  });

  it('settings that only Node can follow are refused, not ignored', () => {
    const none = { tls: undefined, agent: undefined, httpsProxy: undefined };
    expect(refusedSettings(none)).toEqual([]);
    const [tls, proxy] = refusedSettings({ ...none, tls: { ca: 'PEM' }, httpsProxy: new URL('http://proxy') });
    expect(tls).toMatchObject({ setting: 'tls', reason: expect.stringContaining('cannot be used here') });
    expect(proxy).toMatchObject({ setting: 'httpsProxy' });
    expect(refusedOnNode({ ...none, tls: { ca: 'PEM' } })).toEqual([]);
  });

  it.each([
    'https://acme.okta.com',
    'https://acme.okta.com/',
    'https://ACME.okta.com:443/oauth2/default/',
    'https://acme.okta.com:8443/path?query=1&b=2#hash',
    'http://localhost:3000',
    'http://127.0.0.1:3000/',
    'https://user:pass@acme.okta.com',
    'https://acme.okta.com?query',
    'https://acme.okta.com#hash',
  ])('URLs are taken apart as on Node: %s', (url) => {
    expect(plain(parseUrl(url))).toEqual(plain(parseOnNode(url)));
  });

  it('usual addresses are taken apart as by the parser of the platform', () => {
    const port = fc.option(fc.integer({ min: 1, max: 65_535 }), { nil: undefined });
    fc.assert(
      fc.property(
        fc.domain(),
        port,
        fc.constantFrom('http', 'https'),
        fc.constantFrom('', '/'),
        (name, at, scheme, end) => {
          const url = `${scheme}://${name}${at === undefined ? '' : `:${at}`}${end}`;
          expect(plain(parseOnNode(url))).toEqual(plain(parseUrl(url)));
        },
      ),
    );
  });

  it('what is no URL has no parts', () => {
    expect(parseUrl('https://')).toBeUndefined();
    expect(parseUrl('acme')).toBeUndefined();
  });
});

/** A URL without a path has `/` for one in some parsers, which nobody tells apart. */
function plain(parts: UrlParts | undefined): object | undefined {
  return parts && { ...parts, pathname: parts.pathname || '/' };
}
