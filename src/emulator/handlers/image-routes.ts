import { fail } from '../answers/fault.js';
import { type Handler, pathMember } from '../call.js';
import { imagePath } from '../images/image.js';
import type { ExtraRoutes } from '../routing/extra-route.js';

const showImage: Handler = (call) => {
  const image = call.org.images.get(pathMember(call, 'imageId'));
  if (image === undefined) throw fail('E0000008');
  return { status: 200, content: { type: image.type, data: Buffer.from(image.data, 'base64') } };
};

/** Where everybody can see the images of apps, themes and the org. */
export const imageRoutes: ExtraRoutes = {
  showImage: { call: `GET ${imagePath('{imageId}')}`, handler: showImage },
};
