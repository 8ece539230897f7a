import { emulatorFacts } from '../facts/emulator-facts.js';
import { ModelBuilder } from '../model/build-model.js';
import type { Model } from '../model/model.js';
import { findUsage } from '../model/usage.js';
import type { Names } from '../names/names-file.js';
import type { Operation } from '../operations/operation.js';
import { readOperations } from '../operations/read-operations.js';
import { type DateConstant, DateTrees } from '../print/date-trees.js';
import { type Forms, findForms } from '../print/forms.js';
import { composeProse } from '../prose/compose.js';
import type { Prose } from '../prose/prose.js';
import type { Description } from '../spec/openapi.js';
import type { PreparedV4 } from '../v4/prepare-v4.js';
import { prepareApi } from './prepare-api.js';
import { prepareModels } from './prepare-models.js';
import { type Context, prepareOperation } from './prepare-operation.js';
import type { PreparedApi, PreparedModel, PreparedOperation } from './prepared.js';

/** Everything known before the templates print. */
export interface Prepared {
  readonly operations: readonly Operation[];
  readonly model: Model;
  readonly forms: Forms;
  readonly prose: Prose;
  readonly dates: readonly DateConstant[];
  /** Text of `emulator-facts.ts`. */
  readonly facts: string;
  /** Names and types of versions 4 to 6; absent where only a part of today's is printed. */
  readonly v4?: PreparedV4;
  /** By class name. */
  readonly apis: ReadonlyMap<string, { readonly api: PreparedApi; readonly operations: readonly PreparedOperation[] }>;
  /** By file name. */
  readonly models: ReadonlyMap<string, PreparedModel>;
}

/**
 * Computes everything that the templates print.
 *
 * @param description - corrected and complete
 * @param names - locked names
 * @param words - folder of hand-written descriptions, or all words
 * @returns final texts, and what they were made from
 */
export function prepare(description: Description, names: Names, words: string | Prose): Prepared {
  const builder = new ModelBuilder(description, names.schemas);
  const operations = readOperations(builder, names);
  const model = builder.finish();
  const forms = findForms(model, findUsage(model, operations));
  const prose = typeof words === 'string' ? composeProse(words, { operations, model }) : words;
  const trees = new DateTrees(model);
  const context: Context = { forms, prose, datesOf: ({ answer }) => trees.nameFor(answer) };
  const roots = new Set(operations.flatMap(({ answer }) => trees.nameFor(answer) ?? []));
  return {
    operations,
    model,
    forms,
    prose,
    dates: trees.constants(roots),
    facts: emulatorFacts(description, names),
    apis: byApi(context, operations),
    models: prepareModels(forms, prose, names.types),
  };
}

function byApi(context: Context, operations: readonly Operation[]): Prepared['apis'] {
  const names = [...new Set(operations.flatMap(({ apis }) => apis))].sort();
  return new Map(
    names.map((name) => {
      const own = operations.filter(({ apis }) => apis.includes(name));
      return [
        name,
        {
          api: prepareApi(context, name, own),
          operations: own.map((operation) => prepareOperation(context, name, operation)),
        },
      ];
    }),
  );
}
