import { OPERATION_RULES } from './operation-rules.js';
import { SCHEMA_RULES } from './schema-rules.js';
import { judge, type Level, type Positions, type Rule } from './verdict.js';

/** All rules, one table. */
const RULES = { ...OPERATION_RULES, ...SCHEMA_RULES };

/** What a change is called. */
export type ChangeKind = keyof typeof RULES;

/** A difference, not yet judged. */
export interface Difference {
  kind: ChangeKind;
  /** `GET /path`, `Schema.member` or the place of a shared part. */
  where: string;
  text: string;
  /** Who meets it, where its rule asks for that. */
  positions: Positions;
}

/** A difference and what it means for who uses the SDK. */
export interface Change {
  kind: ChangeKind;
  where: string;
  text: string;
  breaking: boolean;
  level: Level;
  why: string;
}

/** How the version of the SDK must move. */
type Step = 'major' | 'minor' | 'patch' | 'none';

/** Everything that differs between two releases of a description. */
export interface Report {
  step: Step;
  counts: { total: number } & Record<Level, number>;
  changes: Change[];
}

/** Judges differences by the rules. */
export function judgeAll(differences: readonly Difference[]): Report {
  const changes = differences.map(toChange);
  const count = (level: Level): number => changes.filter((change) => change.level === level).length;
  const counts = {
    total: changes.length,
    breaking: count('breaking'),
    addition: count('addition'),
    change: count('change'),
  };
  return { step: stepFor(counts), counts, changes };
}

/** Whether a difference breaks who uses the SDK. */
export const isBreaking = (difference: Difference): boolean => toChange(difference).breaking;

function toChange({ kind, where, text, positions }: Difference): Change {
  const rule: Rule = RULES[kind];
  const { level, why } = judge(rule, positions);
  return { kind, where, text, breaking: level === 'breaking', level, why };
}

function stepFor({ breaking, addition, change }: Record<Level, number>): Step {
  if (breaking > 0) return 'major';
  if (addition > 0) return 'minor';
  return change > 0 ? 'patch' : 'none';
}
