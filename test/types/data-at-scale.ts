/** Not run, only compiled (`npm run types`): what the page about data at scale shows, as a user writes it. */
import * as okta from '../../src/index.js';

const client = new okta.Client({
  orgUrl: 'https://acme.okta.com',
  token: 't',
  hooks: {
    onRequest: ({ operation, attempt }) => console.log(operation?.method, attempt),
    onResponse: ({ status, rateLimit }) => status > 399 && rateLimit?.reset.getTime(),
    onRetry: async ({ delayMs }) => delayMs + 1,
  },
});
const userIds = ['00u1'];

export async function lists(saved: string | undefined): Promise<string | undefined> {
  const users = (await client.userApi.listUsers({ limit: 200 }, { prefetch: true })).from(saved);
  for await (const page of users.pages()) console.log(page[0]?.id, users.cursor);
  const { data, response } = await client.userApi.listUsers().withResponse();
  const remaining: number | undefined = response.rateLimit?.remaining;
  return (await data.first())?.id ?? String(remaining);
}

export async function stream(signal: AbortSignal, checkpoint: okta.Checkpoint): Promise<void> {
  const filter = okta.filterExpression`eventType eq ${['a', 'b']} and published gt ${new Date()}`;
  for await (const { uuid } of client.systemLog.stream({ filter, checkpoint, signal })) console.log(uuid);
  for await (const { uuid } of okta.streamSystemLog(client.systemLogApi)) console.log(uuid);
}

export async function many(): Promise<number> {
  const deactivate = (userId: string) => client.userApi.deactivateUser({ userId });
  for await (const result of okta.bulk(userIds, deactivate, { concurrency: 20 })) {
    if (!result.ok) console.error(result.item.length, result.error);
  }
  const results = await okta.bulk(client.userApi.listUsers(), async ({ id }) => id);
  return results.flatMap((result) => (result.ok ? [result.value.length] : []))[0] ?? 0;
}

export async function change(userId: string): Promise<string | undefined> {
  const user = await okta.modify(
    (options) => client.userApi.getUser({ userId }, options),
    (copy) => {
      copy.profile.department = 'Research';
    },
    (changed) => client.userApi.replaceUser({ userId, user: changed }),
    { retryOnConflict: true },
  );
  // @ts-expect-error: an object has no form in an expression
  okta.searchExpression`profile.lastName eq ${{ name: 'x' }}`;
  return user.id;
}

export async function raw(id: string): Promise<unknown> {
  const grants = await client.request<{ id: string }[]>({ path: '/api/v1/new/{id}/grants', params: { id } });
  for await (const item of client.paginate<{ id: string }>('/api/v1/new', { query: { limit: 2 } }))
    console.log(item.id);
  const response = await client.http.http('/api/v1/new', { method: 'post', body: { id } });
  return [grants[0]?.id, response.headers.get('etag'), await response.json()];
}
