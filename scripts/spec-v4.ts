import { readFileSync, writeFileSync } from 'node:fs';
import { dump } from 'js-yaml';
import { isObject } from './lib/import/json.js';
import { importV4 } from './lib/v4/import-v4.js';
import type { V4Facts } from './lib/v4/v4-facts.js';

const TARGET = 'spec/v4.yaml';
const BANNER =
  '# Methods of the client and the models of versions 4 to 6, written by npm run spec:v4. Do not edit: decide in v4-names.yaml.';

/**
 * `npm run spec:v4 -- <spec.json>`: the description in the npm package `@okta/openapi` to `spec/v4.yaml`, facts only.
 */
function main(file: string | undefined): void {
  if (file === undefined) throw new Error('Give dist/spec.json of the npm package @okta/openapi.');
  const description: unknown = JSON.parse(readFileSync(file, 'utf8'));
  if (!isObject(description) || description['swagger'] !== '2.0') {
    throw new Error(`${file} is no Swagger 2 description; give dist/spec.json of the npm package @okta/openapi.`);
  }
  const facts = importV4(description);
  const yaml = (part: Partial<V4Facts>, flowLevel: number) => dump(part, { noRefs: true, lineWidth: -1, flowLevel });
  const { operations, models } = facts;
  writeFileSync(TARGET, `${BANNER}\n${yaml({ operations }, 3)}${yaml({ models }, 4)}`);
  const methods = Object.values(models).flatMap(({ methods = {} }) => Object.keys(methods));
  console.log(`${TARGET}: ${Object.keys(operations).length} operations, ${methods.length} methods of models`);
}

main(process.argv[2]);
