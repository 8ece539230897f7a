// Does what its argument says, and prints what of the package was loaded by then.
import { generateKeyPairSync } from 'node:crypto';
import { appendFileSync, readFileSync, renameSync } from 'node:fs';
import { register } from 'node:module';
import { setTimeout } from 'node:timers/promises';

const [folder, orgUrl, what, log] = process.argv.slice(2);

/** Notes each file of the package that is loaded. It runs in a thread of its own, so it is given as text. */
const hooks = `
import { appendFileSync } from 'node:fs';
export async function load(url, context, next) {
  if (url.includes('/dist/') || url.includes('/jose/')) appendFileSync(${JSON.stringify(log)}, url + '\\n');
  return next(url, context);
}`;
appendFileSync(log, '');
register(`data:text/javascript,${encodeURIComponent(hooks)}`);

const okta = await import(`${folder}/dist/index.js`);
const quiet = { environment: {}, yamlFiles: [] };
const userApi = (options) => new okta.UserApi(okta.createConfiguration({ orgUrl, ...quiet, ...options }));
const getUser = (api) => api.getUser({ userId: 'me' });
const loaded = () => [...readFileSync(log, 'utf8').matchAll(/\/(?:chunks\/([a-z-]+)-[A-Z0-9]{8}|(jose))[./]/g)];
const names = () =>
  [...new Set(loaded().map(([, part, other]) => part ?? other))].filter((name) => name !== 'chunk').sort();
const key = () => generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey;
const app = (privateKey) => userApi({ clientId: '0oa1', scopes: ['okta.users.read'], privateKey });
const reasonOf = (error) => ({ name: error.name, code: error.code, cause: error.cause?.code });

/** What is done, and what comes of it. */
const deeds = {
  nothing: () => userApi({ token: '00t' }) && undefined,
  calls: async () => {
    const api = userApi({ token: '00t' });
    const users = await Promise.all(Array.from({ length: 64 }, () => getUser(api)));
    return users.length;
  },
  'no cache': async () => (await getUser(userApi({ token: '00t', cache: { enabled: false } }))).id,
  governor: async () => (await getUser(userApi({ token: '00t', rateLimit: { maxCapacityPercent: 80 } }))).id,
  'bad key': () => {
    try {
      return app('-----BEGIN PRIVATE KEY-----\nMAA=\n-----END PRIVATE KEY-----');
    } catch (error) {
      return reasonOf(error);
    }
  },
  'good key': () => app(key()) && undefined,
  'service app': async () => (await getUser(app(key()))).id,
  'missing file': async () => {
    const api = userApi({ token: '00t' });
    const name = process.argv[6];
    renameSync(name, `${name}.away`);
    const outcomes = await Promise.allSettled([getUser(api), getUser(api), api.listUsers(), getUser(api)]);
    // Nobody waits for these.
    void api.listUsers();
    void api
      .deactivateUser({ userId: 'me' })
      .withResponse()
      .catch(() => {});
    await setTimeout(200);
    renameSync(`${name}.away`, name);
    return {
      failures: outcomes.map(({ reason }) => (reason ? reasonOf(reason) : null)),
      after: (await getUser(api)).id,
    };
  },
};
const result = await deeds[what]();
const files = new Set(readFileSync(log, 'utf8').match(/\/dist\/.+/g));
console.log(JSON.stringify({ result, names: names(), files: files.size }));
process.exit();
