import type { LoadedFile } from './file-bytes.js';

/** One part of a multipart body. */
export interface Part {
  /** Name of the form field. */
  readonly name: string;
  readonly value: string | LoadedFile;
}

/** A body with the media type that describes it. */
export interface EncodedBody {
  readonly body: string | Uint8Array;
  readonly headers: Readonly<Record<string, string>>;
}

/**
 * Encodes form fields and files as `multipart/form-data`, in memory, so that a retry can send the same bytes again.
 *
 * @param parts - fields and files in the order they are to be sent
 * @returns the bytes and the `Content-Type` with its boundary
 * @see RFC 7578
 */
export async function encodeMultipart(parts: readonly Part[]): Promise<EncodedBody> {
  const { default: FormData } = await import('form-data');
  const form = new FormData();
  for (const { name, value } of parts) {
    if (typeof value === 'string') form.append(name, value);
    else form.append(name, Buffer.from(value.bytes), { filename: value.name });
  }
  return { body: form.getBuffer(), headers: form.getHeaders() };
}
