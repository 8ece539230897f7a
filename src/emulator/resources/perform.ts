import type { Answer } from '../answers/answer.js';
import { found } from './find.js';
import type { Occasion } from './occasion.js';
import { recordDeed } from './record.js';
import { stampsFor } from './stamps.js';
import { store } from './store.js';
import { lastOf } from './template.js';
import { answerWith } from './view.js';

/**
 * Does to a resource what the last word of the path says, as its rule knows it.
 *
 * @param occasion - the request
 * @returns the changed resource, `undefined` if the rule knows no such word
 * @throws Fault `E0000007` if there is none, or what its rule says if it must stay as it is
 */
export function perform(occasion: Occasion): Answer | undefined {
  const { call, kind, spot, plan } = occasion;
  const word = lastOf(plan.template);
  const deed = kind.rule.does?.[word];
  if (deed === undefined) return undefined;
  const before = found(occasion);
  const changed = deed(before, call);
  const next = changed === before ? before : { ...changed, ...stampsFor(occasion, changed, false) };
  store(call.org, spot, next);
  recordDeed(occasion, word, next);
  kind.rule.afterwards?.(next, { call, before });
  return answerWith(occasion, next);
}
