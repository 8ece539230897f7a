import type { Fault } from './findings.js';
import { byName, isObject, type JsonObject, objectAt, own, textAt, textsAt } from './json.js';
import type { KindName } from './kind.js';
import { memberPointer } from './pointer.js';
import type { Subject } from './subject.js';
import { visitFacts } from './visit-facts.js';

interface Where {
  kind: KindName;
  at: string;
}

/** Notes what is wrong in schemas and names and does not stop an import. */
export function noteFaults(subject: Subject): void {
  const { facts, findings } = subject;
  visitFacts(facts, { kind: 'document', at: '#' }, (object, where) => {
    if (where.kind === 'schema') findings.faults.push(...schemaFaults(object, where), ...enumFaults(object, where));
    if (where.kind === 'discriminator') findings.faults.push(...mappingFaults(object, { where, subject }));
    if (where.kind === 'components') findings.faults.push(...nameFaults(object, where));
  });
}

function schemaFaults(schema: JsonObject, { at }: Where): Fault[] {
  const faults: Fault[] = [];
  const bare = own(schema, 'type') === 'array' && own(schema, 'items') === undefined;
  if (bare) faults.push({ kind: 'array-without-items', at, text: 'an array that does not say what it holds' });
  for (const [key, value] of Object.entries(schema)) {
    if (typeof value !== 'number' || Math.abs(value) <= Number.MAX_SAFE_INTEGER) continue;
    faults.push({ kind: 'limit-not-exact', at, text: `${key} is too big to be read exactly` });
  }
  return faults;
}

const MARKUP = /<[^<>]+>/;

const enumFaults = (schema: JsonObject, { at }: Where): Fault[] =>
  textsAt(schema, 'enum')
    .filter((value) => MARKUP.test(value))
    .map((value) => ({ kind: 'enum-value-with-markup', at, text: `"${value}" is not what the service sends` }));

function mappingFaults(discriminator: JsonObject, { where, subject }: { where: Where; subject: Subject }): Fault[] {
  const mapping = objectAt(discriminator, 'mapping');
  const schemas = objectAt(objectAt(subject.facts, 'components'), 'schemas');
  const lost = Object.keys(mapping).filter((tag) => {
    const target = textAt(mapping, tag) ?? '';
    return !target.startsWith('#') && !isObject(own(schemas, target));
  });
  return lost.map((tag) => ({
    kind: 'mapping-to-nothing',
    at: where.at,
    text: `tag ${tag} leads to ${textAt(mapping, tag)}, which is no schema`,
  }));
}

/** Names that differ only by case make files that overwrite each other on some disks. */
function nameFaults(components: JsonObject, { at }: Where): Fault[] {
  return Object.keys(components).flatMap((section) => {
    const groups = new Map<string, string[]>();
    for (const name of Object.keys(objectAt(components, section)).sort(byName)) {
      groups.set(name.toLowerCase(), [...(groups.get(name.toLowerCase()) ?? []), name]);
    }
    const clashes = [...groups.values()].filter((group) => group.length > 1);
    return clashes.map((group) => ({
      kind: 'names-differ-by-case' as const,
      at: memberPointer(at, section),
      text: `${group.join(' and ')} differ only by case`,
    }));
  });
}
