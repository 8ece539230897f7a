import { Ajv, type ValidateFunction } from 'ajv';
import addFormats from 'ajv-formats';
import { readNames } from '../../../scripts/lib/names/names-file.js';
import { matchNames } from '../../../scripts/lib/operations/match-names.js';
import {
  type Description,
  type OperationObject,
  type Response,
  referenceName,
  type Schema,
} from '../../../scripts/lib/spec/openapi.js';
import { completeDescription } from '../../contract/complete-description.js';
import { visitSchemas } from '../../contract/visit-schemas.js';

/** Compares answers with the description. */
export interface AnswerValidator {
  /**
   * @param operation - method name
   * @param status - of the answer
   * @param body - its parsed JSON
   * @returns what is wrong, an empty list if nothing is
   */
  faults(operation: string, status: number, body: unknown): readonly string[];
  /**
   * @param operation - method name
   * @returns statuses of success
   */
  statuses(operation: string): readonly number[];
}

const COMPONENTS = 'components';

/**
 * Reads the description; a validator is compiled when an operation is asked for.
 *
 * @returns the comparison
 */
export function answerValidator(): AnswerValidator {
  const description = completeDescription();
  visitSchemas(description, (schema) => forbidSecrets(description, schema));
  visitSchemas(description, allowNull);
  const objects = new Map(
    matchNames(description, readNames('spec/names.yaml')).map(({ method, object }) => [method, object]),
  );
  const ajv = new Ajv({ strict: false, allErrors: true, logger: false, allowUnionTypes: true });
  addFormats.default(ajv);
  ajv.addSchema({ $id: COMPONENTS, components: description.components });
  const compiled = new Map<string, ValidateFunction>();
  return {
    statuses(operation) {
      return Object.keys(objects.get(operation)?.responses ?? {})
        .map(Number)
        .filter((status) => status < 400);
    },
    faults(operation, status, body) {
      const schema = jsonSchemaOf(objects.get(operation), status);
      if (schema === undefined) return isNothing(body) ? [] : [`no JSON is described for status ${status}`];
      const key = `${operation} ${status}`;
      const validate = compiled.get(key) ?? ajv.compile(withWholeReferences(schema));
      compiled.set(key, validate);
      if (validate(body)) return [];
      return (validate.errors ?? []).map(({ instancePath, message = '', params }) =>
        `${instancePath} ${message} ${JSON.stringify(params)}`.trim(),
      );
    },
  };

  function jsonSchemaOf(object: OperationObject | undefined, status: number): Schema | undefined {
    const response = object?.responses[String(status)];
    if (response === undefined) return undefined;
    const { content = {} } = resolved(response);
    return Object.entries(content).find(([media]) => media.includes('json'))?.[1].schema;
  }

  function resolved(response: Response | { $ref: string }): Response {
    if (!('$ref' in response) || response.$ref === undefined) return response as Response;
    return description.components.responses?.[referenceName(response.$ref)] as Response;
  }
}

/** Recorded answers have an empty object where the description has nothing. */
function isNothing(body: unknown): boolean {
  return body === undefined || JSON.stringify(body) === '{}';
}

/** What is only ever written must not be read. */
function forbidSecrets({ components }: Description, schema: Schema): void {
  for (const [name, member] of Object.entries(schema.properties ?? {})) {
    const target = member.$ref === undefined ? member : components.schemas[referenceName(member.$ref)];
    if (!member.writeOnly && !target?.writeOnly) continue;
    if (schema.properties) schema.properties[name] = { not: {} } as Schema;
    if (schema.required) schema.required = schema.required.filter((other) => other !== name);
  }
}

/** OpenAPI's `nullable` in the words of JSON Schema. */
function allowNull(schema: Schema): void {
  if (schema.nullable !== true) return;
  const { nullable: _, ...rest } = { ...schema };
  for (const name of Object.keys(schema)) delete (schema as Record<string, unknown>)[name];
  Object.assign(schema, { anyOf: [{ type: 'null' }, rest] });
}

/** References that work in a schema of its own. */
function withWholeReferences(schema: Schema): object {
  return JSON.parse(JSON.stringify(schema).replaceAll('"#/components/', `"${COMPONENTS}#/components/`));
}
