import type { Change, Report } from './report.js';
import type { Level } from './verdict.js';

const TITLES: readonly (readonly [Level, string])[] = [
  ['breaking', 'breaks who uses the SDK'],
  ['addition', 'adds'],
  ['change', 'changes without effect on who uses the SDK'],
];

/** The changes of a report as lines, the worst first, those of one kind and reason together. */
export const reportLines = ({ changes }: Report): string[] =>
  TITLES.flatMap(([level, title]) => {
    const ofLevel = changes.filter((change) => change.level === level);
    return ofLevel.length === 0 ? [] : ['', `${title} (${ofLevel.length})`, ...groupLines(ofLevel)];
  });

/** The last line: how the version must move. */
export const stepLine = ({ step, counts }: Report): string =>
  `semver step: ${step} (${counts.breaking} breaking, ${counts.addition} added, ${counts.change} other)`;

function groupLines(changes: Change[]): string[] {
  const groups = new Map<string, Change[]>();
  for (const change of changes) {
    const title = `${change.kind}: ${change.why}`;
    groups.set(title, [...(groups.get(title) ?? []), change]);
  }
  return [...groups].flatMap(([title, group]) => [
    `  ${title}`,
    ...group.map(({ where, text }) => `    ${where}: ${text}`),
  ]);
}
