import { describe, expect, it } from 'vitest';
import { Client } from '../../src/client.js';
import type { HttpClient, HttpClientRequest } from '../../src/transport/http-client.js';
import { type Answer, localServer, sendJson } from '../support/local-server.js';

/** Sends by `fetch`, and keeps what it was told to send. */
class Recording implements HttpClient {
  readonly requests: HttpClientRequest[] = [];

  sendRequest(request: HttpClientRequest): Promise<Response> {
    this.requests.push(request);
    return fetch(request.url, request);
  }
}

async function withLibrary(answer: Answer) {
  const server = await localServer(answer);
  const httpClient = new Recording();
  const client = new Client({ orgUrl: server.url, token: '00token', environment: {}, httpClient });
  return { client, httpClient, server };
}

describe('an HTTP client of the user', () => {
  it('sends what the SDK has made ready, and gives its answer', async () => {
    const { client, httpClient, server } = await withLibrary((_, response) => sendJson(response, { id: '00u1' }));
    expect(await client.userApi.getUser({ userId: '00u1' })).toEqual({ id: '00u1' });
    expect(httpClient.requests).toMatchObject([{ method: 'GET', url: `${server.url}/api/v1/users/00u1` }]);
    expect(server.requests[0]?.headers.authorization).toBe('SSWS 00token');
  });

  it('leaves retries, bodies and errors to the SDK', async () => {
    const answers: Answer = ({ body }, response, count) =>
      count === 1
        ? sendJson(response, {}, { status: 429, headers: { 'Retry-After': '0' } })
        : sendJson(response, { errorCode: 'E0000001', errorSummary: body.toString() }, { status: 400 });
    const { client, httpClient } = await withLibrary(answers);
    const call = client.groupApi.addGroup({ group: { profile: { name: 'Crew' } } });
    await expect(call).rejects.toMatchObject({ errorSummary: '{"profile":{"name":"Crew"}}' });
    expect(httpClient.requests).toHaveLength(2);
  });

  it('is not led elsewhere by a redirect if it passes on what it got', async () => {
    const redirect: Answer = (_, response) => response.writeHead(302, { Location: 'https://evil.example' }).end();
    const { client } = await withLibrary(redirect);
    await expect(client.userApi.getUser({ userId: '1' })).rejects.toMatchObject({ target: 'evil.example' });
  });

  it('that fails is told as the cause', async () => {
    const cause = new Error('no cable');
    const httpClient = { sendRequest: () => Promise.reject(cause) };
    const options = { orgUrl: 'https://acme.okta.com', token: '0', environment: {}, httpClient };
    const call = new Client({ ...options, rateLimit: { maxRetries: 0 } }).userApi.getUser({ userId: '1' });
    await expect(call).rejects.toMatchObject({ name: 'ConnectionError', cause });
  });
});
