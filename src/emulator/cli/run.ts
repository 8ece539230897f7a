import { existsSync } from 'node:fs';
import { OktaError } from '../../errors/okta-error.js';
import { VERSION } from '../../version.js';
import { createEmulator, type Emulator } from '../create-emulator.js';
import type { EmulatorOptions } from '../options.js';
import { type Arguments, readArguments, USAGE } from './arguments.js';
import { Complaint } from './complaint.js';
import { readSeed, type SeedFile } from './read-seed.js';

/** What the command talks to. */
export interface Surroundings {
  readonly out: (line: string) => void;
  readonly err: (line: string) => void;
  /** Fulfilled when the command is asked to stop. */
  readonly stopped: Promise<unknown>;
}

/** Nothing was asked for that could not be done. */
const FINE = 0;
/** As of many commands: what was asked for makes no sense. */
const MISUSED = 2;
/** How long requests that are being answered hold up the end. */
const GRACE_MS = 5000;

/**
 * Runs the command until it is asked to stop.
 *
 * @param args - behind the name of the command
 * @param surroundings - where it prints, and how it is stopped
 * @returns the exit code
 */
export async function run(args: readonly string[], surroundings: Surroundings): Promise<number> {
  try {
    const wanted = readArguments(args);
    if (wanted.help) surroundings.out(USAGE.trimEnd());
    else if (wanted.version) surroundings.out(VERSION);
    else await emulate(wanted, surroundings);
    return FINE;
  } catch (error) {
    if (!(error instanceof Complaint || error instanceof OktaError)) throw error;
    surroundings.err(`okta-emulator: ${error.message}`);
    return MISUSED;
  }
}

async function emulate(wanted: Arguments, { out, err, stopped }: Surroundings): Promise<void> {
  const emulator = create(wanted, err);
  try {
    const { url } = await listen(emulator, wanted);
    for (const line of greeting(emulator, url, wanted)) out(line);
    if (!isLoopback(wanted.host)) err(OPEN_WARNING);
    await stopped;
    if (!wanted.quiet) out('Stopping …');
  } finally {
    await emulator.close(GRACE_MS);
  }
}

function create({ seed, data, rateLimits }: Arguments, err: (line: string) => void): Emulator {
  const notify = (message: string) => err(`okta-emulator: ${message}`);
  const kept = data !== undefined && existsSync(data);
  if (kept && seed !== undefined) notify(`${data} exists, so the seed is not used.`);
  const file = seed === undefined || kept ? undefined : readSeed(seed);
  return explaining(file, {
    ...(file && { seed: file.seed }),
    ...(data !== undefined && { data }),
    rateLimits,
    notify,
  });
}

function explaining(file: SeedFile | undefined, options: EmulatorOptions): Emulator {
  try {
    return createEmulator(options);
  } catch (error) {
    throw error instanceof Error && file ? file.explain(error) : error;
  }
}

const reasons: Readonly<Record<string, string>> = {
  EADDRINUSE: 'the port is in use. Choose another one, or leave --port out',
  EACCES: 'this user may not use the port. Choose one above 1023',
  EADDRNOTAVAIL: 'this machine does not have the address',
  ENOTFOUND: 'this name leads to no address',
};

async function listen(emulator: Emulator, { port, host }: Arguments): Promise<{ readonly url: string }> {
  try {
    return await emulator.listen(port, host);
  } catch (error) {
    const reason = error instanceof Error && 'code' in error ? reasons[String(error.code)] : undefined;
    if (reason === undefined) throw error;
    throw new Complaint(`Cannot listen on ${host}:${port}: ${reason}.`);
  }
}

function greeting({ token }: Emulator, url: string, { quiet, data, rateLimits }: Arguments): string[] {
  const environment = [`OKTA_CLIENT_ORGURL=${url}`, `OKTA_CLIENT_TOKEN=${token}`];
  if (quiet) return environment;
  return [
    `An Okta org listens on ${url}`,
    `  API token   ${token}`,
    `  page        ${url}/`,
    `  data        ${data ?? 'in memory; --data keeps it'}`,
    `  rate limits ${rateLimits ? 'enforced' : 'announced, not enforced; --rate-limits enforces them'}`,
    '',
    'For your shell:',
    ...environment.map((line) => `export ${line}`),
    '',
    'Stop with Ctrl+C.',
  ];
}

function isLoopback(host: string): boolean {
  return /^(?:localhost|127\..*|::1)$/.test(host);
}

const OPEN_WARNING =
  'okta-emulator: Warning: everybody who reaches this machine can read and change this org. Use it in networks you trust.';
