import type * as onNode from './multipart.js';

/**
 * What bundles for browsers and workers hold in place of `multipart.ts`: form-data needs streams of Node's, while these
 * platforms encode forms themselves.
 *
 * @see https://fetch.spec.whatwg.org/#concept-bodyinit-extract
 */
export const encodeMultipart: typeof onNode.encodeMultipart = async (parts) => {
  const form = new FormData();
  for (const { name, value } of parts) {
    if (typeof value === 'string') form.append(name, value);
    else form.append(name, new Blob([Uint8Array.from(value.bytes)]), value.name);
  }
  const encoded = new Response(form);
  const body = new Uint8Array(await encoded.arrayBuffer());
  return { body, headers: { 'Content-Type': encoded.headers.get('content-type') ?? '' } };
};
