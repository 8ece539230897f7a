import { notFound } from '../answers/fault.js';
import { brandNamed, themesOf } from '../brands/brand.js';
import { IMAGES, type ImageKind, keepImage } from '../brands/theme-image.js';
import { type Call, type Handler, type Handlers, pathMember } from '../call.js';
import type { Resource } from '../resources/rule.js';
import { type Spot, store, stored } from '../resources/store.js';

function upload(kind: ImageKind, status: number): Handler {
  return async (call) => {
    findTheme(call);
    const path = await keepImage(call);
    const { spot, theme } = findTheme(call);
    change(call, spot, { ...theme, [IMAGES[kind]]: path });
    return { status, body: { url: call.origin + path } };
  };
}

function remove(kind: ImageKind): Handler {
  return (call) => {
    const { spot, theme } = findTheme(call);
    const { [IMAGES[kind]]: _, ...rest } = theme;
    change(call, spot, rest);
    return { status: 204 };
  };
}

function findTheme(call: Call): { readonly spot: Required<Spot>; readonly theme: Resource } {
  const brandId = pathMember(call, 'brandId');
  if (brandNamed(call.org, brandId) === undefined) throw notFound(brandId, 'Brand');
  const spot = { list: themesOf(brandId), key: pathMember(call, 'themeId') };
  const theme = stored(call.org, spot);
  if (theme === undefined) throw notFound(spot.key, 'Theme');
  return { spot, theme };
}

function change(call: Call, spot: Required<Spot>, theme: Resource): void {
  store(call.org, spot, theme);
  call.record('system.theme.update', [{ id: spot.key, type: 'Theme', alternateId: spot.key, displayName: spot.key }]);
}

/** Images of themes. The logo is answered with another status than the others. */
export const brandImages: Handlers = {
  uploadBrandThemeLogo: upload('logo', 200),
  uploadBrandThemeFavicon: upload('favicon', 201),
  uploadBrandThemeBackgroundImage: upload('background-image', 201),
  deleteBrandThemeLogo: remove('logo'),
  deleteBrandThemeFavicon: remove('favicon'),
  deleteBrandThemeBackgroundImage: remove('background-image'),
};
