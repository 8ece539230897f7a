import { okta } from '@okta/okta-sdk-nodejs';

/** Lets a request through only with an access token of the issuer that has the scope. */
export function requireToken({ issuer, audience, scope }) {
  const verify = okta.verifyAccessToken({ issuer, audience, scopes: [scope] });
  return async (request, response, next) => {
    const [, token = ''] = /^Bearer (\S+)$/i.exec(request.headers.authorization ?? '') ?? [];
    try {
      request.claims = await verify(token);
    } catch (error) {
      if (!(error instanceof okta.AccessTokenError)) return next(error);
      return response.status(error.status).set('WWW-Authenticate', error.challenge).json({ error: error.message });
    }
    next();
  };
}
