import type { Answer } from '../answers/answer.js';
import { found } from './find.js';
import type { Occasion } from './occasion.js';
import { STATES } from './plan.js';
import { recordDeed } from './record.js';
import { stampsFor } from './stamps.js';
import { store } from './store.js';
import { lastOf } from './template.js';
import { answerWith } from './view.js';

/**
 * Moves a resource to another state. Moving it to where it is changes nothing and is no error.
 *
 * @param occasion - the request
 * @returns the resource, or no body
 * @throws Fault `E0000007` if there is none, or what its rule says if it must stay as it is
 */
export function move(occasion: Occasion): Answer {
  const { call, kind, spot, plan } = occasion;
  const word = lastOf(plan.template);
  const before = found(occasion);
  const status = STATES[word];
  if (status === undefined) return answerWith(occasion, before);
  kind.rule.mayBecome?.(status, before, call);
  if (before['status'] === status) return answerWith(occasion, before);
  const next = { ...before, status, ...stampsFor(occasion, before, false) };
  store(call.org, spot, next);
  recordDeed(occasion, word, next);
  kind.rule.afterwards?.(next, { call, before });
  return answerWith(occasion, next);
}
