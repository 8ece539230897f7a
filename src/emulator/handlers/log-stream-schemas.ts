import { ok } from '../answers/answer.js';
import { notFound } from '../answers/fault.js';
import { type Call, type Handler, type Handlers, pathMember } from '../call.js';
import { logStreamSchemas as schemas } from '../schema/log-stream-schemas.js';

const listLogStreamSchemas: Handler = (call) => ok(Object.keys(schemas).map((type) => schemaView(type, call)));

const getLogStreamSchema: Handler = (call) => {
  const type = pathMember(call, 'logStreamType');
  if (!Object.hasOwn(schemas, type)) throw notFound(type, 'LogStreamSchema');
  return ok(schemaView(type, call));
};

function schemaView(type: string, { origin }: Call) {
  const address = `${origin}/api/v1/meta/schemas/logStream/${type}`;
  const schema = schemas[type];
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    id: address,
    title: schema?.title,
    type: 'object',
    properties: {
      name: { title: 'Name', type: 'string', minLength: 1, maxLength: 100 },
      settings: schema?.settings,
    },
    required: ['name', 'settings'],
    errorMessage: {},
    _links: { self: { href: address, method: 'GET' } },
  };
}

/** What log streams are set up with. */
export const logStreamSchemas: Handlers = { listLogStreamSchemas, getLogStreamSchema };
