import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { VERSION } from '../src/version.js';
import { releaseFaults } from './lib/package/release-faults.js';

/** What must pass, in the order of what it costs. `npm test` is left to CI, which ran it for the same commit. */
const COMMANDS = [
  ['npm', 'audit', '--omit=dev'],
  ['npm', 'run', '-s', 'check'],
  ['npm', 'run', '-s', 'api', '--', '--check'],
  ['npm', 'run', '-s', 'generate', '--', '--check'],
];

/** `npm run release:check`: whether this commit can be published; npm asks it before it publishes. Writes nothing. */
function main(): void {
  const failed = COMMANDS.filter(
    ([command = '', ...args]) => spawnSync(command, args, { stdio: 'inherit' }).status !== 0,
  );
  const faults = [...faultsOfState(), ...failed.map((command) => `${command.join(' ')} failed: see above`)];
  for (const fault of faults) console.error(fault);
  console.log(faults.length === 0 ? 'Ready to publish.' : `Not to be published: ${faults.length} reasons.`);
  process.exitCode = faults.length === 0 ? 0 : 1;
}

function faultsOfState(): string[] {
  return releaseFaults({
    manifest: JSON.parse(readFileSync('package.json', 'utf8')),
    lock: JSON.parse(readFileSync('package-lock.json', 'utf8')),
    version: VERSION,
    changelog: readFileSync('CHANGELOG.md', 'utf8'),
    gitStatus: spawnSync('git', ['status', '--short'], { encoding: 'utf8' }).stdout,
  });
}

main();
