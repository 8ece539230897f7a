import { parseArgs } from 'node:util';
import { Complaint } from './complaint.js';

/** What the command was asked for. */
export interface Arguments {
  readonly port: number;
  readonly host: string;
  readonly seed: string | undefined;
  readonly data: string | undefined;
  readonly rateLimits: boolean;
  readonly quiet: boolean;
  readonly help: boolean;
  readonly version: boolean;
}

/** What `--help` prints. */
export const USAGE = `Usage: okta-emulator [options]

An Okta org on your machine.

  --port <number>   port to listen on; any free one unless given
  --host <address>  address to listen on; 127.0.0.1 unless given
  --seed <file>     what the org holds from the start, YAML or JSON
  --data <file>     file in which the org lives on; wins over the seed once it exists
  --rate-limits     refuse requests above Okta's rate limits
  --quiet           print the address, the token and problems, nothing else
  --help            print this
  --version         print the version
`;

const options = {
  port: { type: 'string', default: '0' },
  host: { type: 'string', default: '127.0.0.1' },
  seed: { type: 'string' },
  data: { type: 'string' },
  'rate-limits': { type: 'boolean', default: false },
  quiet: { type: 'boolean', default: false },
  help: { type: 'boolean', default: false, short: 'h' },
  version: { type: 'boolean', default: false, short: 'v' },
} as const;

const HIGHEST_PORT = 65_535;

/**
 * @param args - behind the name of the command
 * @returns what they ask for
 * @throws Complaint about an unknown option or a bad value
 */
export function readArguments(args: readonly string[]): Arguments {
  const { values } = parsed(args);
  const { host, seed, data, quiet, help, version } = values;
  if (host.trim() === '') throw new Complaint('--host needs an address.');
  return { port: portFrom(values.port), host, seed, data, rateLimits: values['rate-limits'], quiet, help, version };
}

function parsed(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options, allowPositionals: false });
  } catch (error) {
    const [reason = ''] = error instanceof Error ? error.message.split('. ', 1) : [];
    throw new Complaint(`${reason.replace(/\.$/, '')}. See okta-emulator --help.`);
  }
}

function portFrom(text: string): number {
  const port = Number(text);
  if (/^\d+$/.test(text) && port <= HIGHEST_PORT) return port;
  throw new Complaint(`--port needs a number from 0 to ${HIGHEST_PORT}, not '${text}'.`);
}
