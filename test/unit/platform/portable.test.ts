import { describe, expect, it } from 'vitest';
import { encodeMultipart as encodeOnNode } from '../../../src/request/multipart.js';
import { encodeMultipart } from '../../../src/request/multipart.portable.js';
import { defaultTransport } from '../../../src/transport/default-transport.portable.js';

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
    expect(() => defaultTransport({ tls: { ca: 'PEM' } })).toThrow(/`?tls`?.+cannot be used here/s);
    expect(() => defaultTransport({ proxyFor: () => undefined })).toThrow(/httpsProxy/);
    expect(defaultTransport()).toBeTypeOf('function');
  });
});
