import type { Call } from '../call.js';
import { filesIn } from '../http/read-form.js';
import { type ImageRule, imageFrom, imagePath, putImage } from '../images/image.js';
import type { JsonObject } from '../org/json.js';
import type { Resource } from '../resources/rule.js';

/** Members of a theme that show where its images are, by the last segment of the path that takes them. */
export const IMAGES = { logo: 'logo', favicon: 'favicon', 'background-image': 'backgroundImage' } as const;

/** Kind of an image, as the path that takes it names it. */
export type ImageKind = keyof typeof IMAGES;

const THEME_IMAGE: ImageRule = { megabytes: 2, formats: ['PNG', 'JPG', 'GIF', 'ICO'] };

/**
 * Keeps the image that was sent where everybody can see it.
 *
 * @param call - an upload
 * @returns its path
 * @throws Fault `E0000001` without an image, for one of another format and one of 2 MB or more
 */
export async function keepImage(call: Call): Promise<string> {
  const file = (await filesIn(call)).get('file');
  return imagePath(putImage(call.org, imageFrom(file, THEME_IMAGE)));
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
