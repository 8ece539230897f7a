import { Readable } from 'node:stream';
import { describe, expect, it } from 'vitest';
import {
  ApplicationApi,
  AuthenticatorApi,
  LogStreamApi,
  SSFSecurityEventTokenApi,
  UserApi,
} from '../../../generated/management/apis/index.js';
import { ParameterError, RequiredError } from '../../../src/errors/parameter-error.js';
import { configure } from '../../support/configure.js';
import { localServer, sendJson } from '../../support/local-server.js';

const echo = () => localServer((_, response) => sendJson(response, {}));

describe('a call', () => {
  it('sends verb, path, query, headers and JSON body, and gives the decoded answer', async () => {
    const server = await localServer((_, response) =>
      sendJson(response, { id: '0oa1', created: '2026-01-31T08:00:00.000Z', extra: { a: [1] } }),
    );
    const application = { signOnMode: 'BOOKMARK', label: 'Ünï', name: 'bookmark', settings: {} } as const;
    const request = { application, activate: false, oktaAccessGatewayAgent: 'agent/1' };
    const app = await new ApplicationApi(configure(server.url)).createApplication(request);
    expect(app).toEqual({ id: '0oa1', created: new Date('2026-01-31T08:00:00Z'), extra: { a: [1] } });
    const [seen] = server.requests;
    expect(seen).toMatchObject({ method: 'POST', url: '/api/v1/apps?activate=false' });
    expect(seen?.headers).toMatchObject({
      accept: 'application/json',
      authorization: 'SSWS 00testToken',
      'content-type': 'application/json',
      'oktaaccessgateway-agent': 'agent/1',
      'user-agent': expect.stringMatching(/^okta-sdk-nodejs\/\S+ node\/\d+/),
    });
    expect(JSON.parse(seen?.body.toString('utf8') ?? '')).toEqual(application);
  });

  it('takes older names of members', async () => {
    const server = await echo();
    const application = { signOnMode: 'BOOKMARK', label: 'b', name: 'bookmark', settings: {} } as const;
    await new ApplicationApi(configure(server.url)).createApplication({
      application,
      OktaAccessGateway_Agent: 'agent/1',
    });
    expect(server.requests[0]?.headers['oktaaccessgateway-agent']).toBe('agent/1');
  });

  it('works under older method names', async () => {
    const server = await echo();
    const api = new ApplicationApi(configure(server.url));
    await api.deleteApplicationUser({ appId: 'a', userId: 'u', sendEmail: true });
    expect(server.requests[0]).toMatchObject({ method: 'DELETE', url: '/api/v1/apps/a/users/u?sendEmail=true' });
  });

  it('can tell about the answer', async () => {
    const server = await localServer((_, response) =>
      sendJson(response, { id: 'u' }, { headers: { 'X-Okta-Request-Id': 'req1', 'X-Rate-Limit-Remaining': '7' } }),
    );
    const { data, response } = await new UserApi(configure(server.url)).getUser({ userId: 'u' }).withResponse();
    expect(data.id).toBe('u');
    expect(response).toMatchObject({ status: 200, requestId: 'req1' });
    expect(response.headers.get('X-Rate-Limit-Remaining')).toBe('7');
    expect(response.headers['x-rate-limit-remaining']).toBe('7');
  });

  it('replaces a header whatever the case of its name', async () => {
    const server = await echo();
    await new UserApi(configure(server.url)).getUser(
      { userId: 'u' },
      { headers: { accept: 'application/vnd.x+json' } },
    );
    expect(server.requests[0]?.headers.accept).toBe('application/vnd.x+json');
  });

  it.each([
    ['a line break in a header', { headers: { 'X-A': 'a\r\nX-B: c' } }],
    ['a header that is no text', { headers: { 'X-A': {} as unknown as string } }],
  ])('refuses %s', async (_, options) => {
    const server = await echo();
    await expect(new UserApi(configure(server.url)).getUser({ userId: 'u' }, options)).rejects.toThrow(ParameterError);
    expect(server.requests).toHaveLength(0);
  });

  it('rejects when a required member is missing, naming class, method and member, and sends nothing', async () => {
    const server = await echo();
    const call = new ApplicationApi(configure(server.url)).replaceApplication({ appId: 'a' } as never);
    await expect(call).rejects.toThrow(RequiredError);
    await expect(call).rejects.toMatchObject({
      api: 'ApplicationApi',
      method: 'replaceApplication',
      parameter: 'application',
      field: 'application',
      code: 'OKTA_MISSING_PARAMETER',
    });
    expect(server.requests).toHaveLength(0);
  });

  it('gives undefined where nothing is to be read, whatever the service sends', async () => {
    const server = await localServer((_, response, count) =>
      count === 1 ? sendJson(response, {}) : response.writeHead(204).end(),
    );
    const api = new ApplicationApi(configure(server.url));
    expect(await api.activateApplication({ appId: 'a' })).toBeUndefined();
    expect(await api.deleteApplication({ appId: 'a' })).toBeUndefined();
    expect(await new LogStreamApi(configure(server.url)).activateLogStream({ logStreamId: 'a' })).toBeUndefined();
  });

  it('sends back what it read, deep-equal, with everything that the description does not know', async () => {
    const stored = {
      id: '0oa1',
      signOnMode: 'A_MODE_OF_TOMORROW',
      status: 'ODD',
      created: '2020-08-27T18:14:15Z',
      lastUpdated: '2020-08-27T18:14:15.000Z',
      features: null,
      settings: { app: { n: 1.5, deep: [{ x: null }, []] }, __proto__x: 1 },
      'strange key': 'ünï\u2028',
      '': 0,
    };
    const server = await localServer(({ method, body }, response) =>
      sendJson(response, method === 'GET' ? stored : JSON.parse(body.toString())),
    );
    const api = new ApplicationApi(configure(server.url));
    const application = await api.getApplication({ appId: '0oa1' });
    await api.replaceApplication({ appId: '0oa1', application });
    expect(JSON.parse(server.requests[1]?.body.toString() ?? '')).toEqual(stored);
  });
});

