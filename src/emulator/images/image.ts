import { BLANK, invalid } from '../answers/fault.js';
import type { Org } from '../org/org.js';

/** An image that everybody can see at its address. */
export interface Image {
  /** Media type. */
  readonly type: string;
  /** In base64. */
  readonly data: string;
}

/** How images of each format begin. */
const FORMATS = {
  PNG: { type: 'image/png', beginnings: ['\x89PNG\r\n\x1a\n'] },
  JPG: { type: 'image/jpeg', beginnings: ['\xff\xd8\xff'] },
  GIF: { type: 'image/gif', beginnings: ['GIF87a', 'GIF89a'] },
  ICO: { type: 'image/x-icon', beginnings: ['\x00\x00\x01\x00'] },
} as const;

const LONGEST_BEGINNING = 8;

/** Which images are taken somewhere. */
export interface ImageRule {
  /** An image must be smaller. */
  readonly megabytes: number;
  readonly formats: readonly (keyof typeof FORMATS)[];
}

/**
 * Reads an image; its name and what it is sent as say nothing.
 *
 * @param file - what was uploaded
 * @param rule - what is taken
 * @returns the image
 * @throws Fault `E0000001` without a file, for one that is too large, and one of another format
 */
export function imageFrom(file: Buffer | undefined, { megabytes, formats }: ImageRule): Image {
  if (file === undefined || file.length === 0) throw invalid('file', BLANK);
  if (file.length >= megabytes * 1024 * 1024) {
    throw invalid('file', `The image must be smaller than ${megabytes} MB`);
  }
  const start = file.subarray(0, LONGEST_BEGINNING).toString('latin1');
  const format = formats.find((name) => FORMATS[name].beginnings.some((beginning) => start.startsWith(beginning)));
  if (format !== undefined) return { type: FORMATS[format].type, data: file.toString('base64') };
  throw invalid(
    'file',
    `The file must be an image in the format ${formats.slice(0, -1).join(', ')} or ${formats.at(-1)}`,
  );
}

/**
 * Keeps an image where everybody can see it.
 *
 * @param org - where to
 * @param image - to keep
 * @returns its id; {@link imagePath} tells where it is
 */
export function putImage(org: Org, image: Image): string {
  const id = org.ids.next('gfs');
  org.images.set(id, image);
  return id;
}

/**
 * @param id - of an image
 * @returns the path at which everybody can see it
 */
export function imagePath(id: string): `/${string}` {
  return `/fs/bcg/4/${id}`;
}
