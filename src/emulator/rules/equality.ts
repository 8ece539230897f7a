import type { Attribute } from '../filter/dialect.js';
import type { Resource } from '../resources/rule.js';

/** An attribute that can only be compared with one value. */
export const EQUALITY: Attribute<Resource> = { operators: ['eq'] };
