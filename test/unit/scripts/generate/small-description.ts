import { readNames } from '../../../../scripts/lib/names/names-file.js';
import { type Prepared, prepare } from '../../../../scripts/lib/prepare/prepare.js';
import type { Prose } from '../../../../scripts/lib/prose/prose.js';
import { loadDescription } from '../../../../scripts/lib/spec/load-description.js';

const FOLDER = 'test/unit/scripts/generate/small';

/** Words that do not change when the rules that compose real ones do. */
export const plainProse: Prose = {
  operation: ({ method, verb }) => ({
    summary: `Does ${method}`,
    description: `Does \`${method}\` by ${verb} <once>.`,
  }),
  parameter: (_, { name }) => `The ${name} | or none.`,
  body: (_, name) => `The ${name}.`,
  type: ({ name }) => `A ${name}.`,
  api: (name) => `All about ${name}.`,
};

/**
 * Prepares the small description beside this file.
 *
 * @returns two Api classes with 12 operations
 */
export function prepareSmall(): Prepared {
  return prepare(loadDescription(FOLDER, 'robots'), readNames(`${FOLDER}/names.yaml`), plainProse);
}
