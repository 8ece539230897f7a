import type { Member, MemberFacts } from '../model/model.js';
import { literal } from './print-type.js';

/**
 * What the description states of a member beyond its type.
 *
 * @param member - from the model
 * @returns one line, or none
 */
export function memberDoc(member: Member): string[] {
  const { readOnly, writeOnly, deprecated, facts } = member;
  const parts = [
    readOnly ? 'Read-only.' : '',
    writeOnly ? 'Never returned.' : '',
    ...factSentences(facts),
    deprecated ? '@deprecated' : '',
  ];
  const line = parts.filter(Boolean).join(' ');
  return line === '' ? [] : [line];
}

/**
 * Limits, format, default and lifecycle as short sentences.
 *
 * @param facts - of a member or parameter
 * @returns the sentences
 */
export function factSentences(facts: MemberFacts): string[] {
  return [
    range(facts.minLength, facts.maxLength, 'characters'),
    range(facts.minItems, facts.maxItems, 'items'),
    range(facts.minimum, facts.maximum, ''),
    facts.default === undefined || typeof facts.default === 'object' ? '' : `Default ${code(facts.default)}.`,
    facts.lifecycle === undefined ? '' : (LIFECYCLES[facts.lifecycle] ?? `Lifecycle: ${facts.lifecycle}.`),
  ].filter(Boolean);
}

const LIFECYCLES: Readonly<Record<string, string>> = {
  EA: 'Early access.',
  LIMITED_GA: 'Limited general availability.',
  BETA: 'Beta.',
  PRODUCT_DEV: 'In development.',
  ENG: 'In development.',
  DEPRECATED: 'Deprecated by Okta.',
};

function range(from: number | undefined, to: number | undefined, unit: string): string {
  if (from === undefined && to === undefined) return '';
  const amount =
    from === undefined
      ? `At most ${to}`
      : to === undefined
        ? `At least ${from}`
        : from === to
          ? `Exactly ${from}`
          : `${from} to ${to}`;
  return `${amount}${unit === '' ? '' : ` ${unit}`}.`;
}

function code(value: unknown): string {
  return `\`${typeof value === 'string' ? literal(value).replaceAll('*/', '*\\/') : String(value)}\``;
}
