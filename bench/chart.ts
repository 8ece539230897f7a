import type { Machine } from './machine.js';
import type { Figure } from './report.js';

const WIDTH = 760;
const LABEL = 290;
const BAR = 18;
const GAP = 22;
const COLOURS: Readonly<Record<string, string>> = {
  ours: '#2a6fdb',
  incumbent: '#b0b7c3',
  undici: '#4caf7a',
  map: '#4caf7a',
};

interface Bar {
  readonly figure: Figure;
  readonly who: string;
  /** Part of the longest bar of its group. */
  readonly part: number;
}

/**
 * Draws what was measured of several contenders side by side: figures called `what: who`.
 *
 * @param machine - where it was measured
 * @param figures - all figures
 * @returns an SVG image
 * @see https://www.w3.org/TR/SVG2/
 */
export function chartOf(machine: Machine, figures: readonly Figure[]): string {
  const compared = figures.filter(
    ({ name, unit }) => unit !== '×' && Object.keys(COLOURS).some((who) => name.endsWith(`: ${who}`)),
  );
  const names = compared.map(groupOf);
  const groups = [...new Set(names)].filter((group) => names.indexOf(group) !== names.lastIndexOf(group));
  let y = GAP;
  const parts = groups.flatMap((group) => {
    const bars = barsOf(compared.filter((figure) => groupOf(figure) === group));
    const drawn = [text(8, y + 13, group, 'bold'), ...bars.flatMap((bar, index) => draw(bar, y + BAR * (index + 1)))];
    y += BAR * (bars.length + 1) + GAP;
    return drawn;
  });
  const footer = Object.entries(machine).map(([name, value], index) => text(8, y + 14 * index, `${name}: ${value}`));
  const height = y + 14 * footer.length + 8;
  const open = `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${height}" font-family="sans-serif" font-size="12">`;
  const title = '<title>The package beside its predecessor and undici</title>';
  return [
    open,
    title,
    `<rect width="${WIDTH}" height="${height}" fill="#fff"/>`,
    ...parts,
    ...footer,
    '</svg>',
    '',
  ].join('\n');
}

function groupOf({ name, unit }: Figure): string {
  return `${name.slice(0, name.lastIndexOf(': '))} (${unit})`;
}

function barsOf(figures: readonly Figure[]): Bar[] {
  const most = Math.max(...figures.map(({ value }) => value));
  return figures.map((figure) => ({
    figure,
    who: figure.name.slice(figure.name.lastIndexOf(': ') + 2),
    part: figure.value / most,
  }));
}

function draw({ figure, who, part }: Bar, y: number): string[] {
  const width = Math.max(1, part * (WIDTH - LABEL - 100));
  const value = figure.value.toLocaleString('en', { maximumSignificantDigits: 3 });
  return [
    text(24, y + 13, who),
    `<rect x="${LABEL}" y="${y + 2}" width="${width.toFixed(1)}" height="${BAR - 4}" fill="${COLOURS[who] ?? '#888'}"/>`,
    text(LABEL + width + 6, y + 13, value),
  ];
}

function text(x: number, y: number, content: string, weight = 'normal'): string {
  const escaped = content.replace(/[&<]/g, (character) => (character === '&' ? '&amp;' : '&lt;'));
  return `<text x="${x.toFixed(1)}" y="${y}" font-weight="${weight}">${escaped}</text>`;
}
