import type { ProgramFile } from './program/program.js';
import { type Node, startOf } from './syntax/nodes.js';

/** Something that a person has to look at. */
export interface Finding {
  readonly path: string;
  /** From 1. */
  readonly line: number;
  /** From 1. */
  readonly column: number;
  /** `left`: the code is as it was. `changed`: it was rewritten, and what is around it may have to follow. */
  readonly kind: 'left' | 'changed';
  /** What it is about, e.g. the name of a method. */
  readonly what: string;
  readonly reason: string;
  /** What to write, where that can be said. */
  readonly write?: string;
}

/** What a finding says beside its place. */
export type Remark = Omit<Finding, 'path' | 'line' | 'column'>;

/**
 * @param file - that it is in
 * @param node - where
 * @param remark - what
 * @returns the finding
 */
export function findingAt(file: ProgramFile, node: Node, remark: Remark): Finding {
  const before = file.text.slice(0, startOf(node)).split('\n');
  return { path: file.path, line: before.length, column: (before.at(-1)?.length ?? 0) + 1, ...remark };
}
