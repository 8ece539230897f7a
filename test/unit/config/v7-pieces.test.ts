import { describe, expect, it } from 'vitest';
import { UserApi } from '../../../generated/management/apis/index.js';
import { createConfiguration } from '../../../src/config/create-configuration.js';
import type { ConfigurationOptions } from '../../../src/config/options.js';
import type { RequestContext } from '../../../src/config/v7/request-context.js';
import { ResponseContext } from '../../../src/config/v7/response-context.js';
import type { Middleware } from '../../../src/http/message.js';
import { type LocalServer, localServer, sendJson } from '../../support/local-server.js';

const echo = () =>
  localServer((seen, response) => sendJson(response, { id: '00u1', url: seen.url, method: seen.method }));

/** As RxJS and the stub in v7 have it. */
const observable = <T>(value: T) => ({ toPromise: () => Promise.resolve(value) });

function users(server: LocalServer, options: ConfigurationOptions = {}) {
  return new UserApi(createConfiguration({ orgUrl: server.url, token: '00token', environment: {}, ...options }));
}

describe('the pieces of a v7 configuration', () => {
  it('baseServer is where requests go', async () => {
    const server = await echo();
    for (const baseServer of [{ url: server.url }, { getUrl: () => `${server.url}/` }]) {
      const configuration = createConfiguration({ baseServer, token: '00token', environment: {} });
      await expect(new UserApi(configuration).getUser({ userId: 'me' })).resolves.toMatchObject({ id: '00u1' });
    }
  });

  it.each([
    [{ apiToken: 'SSWS 00token' }, 'SSWS 00token'],
    [{ apiToken: '00token' }, 'SSWS 00token'],
    [{ oauth2: { accessToken: 'eyJ.a.b' } }, 'Bearer eyJ.a.b'],
    [
      {
        default: {
          applySecurityAuthentication: (context: RequestContext) => context.setHeaderParam('Authorization', 'Own way'),
        },
      },
      'Own way',
    ],
  ])('authMethods %j put the credential into requests', async (authMethods, header) => {
    const server = await echo();
    await new UserApi(createConfiguration({ orgUrl: server.url, authMethods, environment: {} })).getUser({
      userId: 'me',
    });
    expect(server.requests[0]?.headers.authorization).toBe(header);
  });

  it('middleware with pre and post sees and changes requests and answers', async () => {
    const server = await echo();
    const middleware = {
      pre(context: RequestContext) {
        context.setHeaderParam('X-Step', `${context.getHttpMethod()} ${new URL(context.getUrl()).pathname}`);
        context.setQueryParam('fields', 'id');
        return observable(context);
      },
      post: (context: ResponseContext) =>
        observable(
          new ResponseContext(context.httpStatusCode, context.headers, {
            ...context.body,
            text: async () => '{"id":"changed"}',
          }),
        ),
    };
    const user = await users(server, { middleware: [middleware] }).getUser({ userId: 'me' });
    expect(user.id).toBe('changed');
    expect(server.requests[0]).toMatchObject({
      url: '/api/v1/users/me?fields=id',
      headers: { 'x-step': 'GET /api/v1/users/me' },
    });
  });

  it('promiseMiddleware does the same with promises, functions beside it go on', async () => {
    const server = await echo();
    const order: string[] = [];
    const step = (name: string) => ({
      pre: async (context: RequestContext) => {
        order.push(`${name} in`);
        return context;
      },
      post: async (context: ResponseContext) => {
        order.push(`${name} out`);
        return context;
      },
    });
    const first: Middleware = (request, next) => {
      order.push('function');
      return next(request);
    };
    const steps = { middleware: [first, step('object')], promiseMiddleware: [step('promise')] };
    await users(server, steps).getUser({ userId: 'me' });
    expect(order).toEqual(['function', 'object in', 'promise in', 'promise out', 'object out']);
  });

  it('httpApi sends requests in place of the transport', async () => {
    const server = await echo();
    const sent: string[] = [];
    const httpApi = {
      send(request: RequestContext) {
        sent.push(`${request.getHttpMethod()} ${request.getHeaders()['Authorization']}`);
        const body = { text: async () => '{"id":"elsewhere"}', binary: async () => new Uint8Array() };
        return observable(new ResponseContext(200, { 'content-type': 'application/json' }, body));
      },
    };
    const user = await users(server, { httpApi }).getUser({ userId: 'me' });
    expect(user.id).toBe('elsewhere');
    expect(sent).toEqual(['GET SSWS 00token']);
    expect(server.requests).toEqual([]);
  });
});
