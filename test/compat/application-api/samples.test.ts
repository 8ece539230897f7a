import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import * as okta from '../../../src/sdk.js';
import { compile } from '../../support/compile.js';
import { configure } from '../../support/configure.js';
import { localServer, sendJson } from '../../support/local-server.js';
import { type Sample, samples } from './samples.js';

type Methods = Record<string, (request: object) => PromiseLike<unknown>>;

const ITEM = { id: 'id1', label: 'as sent', unheardOf: [null, 1] };
const FILES = ['publishCsrFromApplication', 'uploadApplicationLogo'];

/** An api whose server answers as the page says. */
async function serverFor({ status, type }: Pick<Sample, 'status' | 'type'>) {
  const server = await localServer((_, response) => {
    if (type === 'void') response.writeHead(status).end();
    else sendJson(response, type.endsWith('[]') ? [ITEM, ITEM] : ITEM, { status });
  });
  const api = new okta.ApplicationApi(configure(server.url));
  return { api, methods: api as unknown as Methods, server };
}

async function itemsOf(value: unknown): Promise<unknown> {
  if (!(value instanceof okta.Collection)) return value;
  return value.toArray();
}

/** Queries compare as sets of parameters. */
function parts(wire: string): unknown[] {
  const [verb = '', address = ''] = wire.split(' ');
  const { pathname, searchParams } = new URL(address, 'https://acme.okta.com');
  return [verb, pathname, [...searchParams].sort()];
}

describe('the page of the ApplicationApi', () => {
  it('has 41 methods', () => {
    expect(new Set([...samples.map(({ method }) => method), ...FILES]).size).toBe(41);
  });

  it.each(samples)('$method does as its sample says', async ({ method, request, wire, body, status, type }) => {
    const { methods, server } = await serverFor({ status, type });
    const data = await methods[method]?.(request);
    const value = await itemsOf(data);
    const [seen] = server.requests;
    expect(parts(`${seen?.method} ${seen?.url}`)).toEqual(parts(wire));
    const sent = seen?.body.length ? JSON.parse(seen.body.toString()) : undefined;
    expect(sent).toEqual(body === undefined ? undefined : (request as Record<string, unknown>)[body]);
    expect(value).toEqual(type === 'void' ? undefined : type.endsWith('[]') ? [ITEM, ITEM] : ITEM);
  });

  it('createApplication sends the agent of the access gateway as a header', async () => {
    const { api, server } = await serverFor({ status: 200, type: 'Application' });
    await api.createApplication({ application: {} as okta.Application, OktaAccessGateway_Agent: 'agent/1' });
    expect(server.requests[0]?.headers['oktaaccessgateway-agent']).toBe('agent/1');
  });

  it('publishCsrFromApplication and uploadApplicationLogo send a file that was read', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'okta-page-'));
    onTestFinished(() => rmSync(folder, { recursive: true }));
    const path = join(folder, 'file');
    writeFileSync(path, '-----BEGIN CERTIFICATE-----\nMII=\n-----END CERTIFICATE-----\n');
    const file = { data: Buffer.from(readFileSync(path, 'utf-8')), name: path };
    const { api, server } = await serverFor({ status: 201, type: 'JsonWebKey' });
    expect(await api.publishCsrFromApplication({ appId: 'a', csrId: 'c', body: file })).toEqual(ITEM);
    expect(await api.uploadApplicationLogo({ appId: 'a', file })).toBeUndefined();
    const [published, uploaded] = server.requests;
    expect(published?.url).toBe('/api/v1/apps/a/credentials/csrs/c/lifecycle/publish');
    expect(published?.body).toEqual(file.data);
    expect(uploaded?.url).toBe('/api/v1/apps/a/logo');
    expect(uploaded?.headers['content-type']).toMatch(/^multipart\/form-data/);
    expect(uploaded?.body.includes(file.data)).toBe(true);
  });

  it.each([400, 403, 404, 429])('a call rejects with the error of Okta for %i', async (status) => {
    const body = { errorCode: 'E0000001', errorSummary: 'no', errorLink: 'E0000001', errorId: 'oae1', errorCauses: [] };
    const server = await localServer((_, response) => sendJson(response, body, { status }));
    const api = new okta.ApplicationApi(configure(server.url, { rateLimit: { maxRetries: 0 } }));
    await expect(api.activateApplication({ appId: 'a' })).rejects.toMatchObject({
      name: 'OktaApiError',
      status,
      errorCode: 'E0000001',
      errorSummary: 'no',
    });
  });

  it('compiles with the names and types of the page, save that an app needs a sign-on mode', {
    timeout: 60_000,
  }, () => {
    const head = `import { okta } from '../../src/index.js';
import { readFileSync } from 'node:fs';
const apiInstance = new okta.ApplicationApi(okta.createConfiguration());
const file = { data: Buffer.from(readFileSync('logo.png', 'utf-8')), name: 'logo.png' };
`;
    const rows = [...samples.map(program), ...fileSamples];
    const empty = 'const empty: okta.ApplicationApiCreateApplicationRequest = { application: {} };';
    expect(compile(`${head}${rows.join('\n')}\n${empty}`)).toEqual([expect.stringContaining(empty)]);
  });
});

const fileSamples = [
  "const f1: okta.ApplicationApiPublishCsrFromApplicationRequest = { appId: 'a', csrId: 'c', body: file };",
  'apiInstance.publishCsrFromApplication(f1).then((data: okta.JsonWebKey) => console.log(data)).catch((error: any) => console.error(error));',
  "const f2: okta.ApplicationApiUploadApplicationLogoRequest = { appId: 'a', file };",
  'apiInstance.uploadApplicationLogo(f2).then((data: void) => console.log(data));',
];

/** The page shows an app without members, which Okta refuses. */
const BOOKMARK = {
  name: 'bookmark',
  label: 'Plans',
  signOnMode: 'BOOKMARK',
  settings: { app: { url: 'https://example.com', requestIntegration: false } },
};

/** The sample as TypeScript, with the type of what comes back in place of `any`. */
function program({ method, request, type }: Sample, index: number): string {
  const name = `okta.ApplicationApi${method[0]?.toUpperCase()}${method.slice(1)}Request`;
  const item = type === 'void' ? 'void' : `okta.${type.replace('[]', '')}`;
  const data = type.endsWith('[]') ? `okta.Collection<${item}>` : item;
  return `const body${index}: ${name} = ${JSON.stringify('application' in request ? { ...request, application: BOOKMARK } : request)};
apiInstance.${method}(body${index}).then((data: ${data}) => console.log(data));`;
}
