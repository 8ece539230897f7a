import {
  amends,
  any,
  type Form,
  flag,
  format,
  type Kind,
  type KindName,
  list,
  listOf,
  mapOf,
  names,
  number,
  one,
  oneOrFlag,
  security,
  sortedMapOf,
  text,
  textMap,
  texts,
} from './kind.js';

/** Markers of Okta's that are facts. They may stand on any object. */
const MARKERS: Readonly<Record<string, Form>> = {
  'x-okta-lifecycle': one('lifecycle'),
  'x-okta-iam-permissions': any,
  'x-okta-iam-admin-roles': any,
  'x-okta-no-scope-required': any,
  'x-codegen-request-body-name': text,
  'x-okta-allow-null-property-value-for-updates': any,
  'x-okta-extensible': any,
  'x-okta-added-version': any,
  'x-okta-feature-flag-amends': amends,
  'x-okta-opa-roles': any,
  'x-okta-operationId': text,
};

/** Prose and presentation, left out of every object without a word. */
export const PROSE: ReadonlySet<string> = new Set([
  ...['description', 'summary', 'title', 'example', 'examples', 'externalDocs'],
  ...['x-tags', 'x-displayName', 'x-logo', 'x-tagGroups', 'x-enumDescription', 'x-enumDescriptions'],
]);

/** Markers that only steer the tools with which Okta publishes. */
export const TOOLING: ReadonlySet<string> = new Set([
  ...['x-okta-ignore-redocly-rules-for-sdk', 'x-okta-defined-as', 'x-okta-team-detail', 'x-disable-permissions-audit'],
  ...['x-faker', 'x-go-name', 'x-order', 'x-explicit-null', 'x-enum-varnames', 'x-scim-filter', 'x-usePkce'],
]);

const operation = one('operation');
const limit = number;

/** The facts: everything that is not listed here is left out. */
export const GRAMMAR: Readonly<Record<KindName, Kind>> = {
  document: {
    label: 'description',
    keep: {
      openapi: text,
      info: one('info'),
      servers: listOf('server'),
      security,
      paths: sortedMapOf('pathItem'),
      'x-webhooks': sortedMapOf('pathItem'),
      components: one('components'),
    },
    needs: [['info'], ['paths']],
    drop: ['tags'],
  },
  info: {
    label: 'info',
    keep: { version: text },
    needs: [['version']],
    drop: ['contact', 'license', 'termsOfService'],
  },
  server: { label: 'server', keep: { url: text, variables: mapOf('serverVariable') }, needs: [['url']] },
  serverVariable: { label: 'server variable', keep: { default: text, enum: texts }, needs: [['default']] },
  components: {
    label: 'components',
    keep: {
      parameters: sortedMapOf('parameter'),
      requestBodies: sortedMapOf('requestBody'),
      responses: sortedMapOf('response'),
      headers: sortedMapOf('header'),
      schemas: sortedMapOf('schema'),
      securitySchemes: sortedMapOf('securityScheme'),
    },
  },
  pathItem: {
    label: 'path',
    keep: {
      ...MARKERS,
      servers: listOf('server'),
      parameters: listOf('parameter'),
      ...{ get: operation, put: operation, post: operation, delete: operation },
      ...{ options: operation, head: operation, patch: operation, trace: operation },
    },
  },
  operation: {
    label: 'operation',
    keep: {
      operationId: text,
      tags: texts,
      deprecated: flag,
      ...MARKERS,
      servers: listOf('server'),
      security,
      parameters: listOf('parameter'),
      requestBody: one('requestBody'),
      responses: mapOf('response'),
    },
    needs: [['operationId'], ['responses']],
  },
  parameter: {
    label: 'parameter',
    keep: {
      $ref: text,
      name: text,
      in: text,
      required: flag,
      deprecated: flag,
      style: text,
      explode: flag,
      allowReserved: flag,
      ...MARKERS,
      schema: one('schema'),
      content: mapOf('mediaType'),
    },
    needs: [['name'], ['in'], ['schema', 'content']],
  },
  requestBody: {
    label: 'request body',
    keep: { $ref: text, required: flag, ...MARKERS, content: mapOf('mediaType') },
    needs: [['content']],
  },
  response: {
    label: 'response',
    keep: { $ref: text, ...MARKERS, headers: mapOf('header'), content: mapOf('mediaType') },
  },
  header: {
    label: 'header',
    keep: { $ref: text, required: flag, ...MARKERS, schema: one('schema'), content: mapOf('mediaType') },
    needs: [['schema', 'content']],
  },
  mediaType: { label: 'media type', keep: { ...MARKERS, schema: one('schema') } },
  schema: {
    label: 'schema',
    keep: {
      $ref: text,
      type: text,
      format,
      nullable: flag,
      readOnly: flag,
      writeOnly: flag,
      deprecated: flag,
      ...MARKERS,
      enum: list,
      default: any,
      ...{ minimum: limit, exclusiveMinimum: flag, maximum: limit, exclusiveMaximum: flag, multipleOf: limit },
      ...{ minLength: limit, maxLength: limit, pattern: text },
      ...{ minItems: limit, maxItems: limit, uniqueItems: flag, minProperties: limit, maxProperties: limit },
      items: one('schema'),
      required: texts,
      properties: mapOf('schema'),
      additionalProperties: oneOrFlag('schema'),
      ...{ allOf: listOf('schema'), oneOf: listOf('schema'), anyOf: listOf('schema'), not: one('schema') },
      discriminator: one('discriminator'),
    },
  },
  discriminator: {
    label: 'discriminator',
    keep: { propertyName: text, mapping: textMap, ...MARKERS },
    needs: [['propertyName']],
  },
  securityScheme: {
    label: 'security scheme',
    keep: { type: text, in: text, name: text, scheme: text, ...MARKERS, flows: one('flows') },
    needs: [['type']],
    drop: ['bearerFormat', 'openIdConnectUrl'],
  },
  flows: {
    label: 'flows',
    keep: {
      implicit: one('flow'),
      password: one('flow'),
      clientCredentials: one('flow'),
      authorizationCode: one('flow'),
    },
  },
  flow: {
    label: 'flow',
    keep: { scopes: names },
    needs: [['scopes']],
    drop: ['authorizationUrl', 'tokenUrl', 'refreshUrl'],
  },
  lifecycle: {
    label: 'lifecycle',
    keep: { lifecycle: any, isGenerallyAvailable: any, isCorsEnabled: any, SKUs: any, features: any },
  },
};
