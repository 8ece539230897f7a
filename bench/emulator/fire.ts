// `fire.ts URL TOKEN PATH CONNECTIONS MILLISECONDS`: sends one request after the other on each of many connections, prints
// how many a second were answered with 200.
import { Agent, get } from 'node:http';

const [url = '', token = '', path = '', connections = '64', milliseconds = '5000'] = process.argv.slice(2);
const agent = new Agent({ keepAlive: true, maxSockets: Number(connections) });
const { hostname, port } = new URL(url);
const options = { agent, hostname, port, path, headers: { authorization: `SSWS ${token}` } };

function ask(): Promise<void> {
  return new Promise((resolve, reject) => {
    get(options, (response) => {
      response.resume();
      response.on('end', () => {
        if (response.statusCode === 200) resolve();
        else reject(new Error(`status ${response.statusCode}`));
      });
    }).on('error', reject);
  });
}

/** Gives how many requests were answered until then. */
async function fireUntil(end: number): Promise<number> {
  const loops = Array.from({ length: Number(connections) }, async () => {
    let count = 0;
    for (; performance.now() < end; count++) await ask();
    return count;
  });
  return (await Promise.all(loops)).reduce((sum, count) => sum + count, 0);
}

// The first second is not counted: connections are made, code becomes warm.
await fireUntil(performance.now() + 1000);
const start = performance.now();
const count = await fireUntil(start + Number(milliseconds));
console.log(count / ((performance.now() - start) / 1000));
agent.destroy();
