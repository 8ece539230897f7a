/** Who meets a schema: the caller who writes it, or the one who reads it. */
export type Position = 'request' | 'response';

/** Where a schema is met; nowhere if no operation reaches it. */
export type Positions = ReadonlySet<Position>;

/** What a change means for who uses the SDK, from worst to least. */
export type Level = 'breaking' | 'addition' | 'change';

/** A judgement and its reason. */
export interface Verdict {
  level: Level;
  why: string;
}

/** A judgement per position, or one that holds everywhere. */
export type Rule = Verdict | Readonly<Record<Position, Verdict>>;

export const breaks = (why: string): Verdict => ({ level: 'breaking', why });
export const adds = (why: string): Verdict => ({ level: 'addition', why });
export const changes = (why: string): Verdict => ({ level: 'change', why });

/** No operation reaches what changed. */
const UNUSED = changes('no operation uses it');

const LEVELS: readonly Level[] = ['breaking', 'addition', 'change'];

/** The judgement at the worst of the positions. */
export function judge(rule: Rule, positions: Positions): Verdict {
  if ('level' in rule) return rule;
  const verdicts = [...positions].map((position) => rule[position]);
  const level = LEVELS.find((candidate) => verdicts.some((verdict) => verdict.level === candidate));
  return verdicts.find((verdict) => verdict.level === level) ?? UNUSED;
}
