import type { Docs } from '../docs/doc.js';
import type { Prepared } from './prepare.js';

/**
 * Wraps what was prepared into the smallest description that makes the generator call the templates as needed: an
 * operation per method, tagged with its Api, and a schema per file of models. The generator thus never meets Okta's
 * schemas, of which it misreads several.
 *
 * @param prepared - final texts of the code
 * @param docs - final texts of the doc pages
 * @returns an OpenAPI document
 */
export function generatorInput(prepared: Prepared, docs: Docs): GeneratorInput {
  return {
    openapi: '3.0.3',
    info: { title: 'Prepared for the templates', version: '1' },
    paths: Object.fromEntries([...prepared.apis.keys()].flatMap((name) => pathsOf(name, prepared, docs))),
    components: {
      schemas: Object.fromEntries(
        [...prepared.models]
          .sort(([a], [b]) => (a < b ? -1 : 1))
          .map(([name, model]) => [name, { ...SOME_OBJECT, 'x-sdk': model }]),
      ),
    },
    'x-sdk': {
      dates: prepared.dates,
      apis: [...prepared.apis].map(([name, { api }]) => ({ ...api, member: memberName(name) })),
      index: docs.index,
      types: docs.types,
      ...(prepared.v4 === undefined ? {} : { v4: prepared.v4 }),
    },
  };
}

/** The part of an OpenAPI document that the generator is given. */
export interface GeneratorInput {
  readonly components: { readonly schemas: Readonly<Record<string, object>> };
  readonly [member: string]: unknown;
}

function pathsOf(name: string, { apis }: Prepared, docs: Docs): [path: string, item: object][] {
  const { api, operations = [] } = apis.get(name) ?? {};
  const { top, methods } = docs.apis.get(name) ?? {};
  return operations.map((operation) => [
    `/${name}/${operation.method}`,
    {
      get: {
        operationId: `${name}_${operation.method}`,
        tags: [name.replace(/Api$/, '')],
        responses: NO_RESPONSES,
        'x-sdk': operation,
        'x-sdk-api': api,
        'x-sdk-doc': methods?.get(operation.method),
        'x-sdk-page': top,
      },
    },
  ]);
}

const NO_RESPONSES = { 200: { description: '' } };
/** A schema without properties would be taken for a free-form object and skipped. */
const SOME_OBJECT = { type: 'object', properties: { any: { type: 'string' } } };

/**
 * Member of `Client`: leading acronyms in lower case, as in v8 (`captchaApi`, `uiSchemaApi`, `oauth2…`).
 *
 * @param api - name of an Api class
 * @returns name of the member
 */
export function memberName(api: string): string {
  return api.replace(/^OAuth/, 'Oauth').replace(/^[A-Z]+(?=[A-Z][a-z])|^[A-Z]/, (start) => start.toLowerCase());
}
