import { ok } from '../answers/answer.js';
import { notFound } from '../answers/fault.js';
import { bodyOf } from '../body.js';
import { type Call, type Handler, type Handlers, pathMember } from '../call.js';
import { changedMapping } from '../mappings/change-mapping.js';
import { MAPPING, type MappingEnd, type ProfileMapping } from '../mappings/profile-mapping.js';
import { filtered } from '../paging/cut.js';
import { listById } from '../paging/list-by-id.js';

function findMapping(call: Call): ProfileMapping {
  const id = pathMember(call, 'mappingId');
  const mapping = call.org.mappings.get(id);
  if (mapping === undefined) throw notFound(id, MAPPING);
  return mapping;
}

const getProfileMapping: Handler = (call) => ok(mappingView(findMapping(call), call));

const updateProfileMapping: Handler = (call) => {
  const mapping = changedMapping(call.org, findMapping(call), bodyOf(call));
  call.org.mappings.set(mapping.id, mapping);
  const displayName = `${mapping.source.name} to ${mapping.target.name}`;
  call.record('directory.mapping.update', [{ id: mapping.id, type: 'Mapping', alternateId: 'unknown', displayName }]);
  return ok(mappingView(mapping, call));
};

const listProfileMappings: Handler = (call) => {
  const { query, org } = call;
  const [sourceId, targetId] = [query.get('sourceId') || undefined, query.get('targetId') || undefined];
  const keep = ({ source, target }: ProfileMapping) =>
    (sourceId ?? source.id) === source.id && (targetId ?? target.id) === target.id;
  return listById(call, {
    list: 'mappings',
    itemsAfter: (after) => filtered(org.mappings.values({ after }), keep),
    exists: (id) => org.mappings.get(id) !== undefined,
    view: (mapping) => {
      const { properties: _, ...listed } = mappingView(mapping, call);
      return listed;
    },
  });
};

function mappingView({ id, source, target, properties }: ProfileMapping, call: Call) {
  return {
    id,
    source: endView(source, call),
    target: endView(target, call),
    properties,
    _links: { self: { href: `${call.origin}/api/v1/mappings/${id}` } },
  };
}

function endView(end: MappingEnd, { origin, org }: Call) {
  const schemaId = org.userTypes.get(end.id)?.schemaId;
  const [self, schema] =
    end.type === 'user'
      ? [`meta/types/user/${end.id}`, `meta/schemas/user/${schemaId}`]
      : [`apps/${end.id}`, `meta/schemas/apps/${end.id}/default`];
  return {
    ...end,
    _links: { self: { href: `${origin}/api/v1/${self}` }, schema: { href: `${origin}/api/v1/${schema}` } },
  };
}

/** How profiles are made from each other. */
export const mappings: Handlers = { getProfileMapping, updateProfileMapping, listProfileMappings };
