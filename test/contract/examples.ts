import { readFileSync } from 'node:fs';

/** A call that the generated examples show. */
export interface ExampleCall {
  readonly api: string;
  readonly method: string;
  readonly request: Readonly<Record<string, unknown>>;
}

/**
 * Reads the generated examples.
 *
 * @returns a call for each method of each Api class
 */
export function readExampleCalls(): ExampleCall[] {
  const text = readFileSync('generated/management/examples.json', 'utf8');
  return Object.entries(JSON.parse(text, revive) as Record<string, ExampleCall['request']>).map(([name, request]) => {
    const [api = '', method = ''] = name.split('.');
    return { api, method, request };
  });
}

/** A file as the examples mark it. */
interface MarkedFile {
  readonly name: string;
  readonly base64: string;
}

function revive(_: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if ('$date' in value) return new Date(String(value.$date));
  if ('$file' in value) return file(value.$file as MarkedFile);
  return value;
}

function file({ name, base64 }: MarkedFile): object {
  return { name, data: Buffer.from(base64, 'base64') };
}
