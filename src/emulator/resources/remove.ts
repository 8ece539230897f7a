import type { Answer } from '../answers/answer.js';
import { found } from './find.js';
import type { Occasion } from './occasion.js';
import { recordDeed } from './record.js';
import { unstore } from './store.js';
import { answerWith } from './view.js';

/**
 * Deletes a resource and everything below its path. What stands alone goes back to what it was in the beginning.
 *
 * @param occasion - the request
 * @returns usually an answer without a body
 * @throws Fault `E0000007` if there is none, or what its rule says if it must stay
 */
export function remove(occasion: Occasion): Answer {
  const { call, kind, spot } = occasion;
  const before = found(occasion);
  kind.rule.keep?.(before, call);
  unstore(call.org, spot);
  recordDeed(occasion, 'delete', before);
  kind.rule.afterwards?.(undefined, { call, before });
  return answerWith(occasion, before);
}
