import { type Description, resolve, type Schema } from '../../scripts/lib/spec/openapi.js';
import { visitSchemas } from './visit-schemas.js';

/** Texts for patterns and formats that Prism cannot invent one for; it answers with these. */
const EXAMPLES: Readonly<Record<string, string>> = {
  '^\\d+\\.\\d+$': '7.11',
  '^[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[1-5][0-9a-fA-F]{3}-[89abAB][0-9a-fA-F]{3}-[0-9a-fA-F]{12}$':
    '7c9e6679-7425-40de-944b-e07fc1f90ae7',
  '^[\\w\\-_. ]+$': 'Backup account',
  '^P(?!$)(\\d+Y)?(\\d+M)?(\\d+W)?(\\d+D)?(T(?=\\d)(\\d+H)?(\\d+M)?(\\d+S)?)?$': 'PT10M',
  '^\\+[1-9]\\d{1,14}$': '+15551234567',
  '^(?:\\*|\\^?\\d+(?:\\.\\d+){0,2})$': '7',
  url: 'https://example.com',
};

/**
 * Works around what Prism 5.14 does not do. None of it changes what a request may be.
 *
 * @param description - changed in place
 */
export function helpPrism(description: Description): void {
  visitSchemas(description, (node: Sampled) => {
    const { pattern, format } = node;
    const example = EXAMPLES[pattern ?? ''] ?? EXAMPLES[format ?? ''];
    if (example !== undefined && node.type === 'string') node.example = example;
    // A header that would be 0 is left out of the answer.
    if (node.type === 'integer' && node.minimum === 0) node.example = 1;
    // It says what holds anyway, and without a type Prism's validator gives up on the whole schema.
    if (node.nullable === false) delete node.nullable;
    // Okta wrote a description there; nothing is left of the part, and Prism makes a word of nothing.
    if (node.allOf) node.allOf = node.allOf.filter((part) => Object.keys(part).length > 0);
    // OpenAPI asks for these in answers only; below `allOf` Prism asks for them in requests too.
    if (Array.isArray(node.required))
      node.required = node.required.filter((name) => !isReadOnly(description, node, name));
  });
}

interface Sampled extends Schema {
  example?: unknown;
}

function isReadOnly(description: Description, { properties }: Schema, name: string): boolean {
  const property = properties?.[name];
  if (property === undefined) return false;
  const target = property.$ref === undefined ? property : resolve<Schema>(description, { $ref: property.$ref });
  return property.readOnly === true || target.readOnly === true;
}
