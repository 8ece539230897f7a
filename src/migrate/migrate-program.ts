import { planMemoryStore } from './calls/memory-store.js';
import { isRefusal } from './calls/plan.js';
import { findApiSites } from './calls/plan-api.js';
import { findSites, type Site } from './calls/site.js';
import type { MigrateFacts } from './facts.js';
import { type Finding, findingAt } from './finding.js';
import type { Program, ProgramFile } from './program/program.js';
import { applyEdits } from './syntax/edits.js';
import type { Node } from './syntax/nodes.js';
import { parseFile } from './syntax/parse.js';
import { decide, type Refusals } from './uses/decide.js';
import { findUses, type Use } from './uses/find-uses.js';
import { changedFindings, refusedFinding, suspectFinding } from './uses/findings.js';
import { findOddities } from './uses/oddities.js';
import { endangeredModels, findSuspects, type Suspect } from './uses/suspects.js';

/** What became of a file. */
export interface Migrated {
  readonly path: string;
  readonly text: string;
  /** Calls that were rewritten. */
  readonly calls: number;
  readonly findings: readonly Finding[];
}

/**
 * Rewrites what is certain in a program, and finds what a person has to look at.
 *
 * @param program - all files
 * @param facts - methods of old and of today
 * @returns every file; its text is as it was if there was nothing to rewrite
 * @throws SyntaxError if what was written is no program, which would be a fault of this command; nothing is saved then
 */
export function migrateProgram(program: Program, facts: MigrateFacts): Migrated[] {
  const { files } = program;
  if (!program.isConcerned) return files.map(({ path, text }) => ({ path, text, calls: 0, findings: [] }));
  const sites = new Map(files.map((file) => [file, findSites(file, facts)]));
  const suspects = new Map(files.map((file) => [file, findSuspects(file, facts, sites.get(file) ?? [])]));
  const uses = new Map(files.flatMap((file) => [...findUses(file, facts)]));
  const usesOf = (call: Node): readonly Use[] => uses.get(call) ?? [];
  const refusals = decideAll({
    facts,
    sites: [...sites.values()].flat(),
    suspects: [...suspects.values()].flat(),
    usesOf,
  });
  const oddities = new Map(files.map((file) => [file, findOddities(file, facts)]));
  const hasOddities = [...oddities.values()].some((found) => found.length > 0);
  const leaving = leavingModels([...sites.values()].flat(), usesOf);
  const isRelevant = ({ models }: Suspect) => hasOddities || models.some((model) => leaving.has(model));
  return files.map((file) =>
    migrateFile({
      file,
      facts,
      refusals,
      usesOf,
      sites: sites.get(file) ?? [],
      suspects: (suspects.get(file) ?? []).filter(isRelevant),
      oddities: oddities.get(file) ?? [],
    }),
  );
}

/** Models whose objects reach places that are not followed. What is suspected there is of interest only then. */
function leavingModels(sites: readonly Site[], usesOf: Question['usesOf']): ReadonlySet<string> {
  const leaving = sites.filter(({ call }) => usesOf(call).some(({ kind }) => kind === 'escape'));
  return new Set(leaving.flatMap(({ flat }) => flat.returns ?? []));
}

interface Question {
  readonly facts: MigrateFacts;
  readonly sites: readonly Site[];
  readonly suspects: readonly Suspect[];
  readonly usesOf: (call: Node) => readonly Use[];
}

/** A call on a value of a known type that stays makes that type need its methods everywhere. */
function decideAll({ facts, sites, suspects, usesOf }: Question): Refusals {
  let endangered = endangeredModels(suspects, sites);
  for (;;) {
    const refusals = decide({ facts, sites, usesOf, endangered });
    const stay = sites.filter(({ call, receiver }) => receiver?.origins.size === 0 && refusals.has(call));
    const more = new Set([...endangered, ...stay.flatMap(({ receiver }) => receiver?.model ?? [])]);
    if (more.size === endangered.size) return refusals;
    endangered = more;
  }
}

interface FileQuestion extends Question {
  readonly file: ProgramFile;
  readonly oddities: readonly Finding[];
  readonly refusals: Refusals;
}

function migrateFile(question: FileQuestion): Migrated {
  const { file, facts, sites, suspects, oddities, refusals, usesOf } = question;
  const done = sites.filter(({ call }) => !refusals.has(call));
  const apiSites = findApiSites(file, facts);
  const edits = [
    ...done.flatMap(({ plan }) => (isRefusal(plan) ? [] : plan)),
    ...apiSites.flatMap(({ plan }) => (isRefusal(plan) ? [] : plan)),
    ...planMemoryStore(file),
  ];
  const findings = [
    ...sites.flatMap((site) => {
      const reason = refusals.get(site.call);
      return reason === undefined ? [] : refusedFinding(facts, site, reason);
    }),
    ...apiSites.flatMap(({ call, what, plan }) =>
      isRefusal(plan) ? [findingAt(file, call, { kind: 'left', what, reason: plan.reason })] : [],
    ),
    ...suspects.map((suspect) => suspectFinding(facts, suspect)),
    ...oddities,
    ...done.flatMap((site) => changedFindings(site, usesOf(site.call))),
  ];
  const calls = done.length + apiSites.filter(({ plan }) => !isRefusal(plan)).length;
  const text = applyEdits(file.text, edits);
  if (text !== file.text) parseFile(text, file.path);
  return { path: file.path, text, calls, findings: findings.sort(byPlace) };
}

function byPlace(a: Finding, b: Finding): number {
  return a.line - b.line || a.column - b.column;
}
