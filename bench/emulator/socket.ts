import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { record } from '../sample.js';
import { openWire, usersSeed } from './org.js';

const USERS = 1000;
const CONNECTIONS = '64';
const MILLISECONDS = '4000';

const { emulator } = openWire({ seed: usersSeed(USERS) });
const { url } = await emulator.listen();

/** Requests a second that a process of its own gets answered. */
async function fire(path: string): Promise<number> {
  const args = ['--import', 'tsx', 'bench/emulator/fire.ts', url, emulator.token, path, CONNECTIONS, MILLISECONDS];
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] });
  let output = '';
  child.stdout.on('data', (text) => {
    output += text;
  });
  const [status] = await once(child, 'close');
  if (status !== 0) throw new Error(`fire.ts ended with ${status}`);
  return Number(output);
}

record('GET user over a socket, 64 connections', 'req/s', await fire('/api/v1/users/user500@example.com'));
record('GET page of 200 users over a socket', 'req/s', await fire('/api/v1/users?limit=200'));
await emulator.close();
