import { FETCH_AGAIN } from './spec-error.js';
import { errorAt, lookUp, type Subject } from './subject.js';
import { type Reference, referencesIn } from './visit-facts.js';

/** Refuses references to other files and to what is not there. */
export function checkReferences(subject: Subject): void {
  const known = new Set<string>();
  for (const reference of referencesIn(subject.facts, { kind: 'document', at: '#' })) {
    if (known.has(reference.target)) continue;
    checkReference(subject, reference);
    known.add(reference.target);
  }
}

function checkReference(subject: Subject, { target, at }: Reference): void {
  if (!target.startsWith('#/')) {
    const advice = 'Bundle the description into one file first.';
    throw errorAt(subject, { at, reason: `a reference to another place than this file (${target})`, advice });
  }
  if (lookUp(subject, target) === undefined) {
    throw errorAt(subject, { at, reason: `a reference to ${target}, which is not there`, advice: FETCH_AGAIN });
  }
}
