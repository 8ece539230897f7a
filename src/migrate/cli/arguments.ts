import { parseArgs } from 'node:util';

/** What the command was asked for. */
export interface Arguments {
  /** Folders and files. */
  readonly paths: readonly string[];
  readonly dryRun: boolean;
  readonly include: readonly string[];
  readonly exclude: readonly string[];
  readonly help: boolean;
  readonly version: boolean;
}

/** What the command cannot make sense of. */
export class Misuse extends Error {}

/** What `--help` prints. */
export const USAGE = `Usage: okta-migrate <folder or file> … [options]

Rewrites calls of @okta/okta-sdk-nodejs 4 to 8 to those of today. What it is not sure of stays as it is, and is listed.

  --dry-run           say what would change, write nothing
  --include <glob>    only these files, e.g. 'src/**'; may be repeated
  --exclude <glob>    not these, e.g. '**/*.spec.ts'; may be repeated
  --help              print this
  --version           print the version

Folders called node_modules, dist or .git are never entered. The exit code is 0 if nothing is left to do, 1 if something
is, 2 if the arguments make no sense.
`;

const options = {
  'dry-run': { type: 'boolean', default: false },
  include: { type: 'string', multiple: true, default: [] as string[] },
  exclude: { type: 'string', multiple: true, default: [] as string[] },
  help: { type: 'boolean', default: false, short: 'h' },
  version: { type: 'boolean', default: false, short: 'v' },
} as const;

/**
 * @param args - behind the name of the command
 * @returns what they ask for
 * @throws Misuse about an unknown option or a missing folder
 */
export function readArguments(args: readonly string[]): Arguments {
  const { values, positionals } = parsed(args);
  const { include = [], exclude = [], help = false, version = false } = values;
  if (positionals.length === 0 && !help && !version) {
    throw new Misuse('Which folder? For example: okta-migrate src. See okta-migrate --help.');
  }
  return { paths: positionals, dryRun: values['dry-run'] ?? false, include, exclude, help, version };
}

function parsed(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true });
  } catch (error) {
    const [reason = ''] = error instanceof Error ? error.message.split('. ', 1) : [];
    throw new Misuse(`${reason.replace(/\.$/, '')}. See okta-migrate --help.`);
  }
}
