import { listOperations, type Operation } from './list-operations.js';
import { FETCH_AGAIN, NOT_AS_PUBLISHED } from './spec-error.js';
import { errorAt, type Subject } from './subject.js';

/** Refuses a description without paths, operations without responses, and two operations of one name or address. */
export function checkOperations(subject: Subject): void {
  const operations = listOperations(subject.facts);
  if (!operations.some(({ section }) => section === 'paths')) {
    throw errorAt(subject, { at: '#/paths', reason: 'a description without paths', advice: FETCH_AGAIN });
  }
  for (const operation of operations) checkResponses(subject, operation);
  checkUnique(subject, { operations, by: ({ id }) => id, what: 'the operationId' });
  checkUnique(subject, { operations, by: ({ key }) => key, what: 'the verb and path' });
}

function checkResponses(subject: Subject, { at, id, body }: Operation): void {
  if (Object.keys(body['responses'] ?? {}).length > 0) return;
  throw errorAt(subject, { at, reason: `operation ${id} without responses`, advice: FETCH_AGAIN });
}

interface Uniqueness {
  operations: Operation[];
  by: (operation: Operation) => string;
  what: string;
}

function checkUnique(subject: Subject, { operations, by, what }: Uniqueness): void {
  const seen = new Map<string, Operation>();
  for (const operation of operations) {
    const name = by(operation);
    const other = seen.get(name);
    if (other) {
      const reason = `${what} ${name} is used twice, also at ${other.at}`;
      throw errorAt(subject, { at: operation.at, reason, advice: NOT_AS_PUBLISHED });
    }
    seen.set(name, operation);
  }
}
