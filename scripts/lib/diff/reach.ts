import { isObject, type JsonObject, objectAt, objectsAt, own } from '../import/json.js';
import { listOperations, type Operation } from '../import/list-operations.js';
import { resolvePointer } from '../import/pointer.js';
import { childObjects, type Placed, referencesOf } from '../import/visit-facts.js';
import { positionsOf } from './operation-positions.js';
import type { Position, Positions } from './verdict.js';

/** For every component that operations reach, by pointer, where they meet it. */
export type Reach = ReadonlyMap<string, Positions>;

/** Follows all references from all operations. */
export function reachOf(facts: JsonObject): Reach {
  const reach = new Map<string, Set<Position>>();
  for (const operation of listOperations(facts)) {
    const { sent, received } = positionsOf(operation);
    for (const position of sent) follow(sentBy(operation), { position, reach, facts });
    for (const position of received) follow(receivedBy(operation), { position, reach, facts });
  }
  return reach;
}

const sentBy = ({ body, item }: Operation): Placed[] => [
  ...[...objectsAt(item, 'parameters'), ...objectsAt(body, 'parameters')].map((object) => placed('parameter', object)),
  ...(isObject(own(body, 'requestBody')) ? [placed('requestBody', objectAt(body, 'requestBody'))] : []),
];

const receivedBy = ({ body }: Operation): Placed[] =>
  Object.values(objectAt(body, 'responses'))
    .filter(isObject)
    .map((object) => placed('response', object));

const placed = (kind: Placed['where']['kind'], object: JsonObject): Placed => ({ object, where: { kind, at: '#' } });

interface Journey {
  position: Position;
  reach: Map<string, Set<Position>>;
  facts: JsonObject;
}

/** What is only read is not sent, and what is only written is not received. */
const UNMET: Readonly<Record<Position, string>> = { request: 'readOnly', response: 'writeOnly' };

function follow(start: Placed[], { position, reach, facts }: Journey): void {
  const queue = [...start];
  for (let next = queue.pop(); next; next = queue.pop()) {
    const { object, where } = next;
    queue.push(...childObjects(object, where).filter((child) => child.object[UNMET[position]] !== true));
    for (const { target } of referencesOf(object, where)) {
      const positions = reach.get(target) ?? new Set();
      const component = resolvePointer(facts, target);
      const kind = where.kind === 'discriminator' ? 'schema' : where.kind;
      if (!positions.has(position) && isObject(component)) queue.push(placed(kind, component));
      reach.set(target, positions.add(position));
    }
  }
}
