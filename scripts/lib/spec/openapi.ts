/** The part of OpenAPI 3.0 that Okta's descriptions use. Source: https://spec.openapis.org/oas/v3.0.3 */
export interface Description {
  openapi: string;
  info: { version: string; title?: string };
  servers?: Server[];
  paths: Record<string, PathItem>;
  components: Components;
}

export interface Server {
  url: string;
  variables?: Record<string, { default: string }>;
}

export interface Components {
  schemas: Record<string, Schema>;
  parameters?: Record<string, Parameter>;
  requestBodies?: Record<string, RequestBody>;
  responses?: Record<string, Response>;
  headers?: Record<string, Header>;
  securitySchemes?: Record<string, unknown>;
}

export const VERBS = ['get', 'post', 'put', 'patch', 'delete', 'head', 'options'] as const;
export type Verb = (typeof VERBS)[number];

export type PathItem = { [V in Verb]?: OperationObject } & { parameters?: Referable<Parameter>[]; servers?: Server[] };

export interface OperationObject {
  operationId: string;
  tags?: string[];
  parameters?: Referable<Parameter>[];
  requestBody?: Referable<RequestBody>;
  responses: Record<string, Referable<Response>>;
  security?: Record<string, string[]>[];
  servers?: Server[];
  deprecated?: boolean;
  'x-okta-lifecycle'?: Lifecycle;
  'x-codegen-request-body-name'?: string;
}

export interface Lifecycle {
  lifecycle?: string;
  isGenerallyAvailable?: boolean;
  SKUs?: string[];
}

export interface Parameter {
  name: string;
  in: 'path' | 'query' | 'header' | 'cookie';
  required?: boolean;
  style?: string;
  explode?: boolean;
  deprecated?: boolean;
  schema?: Referable<Schema>;
}

export interface RequestBody {
  required?: boolean;
  content: Record<string, MediaType>;
}

export interface Response {
  description?: string;
  headers?: Record<string, Referable<Header>>;
  content?: Record<string, MediaType>;
}

export interface Header {
  schema?: Referable<Schema>;
}

export interface MediaType {
  schema?: Schema;
}

export interface Reference {
  $ref: string;
}

export type Referable<T> = T | Reference;

/** A schema; `$ref` may stand beside other keywords, as Okta writes it. */
export interface Schema {
  $ref?: string;
  type?: string;
  format?: string;
  properties?: Record<string, Schema>;
  items?: Schema;
  required?: string[];
  enum?: unknown[];
  default?: unknown;
  nullable?: boolean;
  readOnly?: boolean;
  writeOnly?: boolean;
  deprecated?: boolean;
  discriminator?: Discriminator;
  oneOf?: Schema[];
  anyOf?: Schema[];
  allOf?: Schema[];
  additionalProperties?: boolean | Schema;
  minimum?: number;
  maximum?: number;
  minLength?: number;
  maxLength?: number;
  minItems?: number;
  maxItems?: number;
  pattern?: string;
  'x-okta-lifecycle'?: Lifecycle;
  'x-okta-allow-null-property-value-for-updates'?: boolean;
  /** Set by our overlays: members that are in everything the service returns. */
  'x-sdk-returned'?: string[];
}

export interface Discriminator {
  propertyName: string;
  mapping?: Record<string, string>;
}

/**
 * The last part of a local reference: `#/components/schemas/User` gives `User`.
 *
 * @param reference - a `$ref`
 * @returns the name
 */
export function referenceName(reference: string): string {
  const name = reference.slice(reference.lastIndexOf('/') + 1);
  return decodeURIComponent(name.replaceAll('~1', '/').replaceAll('~0', '~'));
}

/**
 * Follows references until something that is none.
 *
 * @param description - where references point into
 * @param value - an object or a reference to one
 * @returns the object
 * @throws Error if a reference leads nowhere
 */
export function resolve<T extends object>(description: Description, value: Referable<T>): T {
  if (!('$ref' in value) || typeof value.$ref !== 'string') return value as T;
  const [, , section = '', ...rest] = value.$ref.split('/');
  const components = description.components as unknown as Record<string, Record<string, T> | undefined>;
  const target = components[section]?.[referenceName(rest.join('/'))];
  if (target === undefined) throw new Error(`Dangling reference ${value.$ref}`);
  return resolve(description, target);
}
