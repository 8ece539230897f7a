import { readFileSync } from 'node:fs';
import { load } from 'js-yaml';
import type { FileTree } from '../generate/file-tree.js';
import { readNames } from '../names/names-file.js';
import { memberName } from '../prepare/generator-input.js';
import type { Prepared } from '../prepare/prepare.js';
import { readV4 } from '../v4/v4-sources.js';
import { migrateFacts } from './migrate-facts.js';
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
  const { operations, model } = prepared;
  const v4 = readV4(spec, readNames(`${spec}/names.yaml`));
  const facts = migrateFacts({ operations, model, memberOf: memberName, v4 });
  const { functions } = load(readFileSync(`${spec}/oktajs.yaml`, 'utf8')) as { functions: OktajsFunctions };
  const classes = new Map([...prepared.apis.keys()].map((name) => [memberName(name), name]));
  const classOf = (member: string) => classes.get(member) ?? member;
  const page = printMigratePage({ facts, v4, oktajs: functions, classOf });
  return new Map([
    ['migrate-facts.ts', Buffer.from(printMigrateFacts(facts))],
    ['migrate.md', Buffer.from(page)],
  ]);
}
