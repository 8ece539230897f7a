import { literal, propertyKey } from '../print/print-type.js';
import { type Example, ExampleFile, type ExampleObject } from './value.js';

/** Longest line of an example, as our own code is formatted. */
const WIDTH = 80;

/**
 * Writes an example as TypeScript, on one line where it fits.
 *
 * @param value - the example
 * @param indent - spaces before the lines after the first
 * @param used - characters already on the first line
 * @returns the source text of an expression
 */
export function printExample(value: Example, indent = 0, used = indent): string {
  const flat = printFlat(value);
  if (used + flat.length + 1 <= WIDTH || !isBreakable(value)) return flat;
  return breakUp(value, indent);
}

/**
 * Writes a request object with one member per line at least.
 *
 * @param request - the example
 * @returns the source text of an object literal
 */
export function printRequest(request: ExampleObject): string {
  return Object.keys(request).length === 0 ? '{}' : breakUp(request, 0);
}

/**
 * The files that an example reads.
 *
 * @param value - the example
 * @returns them in the order of the text
 */
export function filesIn(value: Example): ExampleFile[] {
  if (value instanceof ExampleFile) return [value];
  if (typeof value !== 'object' || value === null || value instanceof Date) return [];
  return Object.values(value).flatMap(filesIn);
}

type Breakable = readonly Example[] | ExampleObject;

function isBreakable(value: Example): value is Breakable {
  const isWhole = typeof value !== 'object' || value === null || value instanceof Date || value instanceof ExampleFile;
  return !isWhole && Object.keys(value).length > 0;
}

function isList(value: Example): value is readonly Example[] {
  return Array.isArray(value);
}

function printFlat(value: Example): string {
  if (value instanceof Date) return `new Date(${literal(value.toISOString())})`;
  if (value instanceof ExampleFile) return printFile(value);
  if (isList(value)) return `[${value.map(printFlat).join(', ')}]`;
  if (typeof value === 'object' && value !== null) {
    const members = Object.entries(value).map(([key, inner]) => `${propertyKey(key)}: ${printFlat(inner)}`);
    return members.length === 0 ? '{}' : `{ ${members.join(', ')} }`;
  }
  return typeof value === 'string' ? literal(value) : String(value);
}

function printFile({ name, content }: ExampleFile): string {
  const file = literal(name);
  return content.as === 'text' ? `readFileSync(${file}, 'utf8')` : `{ data: readFileSync(${file}), name: ${file} }`;
}

function breakUp(value: Breakable, indent: number): string {
  const inner = ' '.repeat(indent + 2);
  const lines = isList(value)
    ? value.map((item) => printExample(item, indent + 2))
    : Object.entries(value).map(([key, member]) => {
        const start = `${propertyKey(key)}: `;
        return start + printExample(member, indent + 2, indent + 2 + start.length);
      });
  const [open, close] = isList(value) ? ['[', ']'] : ['{', '}'];
  return [open, ...lines.map((line) => `${inner}${line},`), ' '.repeat(indent) + close].join('\n');
}
