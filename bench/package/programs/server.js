// Answers faster than any client can ask, as it writes bytes that were made before: a user for
// /api/v1/users/{id}, pages of 200 users with their links for /api/v1/users. Prints its address.
import { createServer } from 'node:net';
import { userOf } from './user.js';

const USERS = 20_000;
const PAGE = 200;
const END_OF_HEAD = '\r\n\r\n';

/** @type {(value: unknown, headers?: readonly string[]) => Buffer} */
function answerOf(value, headers = []) {
  const body = JSON.stringify(value);
  const head = [
    'HTTP/1.1 200 OK',
    'Content-Type: application/json',
    'Date: Fri, 20 Nov 2026 12:00:00 GMT',
    'X-Okta-Request-Id: aZ0aZ0aZ0aZ0aZ0aZ0aZ0aZ0aZ',
    'X-Rate-Limit-Limit: 600',
    'X-Rate-Limit-Remaining: 599',
    'X-Rate-Limit-Reset: 1795176000',
    'Cache-Control: no-cache, no-store',
    `Content-Length: ${Buffer.byteLength(body)}`,
    ...headers,
  ];
  return Buffer.from(`${head.join('\r\n')}${END_OF_HEAD}${body}`);
}

let one = answerOf({});
/** @type {Buffer[]} */
const pages = [];

/** @type {(origin: string) => void} */
function makeAnswers(origin) {
  one = answerOf(userOf(1, origin));
  for (let start = 0; start < USERS; start += PAGE) {
    const users = Array.from({ length: PAGE }, (_, index) => userOf(start + index, origin));
    const next = `<${origin}/api/v1/users?after=${start / PAGE + 1}&limit=${PAGE}>; rel="next"`;
    const self = `<${origin}/api/v1/users?limit=${PAGE}>; rel="self"`;
    pages.push(answerOf(users, [`Link: ${start + PAGE < USERS ? `${self}, ${next}` : self}`]));
  }
}

/** @type {(head: string) => Buffer} */
function answerTo(head) {
  if (head.startsWith('GET /api/v1/users/')) return one;
  return pages[Number(/[?&]after=(\d+)/.exec(head)?.[1] ?? 0)] ?? one;
}

const server = createServer((socket) => {
  let rest = '';
  socket.setNoDelay(true);
  socket.on('error', () => socket.destroy());
  socket.on('data', (chunk) => {
    rest += chunk.toString('latin1');
    for (let end = rest.indexOf(END_OF_HEAD); end >= 0; end = rest.indexOf(END_OF_HEAD)) {
      socket.write(answerTo(rest.slice(0, end)));
      rest = rest.slice(end + END_OF_HEAD.length);
    }
  });
});
server.listen(0, '127.0.0.1', () => {
  const address = server.address();
  const url = `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`;
  makeAnswers(url);
  console.log(url);
});
