import { inspect } from 'node:util';
import { describe, expect, it } from 'vitest';
import { UserApi } from '../../../generated/management/apis/index.js';
import { AbortError, ConnectionError } from '../../../src/errors/network-errors.js';
import { OktaApiError } from '../../../src/errors/okta-api-error.js';
import { OktaError } from '../../../src/errors/okta-error.js';
import { HttpError } from '../../../src/errors/response-error.js';
import { configure } from '../../support/configure.js';
import { type Answer, localServer, sendJson } from '../../support/local-server.js';

const NOT_FOUND = {
  errorCode: 'E0000007',
  errorSummary: 'Not found: Resource not found: u (User)',
  errorLink: 'E0000007',
  errorId: 'oaeQ1',
  errorCauses: [{ errorSummary: 'userId: unknown', reason: 'NOT_THERE' }],
};

async function failure(answer: Answer): Promise<unknown> {
  const server = await localServer(answer);
  return new UserApi(configure(server.url)).getUser({ userId: 'u' }).then(
    () => 'no failure',
    (error: unknown) => error,
  );
}

describe('an error of Okta', () => {
  const answer: Answer = (_, response) =>
    sendJson(response, NOT_FOUND, {
      status: 404,
      headers: { 'X-Okta-Request-Id': 'req1', 'X-Rate-Limit-Reset': '1767225600', 'Set-Cookie': 'sid=s3cret' },
    });

  it('carries everything the service told', async () => {
    const error = (await failure(answer)) as OktaApiError;
    expect(error).toBeInstanceOf(OktaApiError);
    expect(error).toBeInstanceOf(OktaError);
    expect(error).toMatchObject({
      name: 'OktaApiError',
      code: 'OKTA_API',
      status: 404,
      errorCode: 'E0000007',
      errorSummary: NOT_FOUND.errorSummary,
      errorLink: 'E0000007',
      errorId: 'oaeQ1',
      errorCauses: NOT_FOUND.errorCauses,
      requestId: 'req1',
      method: 'GET',
      url: expect.stringMatching(/\/api\/v1\/users\/u$/),
    });
    expect(error.message).toBe('Okta HTTP 404 E0000007 Not found: Resource not found: u (User). userId: unknown');
    expect(Number(error.headers.get('x-rate-limit-reset'))).toBe(1767225600);
    expect(error.stack).toContain('failures.test.ts');
  });

  it('shows no credential when printed or serialised', async () => {
    const error = (await failure(answer)) as OktaApiError;
    const printed = [
      inspect(error, { depth: 9, showHidden: true }),
      JSON.stringify(error),
      JSON.stringify(error.headers),
      String(error),
      error.stack,
    ].join();
    expect(printed).not.toMatch(/s3cret|00testToken/);
    expect(JSON.parse(JSON.stringify(error))).toMatchObject({ status: 404, errorCode: 'E0000007', requestId: 'req1' });
  });

  it.each([
    [
      'null causes',
      { ...NOT_FOUND, errorCauses: null },
      'Okta HTTP 400 E0000007 Not found: Resource not found: u (User)',
    ],
    [
      'causes of another shape',
      { ...NOT_FOUND, errorCauses: ['a', null, 5] },
      'Okta HTTP 400 E0000007 Not found: Resource not found: u (User)',
    ],
    ['a code alone', { errorCode: 'E0000001' }, 'Okta HTTP 400 E0000001'],
  ])('with %s is still one', async (_, body, message) => {
    expect(await failure((_seen, response) => sendJson(response, body, { status: 400 }))).toMatchObject({
      name: 'OktaApiError',
      message,
    });
  });
});

