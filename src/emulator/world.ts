import { openJournal } from './journal/open-journal.js';
import type { EmulatorOptions } from './options.js';
import { forkOrg, type Org } from './org/org.js';
import { seedOrg } from './seed/seed-org.js';

/** The org of an emulator, wherever it lives. */
export interface World {
  /** Secret of the API token that came with the org. */
  readonly token: string;
  /** The org as it is now. */
  org(): Org;
  /** Takes the org back to its seed. */
  reset(): void;
  /** Fulfilled when nothing that was answered so far can be lost. */
  commit(): Promise<void>;
  close(): Promise<void>;
}

/**
 * @param options - of the emulator
 * @returns the org: from the data file if there is one, otherwise from the seed
 * @throws OktaError `OKTA_EMULATOR_SEED`, `OKTA_EMULATOR_DATA`, `OKTA_EMULATOR_LOCKED`
 */
export function openWorld(options: EmulatorOptions): World {
  return options.data === undefined ? worldInMemory(options) : worldInFile(options.data, options);
}

function worldInMemory(options: EmulatorOptions): World {
  const { org: seeded, token } = seedOrg(options);
  let org = forkOrg(seeded);
  return {
    token,
    org: () => org,
    reset() {
      org = forkOrg(seeded);
    },
    commit: async () => {},
    close: async () => {},
  };
}

function worldInFile(path: string, options: EmulatorOptions): World {
  const { seeded, token, journal, ...opened } = openJournal(path, options);
  let { org } = opened;
  return {
    token,
    org: () => org,
    reset() {
      org = forkOrg(seeded);
      journal.reset(org);
    },
    commit: () => journal.commit(),
    close: () => journal.close(),
  };
}
