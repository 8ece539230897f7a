import { isObject, type JsonObject, objectAt, own } from './json.js';
import { type Requirement, requirementsOf, SCHEMES } from './list-requirements.js';
import { memberPointer } from './pointer.js';
import { errorAt, lookUp, type Subject } from './subject.js';

/**
 * Notes scopes that an operation asks for and no scheme declares. Where the file ends in the list of the scopes, that
 * list was cut: Okta publishes descriptions that end there.
 */
export function checkScopes(subject: Subject): void {
  const seen = new Set<string>();
  for (const requirement of requirementsOf(subject.facts)) {
    for (const scope of undeclared(subject, requirement)) {
      const id = `${requirement.scheme} ${scope}`;
      if (!seen.has(id)) noteScope(subject, { scope, requirement });
      seen.add(id);
    }
  }
}

function undeclared(subject: Subject, { scheme, scopes }: Requirement): string[] {
  const declaration = schemeOf(subject, scheme);
  const flows = objectAt(declaration, 'flows');
  const declared = Object.keys(flows).map((flow) => objectAt(objectAt(flows, flow), 'scopes'));
  return scopes.filter((scope) => !declared.some((names) => own(names, scope) !== undefined));
}

interface Missing {
  scope: string;
  requirement: Requirement;
}

function noteScope(subject: Subject, { scope, requirement: { at, scheme } }: Missing): void {
  const oauth = own(schemeOf(subject, scheme), 'type') === 'oauth2';
  if (oauth && subject.lastAt?.startsWith(`${memberPointer(SCHEMES, scheme)}/`) && !subject.closed) {
    const reason = `scope ${scope} is not declared by ${scheme}, in whose list of scopes the file ends`;
    throw errorAt(subject, { at, reason, advice: CUT_IN_SCOPES });
  }
  const text = oauth
    ? `scope ${scope} is asked for and not declared by ${scheme}`
    : `${scheme} has no scopes, yet ${scope} is asked for`;
  subject.findings.faults.push({ kind: oauth ? 'scope-not-declared' : 'scopes-without-oauth', at, text });
}

const CUT_IN_SCOPES =
  'The file may be cut short: fetch it again. If it is whole, end it with a line of "..." and import it so.';

function schemeOf(subject: Subject, name: string): JsonObject {
  const scheme = lookUp(subject, memberPointer(SCHEMES, name));
  return isObject(scheme) ? scheme : {};
}
