import { ModelBuilder } from '../../../../scripts/lib/model/build-model.js';
import { readNames } from '../../../../scripts/lib/names/names-file.js';
import { readOperations } from '../../../../scripts/lib/operations/read-operations.js';
import { composeProse } from '../../../../scripts/lib/prose/compose.js';
import type { Subject } from '../../../../scripts/lib/prose/language.js';
import { readWords } from '../../../../scripts/lib/prose/read-words.js';
import { loadDescription } from '../../../../scripts/lib/spec/load-description.js';

const FOLDER = 'spec/prose/management';

/** One text about the management API. */
export interface Text {
  /** What it is about, for messages. */
  readonly about: string;
  readonly text: string;
}

/** What the management API defines. */
export function managementSubject(): Subject {
  const names = readNames('spec/names.yaml');
  const builder = new ModelBuilder(loadDescription('spec', 'management'), names.schemas);
  return { operations: readOperations(builder, names), model: builder.finish() };
}

/** All texts about the management API, by what they are about. */
export function managementTexts({ operations, model }: Subject) {
  const prose = composeProse(FOLDER, { operations, model });
  const apis = [...new Set(operations.flatMap((operation) => operation.apis))].sort();
  return {
    operations: operations.map((operation) => ({ operation, ...prose.operation(operation) })),
    members: operations.flatMap((operation): Text[] => [
      ...operation.parameters.map((parameter) => ({
        about: `${operation.method}, ${parameter.name}`,
        text: prose.parameter(operation, parameter),
      })),
      ...(operation.body?.members ?? []).map(({ name }) => ({
        about: `${operation.method}, ${name}`,
        text: prose.body(operation, name),
      })),
    ]),
    types: [...model.types.values()].map((type): Text => ({ about: type.name, text: prose.type(type) })),
    apis: apis.map((api): Text => ({ about: api, text: prose.api(api, []) })),
  };
}

/** Methods of which the description is written by hand. */
export function handWritten(): ReadonlySet<string> {
  const { apis } = readWords(FOLDER);
  return new Set(
    [...apis.values()].flatMap(({ operations = {} }) =>
      Object.entries(operations).flatMap(([method, { description }]) => (description === undefined ? [] : [method])),
    ),
  );
}

/** Api classes with words of their own. */
export function describedApis(): string[] {
  return [...readWords(FOLDER).apis].flatMap(([api, words]) => (words.api === undefined ? [] : [api]));
}