describe('an upload', () => {
  const bytes = Buffer.from([0x89, 0x50, 0, 0x80, 0xff, 0x0d, 0x0a]);
  const logo = async (file: unknown) => {
    const server = await echo();
    await new ApplicationApi(configure(server.url)).uploadApplicationLogo({ appId: 'a', file: file as Buffer });
    const { headers, body } = server.requests[0] ?? { headers: {}, body: Buffer.alloc(0) };
    const form = await new Response(new Uint8Array(body), {
      headers: { 'Content-Type': headers['content-type'] ?? '' },
    }).formData();
    const part = form.get('file') as File;
    return { name: part.name, bytes: Buffer.from(await part.arrayBuffer()) };
  };

  it.each<[string, () => unknown, string]>([
    ['an HttpFile', () => ({ data: bytes, name: 'löge "1".png' }), 'löge "1".png'],
    ['a Buffer', () => bytes, 'file'],
    ['a Uint8Array', () => new Uint8Array(bytes), 'file'],
    ['an ArrayBuffer', () => new Uint8Array(bytes).buffer, 'file'],
    ['a Blob', () => new Blob([bytes]), 'file'],
    ['a File', () => new File([bytes], 'logo.png'), 'logo.png'],
    ['a stream', () => Readable.from([bytes.subarray(0, 3), bytes.subarray(3)]), 'file'],
    ['a stream in an HttpFile', () => ({ data: Readable.from([bytes]), name: 'logo.gif' }), 'logo.gif'],
  ])('of %s arrives byte for byte', async (_, file, name) => {
    const part = await logo(file());
    expect(part.bytes).toEqual(bytes);
    expect(part.name).toBe(name);
  });

  it('of something that is no file is refused', async () => {
    await expect(logo(5)).rejects.toThrow('must be a file');
  });
});

describe('a certificate', () => {
  const der = Buffer.from('308201ff0102', 'hex');
  const publish = async (body: unknown) => {
    const server = await echo();
    await new ApplicationApi(configure(server.url)).publishCsrFromApplication({
      appId: 'a',
      csrId: 'c',
      body: body as Buffer,
    });
    return server.requests[0];
  };

  it.each<[string, unknown, string, Buffer]>([
    ['DER', der, 'application/pkix-cert', der],
    ['DER in an HttpFile', { data: der, name: 'c.der' }, 'application/pkix-cert', der],
    [
      'PEM text',
      '-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----\n',
      'application/x-pem-file',
      Buffer.from('-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----\n'),
    ],
  ])('as %s goes out unchanged under its media type', async (_, body, type, sent) => {
    const seen = await publish(body);
    expect(seen?.headers['content-type']).toBe(type);
    expect(seen?.body).toEqual(sent);
  });

  it('as base64 of DER says how it is encoded', async () => {
    const seen = await publish(der.toString('base64'));
    expect(seen?.headers).toMatchObject({
      'content-type': 'application/pkix-cert',
      'content-transfer-encoding': 'base64',
    });
    expect(seen?.body.toString()).toBe(der.toString('base64'));
  });

  it('of another form is refused', async () => {
    await expect(publish(Buffer.from([1, 2, 3]))).rejects.toThrow('must be an X.509 certificate');
  });
});

describe('other media types', () => {
  it('of bodies are sent as described', async () => {
    const server = await echo();
    await new SSFSecurityEventTokenApi(configure(server.url)).publishSecurityEventTokens({
      securityEventToken: 'a.b.c',
    });
    await new AuthenticatorApi(configure(server.url)).updateCustomAAGUID({
      authenticatorId: 'a',
      aaguid: 'g',
      customAAGUIDUpdateRequestObject: { name: 'n' },
    });
    expect(server.requests.map(({ headers, body }) => [headers['content-type'], body.toString()])).toEqual([
      ['application/secevent+jwt', 'a.b.c'],
      ['application/merge-patch+json', '{"name":"n"}'],
    ]);
  });

  it('of answers are given as text or bytes', async () => {
    const xml = '<?xml version="1.0" encoding="UTF-8"?><md:EntityDescriptor entityID="ünï"/>';
    const csr = Buffer.from([0x30, 0x80, 0xff, 0]);
    const server = await localServer(({ headers }, response) => {
      const isXml = headers.accept === 'text/xml';
      response
        .writeHead(200, { 'Content-Type': isXml ? 'application/xml;charset=UTF-8' : 'application/pkcs10' })
        .end(isXml ? xml : csr);
    });
    const api = new ApplicationApi(configure(server.url));
    expect(await api.previewSAMLmetadataForApplication({ appId: 'a', kid: 'k' })).toBe(xml);
    const raw: unknown = await api.getCsrForApplication(
      { appId: 'a', csrId: 'c' },
      { headers: { Accept: 'application/pkcs10' } },
    );
    expect(Buffer.from(raw as Uint8Array)).toEqual(csr);
  });
});
