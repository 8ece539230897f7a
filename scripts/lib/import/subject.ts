import type { Findings } from './findings.js';
import type { JsonObject } from './json.js';
import { resolvePointer } from './pointer.js';
import { SpecError } from './spec-error.js';

/** Facts under examination. */
export interface Subject {
  file: string;
  facts: JsonObject;
  /** The file says itself that it is whole. */
  closed: boolean;
  /** The last entry of the file, where a cut would be. */
  lastAt?: string | undefined;
  findings: Findings;
  /** The base that a written supplement leans on. */
  base?: JsonObject | undefined;
}

/** What a reference leads to, in the facts or in their base. */
export const lookUp = ({ facts, base }: Subject, target: string) =>
  resolvePointer(facts, target) ?? (base && resolvePointer(base, target));

/** An error in the subject's file. */
export const errorAt = (subject: Subject, problem: { at: string; reason: string; advice: string }): SpecError =>
  new SpecError({ file: subject.file, ...problem });
