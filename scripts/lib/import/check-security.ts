import { listAt, objectAt, own, textAt } from './json.js';
import { listOperations } from './list-operations.js';
import { requirementsOf, SCHEMES } from './list-requirements.js';
import { memberPointer } from './pointer.js';
import { FETCH_AGAIN } from './spec-error.js';
import { errorAt, lookUp, type Subject } from './subject.js';

/** Members without which a scheme of a type says nothing. */
const SCHEME_NEEDS: Readonly<Record<string, readonly string[]>> = {
  apiKey: ['name', 'in'],
  http: ['scheme'],
  oauth2: ['flows'],
};

/** Refuses requirements of schemes that are not declared, and exceptions to a rule that is not there. */
export function checkSecurity(subject: Subject): void {
  checkSchemes(subject);
  checkDeclared(subject);
  checkOptOut(subject);
}

function checkSchemes(subject: Subject): void {
  const schemes = objectAt(objectAt(subject.facts, 'components'), 'securitySchemes');
  for (const name of Object.keys(schemes)) {
    const scheme = objectAt(schemes, name);
    const type = textAt(scheme, 'type') ?? '';
    const missing = (SCHEME_NEEDS[type] ?? []).find((key) => own(scheme, key) === undefined);
    if (missing === undefined) continue;
    const reason = `security scheme of type ${type} without ${missing}`;
    throw errorAt(subject, { at: memberPointer(SCHEMES, name), reason, advice: FETCH_AGAIN });
  }
}

function checkDeclared(subject: Subject): void {
  for (const { at, scheme } of requirementsOf(subject.facts)) {
    if (lookUp(subject, memberPointer(SCHEMES, scheme)) !== undefined) continue;
    throw errorAt(subject, { at, reason: `security scheme ${scheme} is not declared`, advice: FETCH_AGAIN });
  }
}

/** `security: []` is an exception to the security of the whole document, which may be the last thing in a file. */
function checkOptOut(subject: Subject): void {
  if (subject.closed || own(subject.facts, 'security') !== undefined) return;
  const operations = listOperations(subject.facts);
  const exception = operations.find(({ body }) => listAt(body, 'security').length === 0 && own(body, 'security'));
  if (!exception || operations.every(({ body }) => own(body, 'security'))) return;
  const reason = `${exception.label} opts out of a security of the whole document, which is not there`;
  throw errorAt(subject, { at: exception.at, reason, advice: FETCH_AGAIN });
}
