import { dump } from 'js-yaml';
import type { JsonObject } from './json.js';

/** First line of every file of facts. */
export const BANNER =
  "# Facts of Okta's published description, written by npm run spec:import. Do not edit: correct it by an overlay.";

/** YAML's own mark for the end of a document: a file that lacks it was cut. */
export const END_MARK = '...';

/** The bytes of a file of facts: no anchors, no folded lines, the same for the same facts. */
export function factsText(facts: JsonObject): string {
  return `${BANNER}\n${dump(facts, { noRefs: true, lineWidth: -1 })}${END_MARK}\n`;
}
