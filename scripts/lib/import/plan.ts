import type { FileChanges } from './commit-files.js';
import type { Findings } from './findings.js';
import type { JsonObject } from './json.js';
import type { Pruned } from './prune-supplements.js';

/** What an import is going to do. */
export interface Plan {
  /** `management`, or `management.v8` for a supplement. */
  name: string;
  before: JsonObject | undefined;
  after: JsonObject;
  /** What a supplement leans on. */
  base: JsonObject | undefined;
  findings: Findings;
  pruned: Pruned[];
  files: FileChanges;
}
