import type { Middleware } from '../../http/message.js';
import type { ConfigurationOptions } from '../options.js';
import type { V7Options } from './options.js';

/**
 * @param options - as v7 and v8 took them
 * @returns the settings that they stand for; what is given under today's names wins
 */
export function settingsFromV7({ baseServer, authMethods = {} }: V7Options): Partial<ConfigurationOptions> {
  const url = baseServer && ('getUrl' in baseServer ? baseServer.getUrl() : baseServer.url);
  const { apiToken, oauth2, default: custom } = authMethods;
  return {
    ...(url === undefined ? {} : { orgUrl: url }),
    ...(apiToken === undefined ? {} : { token: apiToken.replace(/^SSWS\s+/i, '') }),
    ...(oauth2 === undefined ? {} : { accessToken: oauth2.accessToken }),
    ...(custom === undefined ? {} : { authorizationMode: byAuthMethods }),
  };
}

/** Stands for `authMethods.default` among the settings; the pipeline puts in its place what calls it. */
export const byAuthMethods: Middleware = (request, next) => next(request);
