import type { Target } from '../log/log-event.js';
import type { Occasion } from './occasion.js';
import type { Resource } from './rule.js';

/**
 * Writes the event of a change, if its kind has one.
 *
 * @param occasion - the request
 * @param deed - what happened: `create`, `update`, `delete`, or a word of the lifecycle
 * @param resource - to what
 */
export function recordDeed({ call, kind }: Occasion, deed: string, resource: Resource): void {
  const { events = {}, target } = kind.rule;
  const eventType = events[deed];
  if (eventType !== undefined) call.record(eventType, [target?.(resource) ?? targetOf(kind, resource)]);
}

function targetOf({ rule, key }: Occasion['kind'], resource: Resource): Target {
  const id = String(resource[key] ?? '');
  const name = resource['name'] ?? resource['label'] ?? resource['displayName'];
  const text = typeof name === 'string' ? name : id;
  return { id, type: rule.kind ?? 'Resource', alternateId: text, displayName: text };
}
