import { type AddressInfo, createServer, type Socket } from 'node:net';
import { onTestFinished } from 'vitest';

/** A server that speaks no HTTP by itself. */
export interface ScriptedServer {
  readonly url: string;
  /** How many were made so far. */
  readonly connections: number;
}

/**
 * Starts a server for one test.
 *
 * @param answer - called with the connection for each piece that arrives, which is a whole request if it is short
 * @returns address and count
 */
export async function scriptedServer(answer: (socket: Socket) => void): Promise<ScriptedServer> {
  const open = new Set<Socket>();
  let connections = 0;
  const server = createServer((socket) => {
    connections++;
    open.add(socket);
    socket.on('close', () => open.delete(socket));
    socket.on('error', () => {});
    socket.on('data', () => answer(socket));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    for (const socket of open) socket.destroy();
    server.close();
  });
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    get connections() {
      return connections;
    },
  };
}
