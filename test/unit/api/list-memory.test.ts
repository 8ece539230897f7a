import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { describe, expect, it } from 'vitest';
import { UserApi } from '../../../generated/management/apis/index.js';
import { configure } from '../../support/configure.js';
import { localServer, sendJson } from '../../support/local-server.js';

const pause = () => new Promise((resolve) => setTimeout(resolve, 20));

function collectGarbage(): void {
  setFlagsFromString('--expose-gc');
  const collect: () => void = runInNewContext('gc');
  collect();
}

describe('a page whose items were all given out', () => {
  it.each(['a loop over items', 'a loop over pages', 'next()'])('is not kept while %s waits', async (way) => {
    let answerNext = () => {};
    const server = await localServer(({ url }, response) => {
      if (!url.includes('after')) {
        sendJson(response, [{ id: 'u1' }], { headers: { Link: `<${server.url}/api/v1/users?after=u1>; rel="next"` } });
      } else answerNext = () => sendJson(response, [{ id: 'u2' }]);
    });
    const list = await new UserApi(configure(server.url)).listUsers();
    const items = way === 'a loop over pages' ? list.pages() : way === 'next()' ? list : list[Symbol.asyncIterator]();
    const first = new WeakRef(Object((await items.next()).value));
    const coming = items.next();
    await pause();
    collectGarbage();
    await pause();
    expect(first.deref()).toBeUndefined();
    answerNext();
    expect(JSON.stringify((await coming).value)).toContain('u2');
  });
});
