// The same calls by this package as it was built, by its predecessor, and by undici alone.

/**
 * @typedef {object} Contender
 * @property {(id: string) => Promise<unknown>} getUser
 * @property {() => AsyncIterable<unknown> | Promise<AsyncIterable<unknown>>} users
 */

const token = 'bench-token';
/** @type {object} */
const quiet = { environment: {}, yamlFiles: [] };

/** @type {Record<string, (orgUrl: string, cached?: boolean) => Promise<Contender>>} */
export const contenders = {
  ours: async (orgUrl, cached = false) => {
    const { Client } = await import('../../../dist/index.js');
    const { userApi } = new Client({ orgUrl, token, cache: { enabled: cached }, ...quiet });
    return { getUser: (userId) => userApi.getUser({ userId }), users: () => userApi.listUsers({ limit: 200 }) };
  },
  incumbent: async (orgUrl, cached = false) => {
    const { Client } = (await import('incumbent')).default;
    const { userApi } = new Client({ orgUrl, token, ...(cached ? {} : { cacheMiddleware: null }) });
    return { getUser: (userId) => userApi.getUser({ userId }), users: () => userApi.listUsers({ limit: 200 }) };
  },
  undici: async (orgUrl) => {
    const { request } = await import('undici');
    const headers = { Authorization: `SSWS ${token}`, Accept: 'application/json' };
    return {
      getUser: async (id) => (await request(`${orgUrl}/api/v1/users/${id}`, { headers })).body.json(),
      users: async function* () {
        /** @type {string | undefined} */
        let url = `${orgUrl}/api/v1/users?limit=200`;
        while (url !== undefined) {
          const answer = await request(url, { headers });
          yield* /** @type {unknown[]} */ (await answer.body.json());
          url = /<([^>]+)>; rel="next"/.exec(String(answer.headers.link))?.[1];
        }
      },
    };
  },
};

/** @type {(name: string | undefined, orgUrl: string | undefined, cached?: boolean) => Promise<Contender>} */
export function contend(name = '', orgUrl = '', cached = false) {
  const make = contenders[name];
  if (make === undefined) throw new Error(`Nobody is called ${name}`);
  return make(orgUrl, cached);
}
