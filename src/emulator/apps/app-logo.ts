import { invalid } from '../answers/fault.js';
import type { Org } from '../org/org.js';
import type { App } from './app.js';

/** An image of an app. */
export interface AppLogo {
  readonly type: string;
  /** In base64. */
  readonly data: string;
}

const LARGEST = 1024 * 1024;

/** How images of the accepted types begin. */
const SIGNATURES: Readonly<Record<string, readonly string[]>> = {
  'image/png': ['\x89PNG\r\n\x1a\n'],
  'image/jpeg': ['\xff\xd8\xff'],
  'image/gif': ['GIF87a', 'GIF89a'],
};

/**
 * @param bytes - of an upload
 * @returns the image
 * @throws Fault `E0000001` if it is too large, or neither PNG nor JPEG nor GIF, whatever its name says
 */
export function logoFrom(bytes: Buffer): AppLogo {
  if (bytes.length >= LARGEST) throw invalid('file', 'The image must be smaller than 1 MB');
  const type = typeOf(bytes);
  if (type === undefined) throw invalid('file', 'The file must be an image in the format PNG, JPG or GIF');
  return { type, data: bytes.toString('base64') };
}

function typeOf(bytes: Buffer): string | undefined {
  const beginning = bytes.subarray(0, 8).toString('latin1');
  const found = Object.entries(SIGNATURES).find(([, signatures]) =>
    signatures.some((one) => beginning.startsWith(one)),
  );
  return found?.[0];
}

/**
 * @param org - where to
 * @param app - the app; its former image goes
 * @param logo - its new one
 */
export function putLogo(org: Org, app: App, logo: AppLogo): void {
  if (app.logoId !== undefined) org.appLogos.delete(app.logoId);
  const logoId = org.ids.next('gfs');
  org.appLogos.set(logoId, logo);
  org.apps.set(app.id, { ...app, logoId });
}
