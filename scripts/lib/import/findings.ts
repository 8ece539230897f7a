/** Something that is wrong in a published file and does not stop an import. */
export interface Fault {
  kind: FaultKind;
  at: string;
  text: string;
}

type FaultKind =
  | (
      | 'format-is-prose'
      | 'enum-value-with-markup'
      | 'array-without-items'
      | 'limit-not-exact'
      | 'names-differ-by-case'
      | 'mapping-to-nothing'
    )
  | (
      | 'path-parameter-optional'
      | 'parameter-twice'
      | 'scope-not-declared'
      | 'scopes-without-oauth'
      | 'operation-id-of-base'
    );

/** A member that is neither kept nor known: possibly a new marker of Okta's. */
interface UnknownKey {
  key: string;
  kind: string;
  count: number;
  firstAt: string;
}

/** What an import noticed on its way. */
export interface Findings {
  faults: Fault[];
  unknown: Map<string, UnknownKey>;
}

/** No findings yet. */
export const noFindings = (): Findings => ({ faults: [], unknown: new Map() });

/** Counts a member that is neither kept nor known. */
export function noteUnknown(findings: Findings, key: string, where: { kind: string; at: string }): void {
  const id = `${where.kind} ${key}`;
  const seen = findings.unknown.get(id) ?? { key, kind: where.kind, count: 0, firstAt: where.at };
  findings.unknown.set(id, { ...seen, count: seen.count + 1 });
}
