import { noContent, ok } from '../answers/answer.js';
import { BLANK, invalid, notFound, TAKEN } from '../answers/fault.js';
import { bodyOf, textIn, textsIn } from '../body.js';
import { type Call, type Handler, type Handlers, pathMember } from '../call.js';
import type { EventType } from '../log/event-types.js';
import type { JsonObject } from '../org/json.js';
import { nowIn, type Org } from '../org/org.js';
import { filtered } from '../paging/cut.js';
import { listInBody } from '../paging/list-in-body.js';
import { checkReference } from '../resource-sets/resource-reference.js';
import type { ResourceSet, SetResource } from '../resource-sets/resource-set.js';
import { findResourceSet } from '../resource-sets/resource-set-store.js';
import { resourceSetView, resourceView, setAddress } from '../resource-sets/views.js';

const MOST_RESOURCES = 1000;

const createResourceSet: Handler = (call) => {
  const { org } = call;
  const body = bodyOf(call);
  const names = readNames(call, body);
  const sent = textsIn(body, 'resources');
  if (sent.length === 0) throw invalid('resources', BLANK);
  const now = nowIn(org);
  const empty = { id: org.ids.next('iam'), ...names, created: now, lastUpdated: now, resources: [] };
  const set = save(call, withResources(org, empty, sent), 'iam.resourceset.create');
  return ok(resourceSetView(set, call));
};

/** Label and description; no two sets share a label. */
function readNames({ org }: Call, body: JsonObject, before?: ResourceSet): Pick<ResourceSet, 'label' | 'description'> {
  const label = textIn(body, 'label') ?? before?.label ?? '';
  const description = textIn(body, 'description') ?? before?.description ?? '';
  if (label.trim() === '') throw invalid('label', BLANK);
  if (description.trim() === '') throw invalid('description', BLANK);
  const taken = [...org.resourceSets.values()].some((other) => other.label === label && other.id !== before?.id);
  if (taken) throw invalid('label', TAKEN);
  return { label, description };
}

/** A resource that is there already is not added again. */
function withResources(org: Org, set: ResourceSet, references: readonly string[], conditions?: unknown): ResourceSet {
  const known = new Set(set.resources.map(({ reference }) => reference));
  const added = [...new Set(references)].filter((reference) => !known.has(reference));
  const resources = [...set.resources, ...added.map((reference) => newResource(org, reference, conditions))];
  if (resources.length > MOST_RESOURCES) throw invalid('resources', `At most ${MOST_RESOURCES} resources are allowed`);
  return { ...set, resources, lastUpdated: nowIn(org) };
}

function newResource(org: Org, reference: string, conditions: unknown): SetResource {
  checkReference(reference);
  const now = nowIn(org);
  const times = { created: now, lastUpdated: now };
  return { id: org.ids.next('ire'), ...times, reference, ...(conditions !== undefined && { conditions }) };
}

function save({ org, record }: Call, set: ResourceSet, event: EventType): ResourceSet {
  org.resourceSets.set(set.id, set);
  record(event, [{ id: set.id, type: 'RESOURCE_SET', alternateId: 'unknown', displayName: set.label }]);
  return set;
}

const getResourceSet: Handler = (call) => ok(resourceSetView(findResourceSet(call), call));

const replaceResourceSet: Handler = (call) => {
  const before = findResourceSet(call);
  const set = { ...before, ...readNames(call, bodyOf(call), before), lastUpdated: nowIn(call.org) };
  return ok(resourceSetView(save(call, set, 'iam.resourceset.update'), call));
};

const deleteResourceSet: Handler = (call) => {
  const { org } = call;
  const set = findResourceSet(call);
  const roleIds = [...org.bindings.rights(set.id)];
  const assigned = roleIds.some((roleId) => org.bindingMembers.count(`${set.id}/${roleId}`) > 0);
  if (assigned) throw invalid('resourceSet', 'The resource set is assigned');
  for (const roleId of roleIds) org.bindings.delete(set.id, roleId);
  save(call, set, 'iam.resourceset.delete');
  org.resourceSets.delete(set.id);
  return noContent();
};

const listResourceSets: Handler = (call) => {
  const { resourceSets } = call.org;
  return listInBody(call, {
    list: 'resourceSets',
    member: 'resource-sets',
    itemsAfter: (after) => resourceSets.values({ after }),
    exists: (id) => resourceSets.get(id) !== undefined,
    view: (set) => resourceSetView(set, call),
  });
};

const addResourceSetResource: Handler = (call) => {
  const body = bodyOf(call);
  const reference = textIn(body, 'resourceOrnOrUrl') ?? '';
  if (reference === '') throw invalid('resourceOrnOrUrl', BLANK);
  const set = withResources(call.org, findResourceSet(call), [reference], body['conditions']);
  save(call, set, 'iam.resourceset.resources.add');
  const added = set.resources.find((resource) => resource.reference === reference);
  return ok(added && resourceView(set.id, added, call));
};

const addResourceSetResources: Handler = (call) => {
  const set = withResources(call.org, findResourceSet(call), textsIn(bodyOf(call), 'additions'));
  return ok(resourceSetView(save(call, set, 'iam.resourceset.resources.add'), call));
};

function resourceIn(call: Call): { set: ResourceSet; resource: SetResource } {
  const set = findResourceSet(call);
  const id = pathMember(call, 'resourceId');
  const resource = set.resources.find((other) => other.id === id);
  if (resource === undefined) throw notFound(id, 'IAMResource');
  return { set, resource };
}

const getResourceSetResource: Handler = (call) => {
  const { set, resource } = resourceIn(call);
  return ok(resourceView(set.id, resource, call));
};

const replaceResourceSetResource: Handler = (call) => {
  const { set, resource } = resourceIn(call);
  const changed = { ...resource, conditions: bodyOf(call)['conditions'] ?? null, lastUpdated: nowIn(call.org) };
  const resources = set.resources.map((other) => (other.id === resource.id ? changed : other));
  save(call, { ...set, resources, lastUpdated: nowIn(call.org) }, 'iam.resourceset.update');
  return ok(resourceView(set.id, changed, call));
};

const deleteResourceSetResource: Handler = (call) => {
  const { set, resource } = resourceIn(call);
  const resources = set.resources.filter(({ id }) => id !== resource.id);
  save(call, { ...set, resources, lastUpdated: nowIn(call.org) }, 'iam.resourceset.resources.delete');
  return noContent();
};

const listResourceSetResources: Handler = (call) => {
  const { id, resources } = findResourceSet(call);
  return listInBody<SetResource>(call, {
    list: 'resourceSetResources',
    member: 'resources',
    itemsAfter: (after = '') => filtered(resources, (resource) => resource.id > after),
    exists: (resourceId) => resources.some((resource) => resource.id === resourceId),
    view: (resource) => resourceView(id, resource, call),
    links: { 'resource-set': { href: setAddress(id, call.origin) } },
  });
};

/** What custom roles are about. */
export const resourceSets: Handlers = {
  createResourceSet,
  getResourceSet,
  replaceResourceSet,
  deleteResourceSet,
  listResourceSets,
  addResourceSetResource,
  addResourceSetResources,
  getResourceSetResource,
  replaceResourceSetResource,
  deleteResourceSetResource,
  listResourceSetResources,
};
