import { type Answer, ok } from '../answers/answer.js';
import { fail, notFound } from '../answers/fault.js';
import { type Call, type Handler, type Handlers, pathMember } from '../call.js';
import { dependenciesOf, dependentsOf, FEATURES, featureNamed } from '../features/feature.js';
import type { JsonObject } from '../org/json.js';
import { link } from '../resources/link.js';
import type { Resource } from '../resources/rule.js';
import { store, storedIn } from '../resources/store.js';

function find(call: Call): Resource {
  const id = pathMember(call, 'featureId');
  const feature = featureNamed(call.org, id);
  if (feature === undefined) throw notFound(id, 'Feature');
  return feature;
}

function view(call: Call, feature: Resource): JsonObject {
  const path = `${FEATURES}/${feature['id']}`;
  const links = {
    self: link(call, path, 'GET'),
    dependents: link(call, `${path}/dependents`, 'GET'),
    dependencies: link(call, `${path}/dependencies`, 'GET'),
  };
  return { ...feature, _links: links };
}

const page = (call: Call, features: readonly Resource[]): Answer => ok(features.map((feature) => view(call, feature)));

const getFeature: Handler = (call) => ok(view(call, find(call)));
const listFeatures: Handler = (call) => page(call, [...storedIn(call.org, FEATURES)]);
const listFeatureDependencies: Handler = (call) => page(call, dependenciesOf(call.org, find(call)));
const listFeatureDependents: Handler = (call) => page(call, dependentsOf(call.org, find(call)));

/** What a switch does, and which other features must be switched before. */
const switches: Readonly<Record<string, Switch>> = {
  ENABLE: { status: 'ENABLED', event: 'system.feature.enable', others: dependenciesOf },
  DISABLE: { status: 'DISABLED', event: 'system.feature.disable', others: dependentsOf },
};

interface Switch {
  readonly status: string;
  readonly event: 'system.feature.enable' | 'system.feature.disable';
  readonly others: typeof dependenciesOf;
}

const updateFeatureLifecycle: Handler = (call) => {
  const feature = find(call);
  const turn = switches[pathMember(call, 'lifecycle').toUpperCase()];
  if (turn === undefined) throw fail('E0000008');
  flip(call, feature, turn);
  return ok(view(call, find(call)));
};

/** With `mode=force` the others are switched, too. */
function flip(call: Call, feature: Resource, turn: Switch): void {
  if (feature['status'] === turn.status) return;
  const conflicts = turn.others(call.org, feature).filter(({ status }) => status !== turn.status);
  if (conflicts.length > 0 && call.query.get('mode') !== 'force') {
    throw fail('E0000141', '', [`Conflicts with: ${conflicts.map(({ name }) => name).join(', ')}`]);
  }
  for (const other of conflicts) flip(call, other, turn);
  const [id, name] = [String(feature['id']), String(feature['name'])];
  store(call.org, { list: FEATURES, key: id }, { ...feature, status: turn.status });
  call.record(turn.event, [{ id, type: 'Feature', alternateId: id, displayName: name }]);
}

/** Features that an org switches by itself. */
export const features: Handlers = {
  getFeature,
  listFeatures,
  listFeatureDependencies,
  listFeatureDependents,
  updateFeatureLifecycle,
};
