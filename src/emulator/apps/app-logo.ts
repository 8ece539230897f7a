import { type Image, type ImageRule, putImage } from '../images/image.js';
import type { Org } from '../org/org.js';
import type { App } from './app.js';

/** What apps take for a logo. */
export const APP_LOGO: ImageRule = { megabytes: 1, formats: ['PNG', 'JPG', 'GIF'] };

/**
 * @param org - where to
 * @param app - the app; its former image goes
 * @param logo - its new one
 */
export function putLogo(org: Org, app: App, logo: Image): void {
  if (app.logoId !== undefined) org.images.delete(app.logoId);
  org.apps.set(app.id, { ...app, logoId: putImage(org, logo) });
}
