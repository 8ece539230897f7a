import type { NamedType } from '../model/model.js';
import type { Language, Subject } from './language.js';
import { linksText } from './links-text.js';
import { resourceText } from './resource-text.js';
import type { TypeRule } from './type-rule.js';
import { findUses } from './type-uses.js';
import { answerText, bodyText, heirsText, memberText, optionText, parameterText, variantText } from './use-texts.js';

/** The first one that has something to say decides. */
const RULES: readonly TypeRule[] = [
  variantText,
  linksText,
  resourceText,
  bodyText,
  answerText,
  memberText,
  parameterText,
  optionText,
  heirsText,
];

const UNUSED = "In Okta's description, though no operation sends or returns it.";

/**
 * Composes sentences about types from what they are and where they are mentioned.
 *
 * @param language - words and rules
 * @param subject - all types and operations
 * @returns a function that gives one sentence about a type
 */
export function typeDescriber(language: Language, { model, operations }: Subject): (type: NamedType) => string {
  const all = findUses(model, operations);
  return (type) => {
    const uses = all.get(type.name);
    if (uses === undefined) return UNUSED;
    for (const rule of RULES) {
      const text = rule({ type, uses, language });
      if (text !== undefined) return `${text}.`;
    }
    return UNUSED;
  };
}
