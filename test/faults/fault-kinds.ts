import type { Socket } from 'node:net';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { changed, type RawAnswer, whole, withLines } from './answer.js';
import type { Chance } from './chance.js';

/** What goes wrong before the service has the request: gives how many of its bytes get through. */
export const requestFaults = {
  'reset before the request': () => 0,
  'reset within the request': (length: number) => Math.floor(length / 2),
} satisfies Readonly<Record<string, (length: number) => number>>;

/** What an answer goes through on its way. */
export interface Passage {
  readonly answer: RawAnswer;
  readonly client: Socket;
  readonly chance: Chance;
}

const TEN_MEGABYTES = 10 * 1024 * 1024;
const HTML = Buffer.from('<html><body>Please sign in to the network</body></html>');

const send = (client: Socket, bytes: Buffer) => void client.write(bytes);
const reset = (client: Socket) => void client.resetAndDestroy();
const half = (bytes: Buffer) => bytes.subarray(0, Math.floor(bytes.length / 2));

/** Sends, and resets once that has left. */
function sendAndReset(client: Socket, bytes: Buffer): void {
  client.write(bytes, () => setTimeout(() => reset(client), 2));
}

/** Sends little by little. */
function drip({ answer, client }: Passage, { pieces, everyMs }: { pieces: number; everyMs: number }): void {
  const bytes = whole(answer);
  const size = Math.ceil(bytes.length / pieces);
  let sent = 0;
  const timer = setInterval(() => {
    if (client.destroyed || sent >= bytes.length) return clearInterval(timer);
    client.write(bytes.subarray(sent, sent + size));
    sent += size;
  }, everyMs);
}

function chunked({ answer, client }: Passage, end: string): void {
  const { head, body } = changed(answer, { headers: { 'Content-Length': '', 'Transfer-Encoding': 'chunked' } });
  const size = Math.max(1, Math.ceil(body.length / 3));
  client.write(head);
  for (let at = 0; at < body.length; at += size) {
    const chunk = body.subarray(at, at + size);
    client.write(`${chunk.length.toString(16)}\r\n`);
    client.write(chunk);
    client.write('\r\n');
  }
  if (end === '') client.end();
  else client.write(end);
}

const compressed = (answer: RawAnswer, body: Buffer, encoding: string) =>
  whole(changed(answer, { body, headers: { 'Content-Encoding': encoding } }));

/** Ways in which answers get lost, or arrive in an odd form. */
export const answerFaults = {
  'reset before the headers': ({ client }) => reset(client),
  'reset within the headers': ({ client, answer }) => sendAndReset(client, half(answer.head)),
  'reset after the headers': ({ client, answer }) => sendAndReset(client, answer.head),
  'reset within the body': ({ client, answer }) =>
    sendAndReset(client, Buffer.concat([answer.head, half(answer.body)])),
  'reset after the body': ({ client, answer }) => sendAndReset(client, whole(answer)),
  'end within the body': ({ client, answer }) => void client.end(Buffer.concat([answer.head, half(answer.body)])),
  'body cut short, with its new length': ({ client, answer }) =>
    send(client, whole(changed(answer, { body: half(answer.body) }))),
  'stall before the headers': () => {},
  'stall within the headers': ({ client, answer }) => send(client, half(answer.head)),
  'stall within the body': ({ client, answer }) => send(client, Buffer.concat([answer.head, half(answer.body)])),
  drip: (passage) => drip(passage, { pieces: 20, everyMs: 3 }),
  'drip that takes too long': (passage) => drip(passage, { pieces: 40, everyMs: 50 }),
  'garbage in place of the answer': ({ client, chance }) =>
    send(client, Buffer.from(Array.from({ length: 200 }, () => Math.floor(chance() * 256)))),
  'garbage after the answer': ({ client, answer }) =>
    send(client, Buffer.concat([whole(answer), Buffer.from('\u0000garbage\r\n\r\n')])),
  'the answer twice': ({ client, answer }) => send(client, Buffer.concat([whole(answer), whole(answer)])),
  'a sign-in page in place of JSON': ({ client, answer }) =>
    send(client, whole(changed(answer, { body: HTML, headers: { 'Content-Type': 'text/html' } }))),
  'JSON that is said to be text': ({ client, answer }) =>
    send(client, whole(changed(answer, { headers: { 'Content-Type': 'text/plain' } }))),
  'headers twice': ({ client, answer }) =>
    send(client, whole(withLines(answer, ['Content-Type: application/json', 'X-Rate-Limit-Reset: 1', 'Date: never']))),
  'two lengths': ({ client, answer }) => send(client, whole(withLines(answer, ['Content-Length: 1']))),
  'ten megabytes of white space': ({ client, answer }) =>
    send(client, whole(changed(answer, { body: Buffer.concat([answer.body, Buffer.alloc(TEN_MEGABYTES, ' ')]) }))),
  'ten megabytes of anything': ({ client, answer }) =>
    send(client, whole(changed(answer, { body: Buffer.alloc(TEN_MEGABYTES, 'x') }))),
  'headers of two megabytes': ({ client, answer }) =>
    send(
      client,
      whole(
        withLines(
          answer,
          Array.from({ length: 200 }, (_, n) => `X-Long-${n}: ${'x'.repeat(10_000)}`),
        ),
      ),
    ),
  chunks: (passage) => chunked(passage, '0\r\n\r\n'),
  'chunks without an end': (passage) => chunked(passage, ''),
  'chunks that make no sense': (passage) => chunked(passage, 'zz\r\n'),
  gzip: ({ client, answer }) => send(client, compressed(answer, gzipSync(answer.body), 'gzip')),
  brotli: ({ client, answer }) => send(client, compressed(answer, brotliCompressSync(answer.body), 'br')),
  'gzip cut short': ({ client, answer }) => send(client, compressed(answer, half(gzipSync(answer.body)), 'gzip')),
  'gzip that is none': ({ client, answer }) => send(client, compressed(answer, answer.body, 'gzip')),
  'a bad gateway': ({ client }) =>
    send(client, Buffer.from('HTTP/1.1 502 Bad Gateway\r\nContent-Length: 5\r\nContent-Type: text/html\r\n\r\n<html')),
  'a redirect to elsewhere': ({ client }) =>
    send(client, Buffer.from('HTTP/1.1 302 Found\r\nLocation: http://evil.test/\r\nContent-Length: 0\r\n\r\n')),
} satisfies Readonly<Record<string, (passage: Passage) => void>>;

/** Any of them, or none. */
export type FaultName = keyof typeof requestFaults | keyof typeof answerFaults | 'none';

const RARE: ReadonlySet<string> = new Set(['ten megabytes of white space', 'ten megabytes of anything']);

/** Seven exchanges of ten go well. */
export const weights = Object.fromEntries([
  ['none', 70],
  ...Object.keys({ ...requestFaults, ...answerFaults }).map((name) => [name, RARE.has(name) ? 0.1 : 1]),
]) as Readonly<Record<FaultName, number>>;
