import { BLANK, invalid } from '../answers/fault.js';
import type { Call } from '../call.js';
import { filesIn } from '../http/read-form.js';
import type { JsonObject } from '../org/json.js';
import type { Resource } from '../resources/rule.js';

/** Members of a theme that show where its images are, by the last segment of the path that takes them. */
export const IMAGES = { logo: 'logo', favicon: 'favicon', 'background-image': 'backgroundImage' } as const;

/** Kind of an image, as the path that takes it names it. */
export type ImageKind = keyof typeof IMAGES;

const LARGEST = 2 * 1024 * 1024;

/** How images of the accepted types begin. */
const SIGNATURES: readonly (readonly [type: string, beginning: string])[] = [
  ['image/png', '\x89PNG\r\n\x1a\n'],
  ['image/jpeg', '\xff\xd8\xff'],
  ['image/gif', 'GIF87a'],
  ['image/gif', 'GIF89a'],
  ['image/x-icon', '\x00\x00\x01\x00'],
];

/**
 * Keeps the image that was sent where everybody can see it.
 *
 * @param call - an upload
 * @returns its path
 * @throws Fault `E0000001` without an image, for one of another type and one of 2 MB or more
 */
export async function keepImage(call: Call): Promise<string> {
  const bytes = (await filesIn(call)).get('file');
  if (bytes === undefined || bytes.length === 0) throw invalid('file', BLANK);
  if (bytes.length >= LARGEST) throw invalid('file', 'The image must be smaller than 2 MB');
  const beginning = bytes.subarray(0, 8).toString('latin1');
  const [type] = SIGNATURES.find(([, signature]) => beginning.startsWith(signature)) ?? [];
  if (type === undefined) throw invalid('file', 'The file must be an image in the format PNG, JPG, GIF or ICO');
  const id = call.org.ids.next('gfs');
  call.org.appLogos.set(id, { type, data: bytes.toString('base64') });
  return `/fs/bcg/4/${id}`;
}

/**
 * @param theme - as it is stored
 * @param call - the request
 * @returns whole addresses of its images
 */
export function imagesOf(theme: Resource, { origin }: Call): JsonObject {
  const members = Object.values(IMAGES).filter((member) => typeof theme[member] === 'string');
  return Object.fromEntries(members.map((member) => [member, `${origin}${theme[member]}`]));
}