describe('another failure', () => {
  it('with a body that is not of Okta is an HttpError that keeps the body out of print', async () => {
    const error = (await failure((_, response) => {
      response.writeHead(502, { 'Content-Type': 'text/html' }).end('<h1>Bad gateway s3cret</h1>');
    })) as HttpError;
    expect(error).toBeInstanceOf(HttpError);
    expect(error).toMatchObject({ status: 502, code: 'OKTA_HTTP', body: '<h1>Bad gateway s3cret</h1>' });
    expect(error.message).toMatch(/^HTTP 502 without an Okta error \(text\/html\) \(GET http.*\/users\/u\)$/);
    expect(inspect(error)).not.toContain('s3cret');
  });

  it('of scope is told from the WWW-Authenticate header, as Okta sends no body', async () => {
    const error = await failure((_, response) => {
      const challenge =
        'Bearer authorization_uri="https://o", realm="https://o", scope="okta.users.read", error="insufficient_scope", error_description="The access token provided does not contain the required scopes."';
      response.writeHead(403, { 'WWW-Authenticate': challenge }).end();
    });
    expect(error).toMatchObject({
      name: 'HttpError',
      status: 403,
      message: expect.stringContaining('insufficient_scope'),
    });
    expect((error as Error).message).toContain('scope: okta.users.read');
  });

  it('of a redirect is an error, and nothing is sent to its target', async () => {
    const target = await localServer((_, response) => sendJson(response, {}));
    const error = await failure((_, response) => response.writeHead(302, { Location: target.url }).end());
    expect(error).toMatchObject({ name: 'RedirectError', status: 302, target: new URL(target.url).host });
    expect(target.requests).toHaveLength(0);
  });

  it.each([
    ['an HTML page in place of JSON', 'text/html', '<html>'],
    ['JSON cut short', 'application/json', '{"id": "u'],
  ])('of %s with status 200 is not taken for a value', async (_, type, body) => {
    const error = await failure((_seen, response) => response.writeHead(200, { 'Content-Type': type }).end(body));
    expect(error).toMatchObject({
      name: 'HttpError',
      status: 200,
      message: expect.stringContaining('answer is not JSON'),
    });
    expect((error as HttpError).cause).toBeInstanceOf(SyntaxError);
  });

  it.each<[string, Answer]>([
    ['before the answer', (_, response) => response.destroy()],
    [
      'in the middle of the body',
      (_, response) => {
        response.writeHead(200, { 'Content-Type': 'application/json', 'Content-Length': '100' });
        response.write('{"id":');
        setTimeout(() => response.destroy(), 5);
      },
    ],
  ])('of the connection %s is a ConnectionError with its cause', async (_, answer) => {
    const error = await failure(answer);
    expect(error).toBeInstanceOf(ConnectionError);
    expect(error).toMatchObject({ code: 'OKTA_CONNECTION', method: 'GET', cause: expect.any(Error) });
  });

  it('to connect is a ConnectionError that says why', async () => {
    const call = new UserApi(configure('http://127.0.0.1:9')).getUser({ userId: 'u' });
    await expect(call).rejects.toThrow(/No answer from GET http:\/\/127.0.0.1:9\/api\/v1\/users\/u: .*ECONNREFUSED/);
  });

  it('by the signal of the caller is an AbortError with its reason', async () => {
    const server = await localServer(() => undefined);
    const stop = new AbortController();
    const call = new UserApi(configure(server.url)).getUser({ userId: 'u' }, { signal: stop.signal });
    setTimeout(() => stop.abort(new Error('enough')), 20);
    const error = await call.catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(AbortError);
    expect(error).toMatchObject({ name: 'AbortError', cause: expect.objectContaining({ message: 'enough' }) });
  });

  it('by a signal that was aborted before sends nothing', async () => {
    const server = await localServer((_, response) => sendJson(response, {}));
    const call = new UserApi(configure(server.url)).getUser({ userId: 'u' }, { signal: AbortSignal.abort() });
    await expect(call).rejects.toBeInstanceOf(AbortError);
    expect(server.requests).toHaveLength(0);
  });
});

describe('URLs in errors', () => {
  it('show no token of the query', async () => {
    const server = await localServer((_, response) => sendJson(response, {}, { status: 500 }));
    const error = await new UserApi(configure(server.url))
      .listUsers({ search: 'x' })
      .then((users) => users.toArray())
      .catch((reason: HttpError) => reason);
    expect((error as HttpError).url).toContain('search=x');
    const { redactUrl } = await import('../../../src/http/redact-url.js');
    expect(redactUrl('https://a:b@o/x?sessionToken=abc&q=1&access_token=def#f')).toBe(
      'https://[redacted]@o/x?sessionToken=[redacted]&q=1&access_token=[redacted]#f',
    );
    const names = ['id_token_hint', 'secret', 'client_secret', 'assertion', 'code', 'code_verifier', 'otp', 'api_key'];
    for (const name of names) expect(redactUrl(`/x?a=1&${name}=MARK&q=1`)).toBe(`/x?a=1&${name}=[redacted]&q=1`);
    expect(redactUrl('/x?tokenId=1&errorCode=2&keyId=3')).toBe('/x?tokenId=1&errorCode=2&keyId=3');
  });
});
