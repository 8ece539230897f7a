import type { Machine } from './machine.js';
import type { Unit } from './sample.js';

/** The median of what was measured under one name. */
export interface Figure {
  readonly suite: string;
  readonly name: string;
  readonly unit: Unit;
  readonly value: number;
  readonly least: number;
  readonly most: number;
  readonly samples: number;
  readonly limit?: number;
  readonly broken: boolean;
}

const COLUMNS = ['what', 'median', 'range', 'limit'] as const;

function rowOf({ name, unit, value, least, most, limit }: Figure): readonly string[] {
  const range = `${shown(least)} – ${shown(most)}`;
  return [name, `${shown(value)} ${unit}`, range, limit === undefined ? '' : `${shown(limit)} ${unit}`];
}

/** Three digits say all that a median of a few samples can. */
function shown(value: number): string {
  const digits = value >= 100 ? 0 : value >= 10 ? 1 : 2;
  return value.toFixed(digits).replace(/\B(?=(?:\d{3})+(?:$|\.))/g, ',');
}

/**
 * @param figures - what was measured
 * @returns them for a terminal
 */
export function tableOf(figures: readonly Figure[]): string {
  const rows = [COLUMNS, ...figures.map(rowOf)];
  const widths = COLUMNS.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  return rows.map((row) => row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  ')).join('\n');
}

/**
 * @param machine - where it was measured
 * @param rounds - how often
 * @param figures - what was measured
 * @returns the page of results
 */
export function markdownOf(machine: Machine, rounds: number, figures: readonly Figure[]): string {
  const names = [...new Set(figures.map(({ suite }) => suite))];
  const section = (name: string) => [
    `## ${name}`,
    '',
    line(COLUMNS),
    line(COLUMNS.map(() => '---')),
    ...figures.filter(({ suite }) => suite === name).map((figure) => line(rowOf(figure))),
    '',
  ];
  return [
    '# Results',
    '',
    '![the package beside its predecessor and undici](results.svg)',
    '',
    'Written by `npm run bench -- --write`. A figure is the median of what all rounds measured; suites take turns, each in a',
    'process of its own. Times of single requests are in process, without a socket, unless they say so.',
    '',
    ...Object.entries({ ...machine, rounds: String(rounds) }).map(([name, value]) => `- ${name}: ${value}`),
    '',
    ...names.flatMap(section),
  ].join('\n');
}

function line(cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |`;
}
