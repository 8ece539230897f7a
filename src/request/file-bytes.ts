import { bytesOf } from '../http/body-parts.js';
import type { BlobLike, FileContent, HttpFile } from '../http/file.js';
import type { Fail } from './encode.js';

/** A file whose content is in memory. */
export interface LoadedFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/**
 * Reads a file into memory, whatever form it was given in.
 *
 * @param value - `HttpFile` or bare content
 * @param fallbackName - name for content that brings none
 * @param fail - makes the error for anything that is no file
 * @returns name and bytes, the bytes unchanged
 */
export async function loadFile(value: unknown, fallbackName: string, fail: Fail): Promise<LoadedFile> {
  if (isHttpFile(value)) return { name: value.name, bytes: await contentBytes(value.data, fail) };
  const name = isBlob(value) && typeof value.name === 'string' && value.name !== '' ? value.name : fallbackName;
  return { name, bytes: await contentBytes(value, fail) };
}

async function contentBytes(content: unknown, fail: Fail): Promise<Uint8Array> {
  if (typeof content === 'string') return new TextEncoder().encode(content);
  if (content instanceof Uint8Array) return content;
  if (content instanceof ArrayBuffer) return new Uint8Array(content);
  if (isBlob(content)) return new Uint8Array(await content.arrayBuffer());
  if (isStream(content)) return readAll(content, fail);
  throw fail('must be a file: { data, name }, bytes, a Blob or a stream');
}

async function readAll(stream: AsyncIterable<unknown>, fail: Fail): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of stream) chunks.push(await contentBytes(chunk, fail));
  return bytesOf(chunks);
}

function isHttpFile(value: unknown): value is HttpFile {
  return isObject(value) && 'data' in value && 'name' in value && typeof value.name === 'string';
}

function isBlob(value: unknown): value is BlobLike {
  return isObject(value) && 'arrayBuffer' in value && typeof value.arrayBuffer === 'function';
}

function isStream(value: unknown): value is Extract<FileContent, AsyncIterable<unknown>> {
  return isObject(value) && Symbol.asyncIterator in value;
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}
