import type { Chance } from '../org/chance.js';
import { readFaultRule } from './read-rule.js';
import type { FaultAction, FaultRule } from './rule.js';

/** Rules about what goes wrong; they may change at any time. A reset of the org does not touch them. */
export interface Faults {
  /**
   * @param rule - from now on; earlier rules are looked at first
   * @returns takes the rule away again
   * @throws OktaError `OKTA_EMULATOR_FAULT` for a rule that makes no sense
   */
  add(rule: FaultRule): () => void;
  /** Takes all rules away, also those that the emulator was made with. */
  clear(): void;
  /**
   * @returns the rules, and how often each struck
   */
  list(): readonly { readonly rule: FaultRule; readonly struck: number }[];
}

/** What rules look at. */
export interface FaultyRequest {
  readonly method: string;
  readonly path: string;
  /** Empty if there is no such operation. */
  readonly operation: string;
}

/** The rules as the emulator itself uses them. */
export interface FaultSource extends Faults {
  /**
   * @param request - counted by every rule that fits
   * @returns what goes wrong: delays, then at most one other thing
   */
  strike(request: FaultyRequest): readonly FaultAction[];
}

interface Entry {
  readonly rule: FaultRule;
  readonly path: RegExp | undefined;
  seen: number;
  struck: number;
}

/**
 * @param rules - from the start
 * @param chance - decides about probabilities
 * @returns the rules
 */
export function createFaults(rules: readonly FaultRule[], chance: Chance): FaultSource {
  let entries = rules.map(entryOf);
  return {
    add(rule) {
      const entry = entryOf(rule);
      entries = [...entries, entry];
      return () => {
        entries = entries.filter((other) => other !== entry);
      };
    },
    clear() {
      entries = [];
    },
    list: () => entries.map(({ rule, struck }) => ({ rule, struck })),
    strike(request) {
      const actions: FaultAction[] = [];
      for (const entry of entries) {
        if (!fits(entry, request) || !strikes(entry, chance)) continue;
        actions.push(entry.rule.then);
        if (!isDelay(entry.rule.then)) break;
      }
      return actions;
    },
  };
}

function entryOf(value: FaultRule): Entry {
  const rule = readFaultRule(value);
  return { rule, path: rule.path === undefined ? undefined : patternFor(rule.path), seen: 0, struck: 0 };
}

function patternFor(path: string): RegExp {
  const parts = path.split('*').map((part) => part.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&'));
  return new RegExp(`^${parts.join('.*')}$`);
}

function fits({ rule, path }: Entry, request: FaultyRequest): boolean {
  if (rule.operation !== undefined && rule.operation !== request.operation) return false;
  if (rule.method !== undefined && rule.method.toUpperCase() !== request.method) return false;
  return path?.test(request.path) ?? true;
}

function strikes(entry: Entry, chance: Chance): boolean {
  const { times = Number.POSITIVE_INFINITY, after = 0, probability } = entry.rule;
  entry.seen += 1;
  if (entry.seen <= after || entry.struck >= times) return false;
  if (probability !== undefined && chance.next() >= probability) return false;
  entry.struck += 1;
  return true;
}

function isDelay(action: FaultAction): boolean {
  return typeof action === 'object' && 'delayMs' in action && !('status' in action);
}
