import type { Prepared } from '../prepare/prepare.js';
import { makeExample } from './make-example.js';
import { type Example, ExampleFile } from './value.js';

/**
 * Writes the examples for machines: a line for each method of each Api class. A date is `{"$date": text}`, a file
 * `{"$file": {"name", "base64"}}`.
 *
 * @param prepared - operations and types
 * @returns the text of `examples.json`
 */
export function examplesJson({ operations, model }: Prepared): string {
  const lines = operations.flatMap((operation) => {
    const text = JSON.stringify(marked(makeExample(model, operation)));
    return operation.apis.map((api) => `${JSON.stringify(`${api}.${operation.method}`)}: ${text}`);
  });
  return `{\n${lines.sort().join(',\n')}\n}\n`;
}

function marked(value: Example): unknown {
  if (value instanceof Date) return { $date: value.toISOString() };
  if (value instanceof ExampleFile) return markedFile(value);
  if (Array.isArray(value)) return value.map(marked);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, marked(inner)]));
}

function markedFile({ name, content: { as, base64 } }: ExampleFile): unknown {
  return as === 'text' ? Buffer.from(base64, 'base64').toString('utf8') : { $file: { name, base64 } };
}
