// A proxy as a process of its own, which a test can kill. Tells its port and what passes through it, a line of JSON each.
import { RequestError, Server } from 'proxy-chain';

const [credentials = '', status = ''] = process.argv.slice(2);
const tell = (value) => console.log(JSON.stringify(value));

const server = new Server({
  host: '127.0.0.1',
  port: 0,
  prepareRequestFunction: ({ username, password, hostname, port, isHttp }) => {
    const isKnown = credentials === '' || `${username}:${password}` === credentials;
    tell({ to: `${hostname}:${port}`, by: isHttp ? 'forward' : 'CONNECT', isKnown });
    if (status !== '') throw new RequestError('Not through here', Number(status));
    return { requestAuthentication: !isKnown };
  },
});
await server.listen();
tell({ port: server.port });
