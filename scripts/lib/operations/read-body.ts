import type { SchemaReader } from '../model/place.js';
import { camel, pascal } from '../names/words.js';
import { type RequestBody, resolve, type Schema } from '../spec/openapi.js';
import type { NamedOperation } from './match-names.js';
import type { BodyKind, OperationBody } from './operation.js';

const KINDS: Readonly<Record<string, BodyKind>> = {
  'application/json': 'json',
  'application/merge-patch+json': 'merge-patch',
  'multipart/form-data': 'multipart',
  'application/pkix-cert': 'certificate',
  'application/x-x509-ca-cert': 'certificate',
  'application/x-pem-file': 'certificate',
  'application/secevent+jwt': 'secevent+jwt',
};

/**
 * Reads the request body of an operation.
 *
 * @param builder - reads the schema
 * @param operation - with its decided names
 * @returns the body, or `undefined`
 * @throws Error for a media type that the runtime cannot write
 */
export function readBody(builder: SchemaReader, operation: NamedOperation): OperationBody | undefined {
  const { object, method, name, verb, path } = operation;
  if (object.requestBody === undefined) return undefined;
  const { content, required } = resolve<RequestBody>(builder.description, object.requestBody);
  const [[media, { schema = {} }] = ['none', {}]] = Object.entries(content);
  const as = KINDS[media];
  if (as === undefined) throw new Error(`${verb} ${path}: no way to write a body of ${media}`);
  const optional = required !== true;
  if (as === 'multipart') return { as, optional, members: fields(builder, operation, { schema, optional }) };
  const place = {
    name: `${pascal(method)}Request`,
    owner: `${pascal(method)}Request`,
    pointer: `${verb} ${path} request`,
  };
  const type = as === 'certificate' ? ({ kind: 'scalar', scalar: 'file' } as const) : builder.read(schema, place);
  return { as, optional, members: [{ name: name.body ?? camel('body'), type, required: !optional }] };
}

interface Form {
  readonly schema: Schema;
  readonly optional: boolean;
}

function fields(
  builder: SchemaReader,
  { method, verb, path }: NamedOperation,
  { schema, optional }: Form,
): OperationBody['members'] {
  const form = resolve<Schema>(builder.description, schema as Schema & { $ref: string });
  return Object.entries(form.properties ?? {}).map(([field, property]) => {
    const place = {
      name: pascal(method) + pascal(field),
      owner: `${pascal(method)}Request`,
      pointer: `${verb} ${path} ${field}`,
    };
    const required = !optional || form.required?.includes(field) === true;
    return { name: field, type: builder.read(property, place), required };
  });
}
