import { type AddressInfo, connect, createServer, type Socket } from 'node:net';
import { readAnswer } from './answer.js';
import { type Chance, pick } from './chance.js';
import { answerFaults, type FaultName, requestFaults, weights } from './fault-kinds.js';

/** A proxy for bytes that spoils exchanges. */
export interface FaultProxy {
  readonly url: string;
  /** How often each fault came. */
  readonly counts: Readonly<Record<string, number>>;
  close(): Promise<void>;
}

/**
 * Starts a proxy between a client and a service. It decides about each exchange when its request begins.
 *
 * @param upstreamUrl - address of the service
 * @param chance - decides what goes wrong
 * @returns the proxy
 */
export async function startFaultProxy(upstreamUrl: string, chance: Chance): Promise<FaultProxy> {
  const { hostname, port } = new URL(upstreamUrl);
  const counts: Record<string, number> = {};
  const open = new Set<Socket>();
  const track = (socket: Socket) => {
    open.add(socket);
    socket.on('error', () => {}).on('close', () => open.delete(socket));
    return socket;
  };
  const server = createServer((client) => {
    const upstream = track(connect(Number(port), hostname));
    relay(track(client), upstream, () => {
      const fault = pick(weights, chance);
      counts[fault] = (counts[fault] ?? 0) + 1;
      return { fault, chance };
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    counts,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        for (const socket of open) socket.destroy();
      }),
  };
}

interface Decision {
  readonly fault: FaultName;
  readonly chance: Chance;
}

/** An exchange begins with the first bytes after the end of the answer before. */
function relay(client: Socket, upstream: Socket, decide: () => Decision): void {
  let decision: Decision | undefined;
  let received = Buffer.alloc(0);
  client.on('data', (bytes: Buffer) => {
    decision ??= decide();
    const { fault } = decision;
    if (fault in requestFaults) {
      const through = requestFaults[fault as keyof typeof requestFaults](bytes.length);
      upstream.write(bytes.subarray(0, through), () => upstream.destroy());
      client.resetAndDestroy();
    } else upstream.write(bytes);
  });
  upstream.on('data', (bytes: Buffer) => {
    received = Buffer.concat([received, bytes]);
    const answer = readAnswer(received);
    if (answer === undefined || decision === undefined) return;
    const { fault, chance } = decision;
    [decision, received] = [undefined, Buffer.alloc(0)];
    if (client.destroyed) return;
    if (fault in answerFaults) answerFaults[fault as keyof typeof answerFaults]({ answer, client, chance });
    else client.write(Buffer.concat([answer.head, answer.body]));
  });
  client.on('close', () => upstream.destroy());
  upstream.on('close', () => {
    if (decision !== undefined) client.destroy();
  });
}
