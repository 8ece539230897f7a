import { checkOperations } from './check-operations.js';
import { checkParameters } from './check-parameters.js';
import { checkReferences } from './check-references.js';
import { checkScopes } from './check-scopes.js';
import { checkSecurity } from './check-security.js';
import { type Findings, noFindings } from './findings.js';
import { isObject, type Json, type JsonObject } from './json.js';
import { keepFacts } from './keep-facts.js';
import { MAX_DEPTH } from './leaves.js';
import { noteFaults } from './note-faults.js';
import { memberPointer } from './pointer.js';
import type { Description } from './read-description.js';
import type { Subject } from './subject.js';

/** In the order in which their errors help most. */
const CHECKS: readonly ((subject: Subject) => void)[] = [
  checkOperations,
  checkReferences,
  checkParameters,
  checkSecurity,
  checkScopes,
  noteFaults,
];

/** The facts of a description and what was noticed in it. */
export interface Extract {
  facts: JsonObject;
  findings: Findings;
}

/** Keeps the facts of a description and examines them. A written supplement may lean on its base. */
export function extractFacts({ file, root, closed }: Description, base?: JsonObject): Extract {
  const findings = noFindings();
  const facts = keepFacts(root, { file, findings });
  examine({ file, facts, closed, lastAt: lastEntry(root), findings, base: closed ? base : undefined });
  return { facts, findings };
}

/** Raises for what cannot be imported, and notes the faults that can. */
export function examine(subject: Subject): void {
  for (const check of CHECKS) check(subject);
}

/** Where the file ends. */
function lastEntry(root: JsonObject): string {
  let at = '#';
  let value: Json | undefined = root;
  for (let depth = 0; depth < MAX_DEPTH; depth++) {
    const key: string | undefined = isObject(value) || Array.isArray(value) ? Object.keys(value).at(-1) : undefined;
    if (key === undefined) return at;
    at = memberPointer(at, key);
    value = (value as Readonly<Record<string, Json>>)[key];
  }
  return at;
}
