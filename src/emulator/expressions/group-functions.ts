import type { Group } from '../groups/group.js';
import { isObject, type JsonObject } from '../org/json.js';
import { resolved } from '../org/resolved.js';
import type { ExpressionContext } from './context.js';
import { ANY_NUMBER, type ExpressionFunction, type ExpressionFunctions } from './expression-function.js';
import { patternOf } from './pattern.js';
import { listOf, textOf } from './values.js';

/** Whether the user is in a group whose name passes a test. */
function named(test: (wanted: string) => (name: string) => boolean): ExpressionFunction {
  return {
    returns: 'boolean',
    least: 1,
    apply: ([wanted], context) => {
      const passes = test(textOf(wanted));
      return groupsOf(context).some(({ profile }) => passes(profile.name));
    },
  };
}

/** Whether the user is in one of several groups, by id. */
function inAny(most: number): ExpressionFunction {
  return {
    returns: 'boolean',
    least: 1,
    most,
    apply: (ids, { org, user }) => ids.flatMap(listOf).some((id) => org.members.get(textOf(id), user.id) === true),
  };
}

/**
 * What can be asked about the groups of a user.
 *
 * Source: https://developer.okta.com/docs/reference/okta-expression-language/#group-functions
 */
export const groupFunctions: ExpressionFunctions = {
  isMemberOfGroup: inAny(1),
  isMemberOfAnyGroup: inAny(ANY_NUMBER),
  isMemberOfGroupName: named((wanted) => (name) => name === wanted),
  isMemberOfGroupNameStartsWith: named((wanted) => (name) => name.startsWith(wanted)),
  isMemberOfGroupNameContains: named((wanted) => (name) => name.includes(wanted)),
  isMemberOfGroupNameRegex: named((wanted) => {
    const pattern = patternOf(wanted);
    return (name) => pattern.test(name);
  }),
  'user.isMemberOf': {
    returns: 'boolean',
    least: 1,
    most: ANY_NUMBER,
    apply: (criteria, context) => found(criteria, context).length > 0,
  },
  'user.getGroups': { returns: 'list', least: 0, most: ANY_NUMBER, apply: found },
};

function groupsOf({ org, user }: ExpressionContext): Group[] {
  return [...resolved(org.members.lefts(user.id), org.groups)];
}

/** Groups of the user that meet all criteria; each names an attribute, and values of which one has to fit. */
function found(criteria: readonly unknown[], context: ExpressionContext): Group[] {
  return groupsOf(context).filter((group) => criteria.every((wanted) => isObject(wanted) && meets(group, wanted)));
}

function meets({ id, type, source, profile }: Group, { operator = 'STARTS_WITH', ...wanted }: JsonObject): boolean {
  const exact: Record<string, unknown> = { 'group.id': id, 'group.type': type, 'group.source.id': source?.id };
  return Object.entries(wanted).every(([name, values]) =>
    listOf(values).some((value) => {
      if (name !== 'group.profile.name') return exact[name] === value;
      return operator === 'EXACT' ? profile.name === value : profile.name.startsWith(textOf(value));
    }),
  );
}
