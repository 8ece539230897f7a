import { readFileSync } from 'node:fs';
import { load } from 'js-yaml';
import type { FileTree } from '../generate/file-tree.js';
import { readNames } from '../names/names-file.js';
import { memberName } from '../prepare/generator-input.js';
import type { Prepared } from '../prepare/prepare.js';
import { readV4Facts } from '../v4/v4-facts.js';
import { findSuccessors, readV4Names } from '../v4/v4-names.js';
import { type MigrateSources, migrateFacts } from './migrate-facts.js';
import { printMigrateFacts } from './print-migrate-facts.js';
import { type OktajsFunctions, printMigratePage } from './print-migrate-page.js';

/**
 * Everything about moving from older versions that is generated.
 *
 * @param prepared - methods of today
 * @param spec - folder of `v4.yaml`, `v4-names.yaml`, `oktajs.yaml` and `names.yaml`
 * @returns facts for the command and the page of all methods, by path
 */
export function migrateFiles(prepared: Prepared, spec: string): FileTree {
  const sources = migrateSources(prepared, spec);
  const facts = migrateFacts(sources);
  const { functions } = load(readFileSync(`${spec}/oktajs.yaml`, 'utf8')) as { functions: OktajsFunctions };
  const classes = new Map([...prepared.apis.keys()].map((name) => [memberName(name), name]));
  const classOf = (member: string) => classes.get(member) ?? member;
  const page = printMigratePage({ facts, v4: sources.v4, oktajs: functions, classOf });
  return new Map([
    ['migrate-facts.ts', Buffer.from(printMigrateFacts(facts))],
    ['migrate.md', Buffer.from(page)],
  ]);
}

/** Brings together what is known of old methods. */
function migrateSources({ operations, model }: Prepared, spec: string): MigrateSources {
  const v4 = readV4Facts(`${spec}/v4.yaml`);
  const decided = readV4Names(`${spec}/v4-names.yaml`);
  const successors = findSuccessors(v4, decided, readNames(`${spec}/names.yaml`));
  return { operations, model, memberOf: memberName, v4, successors, removed: decided.removed };
}
