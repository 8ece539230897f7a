import { BLANK, fail, invalid, notFound } from '../answers/fault.js';
import { objectIn, textIn } from '../body.js';
import type { JsonObject } from '../org/json.js';
import type { Org } from '../org/org.js';
import { LINKED_OBJECT_NAME, type LinkedObject, type LinkedObjectSide } from './linked-object.js';

const NAME = /^[A-Za-z_]\w*$/;
const MOST_DEFINITIONS = 200;

/**
 * Reads a definition that was sent.
 *
 * @param org - where its names must be free
 * @param body - the JSON
 * @returns the definition, not stored yet
 * @throws Fault `E0000001` for what is missing or malformed, `E0000127` for a name that is taken
 * @see https://developer.okta.com/docs/api/openapi/okta-management/management/tag/LinkedObject/
 */
export function linkedObjectFrom(org: Org, body: JsonObject): LinkedObject {
  const definition = { primary: sideFrom(body, 'primary'), associated: sideFrom(body, 'associated') };
  const names = [definition.primary.name, definition.associated.name];
  if (names[0] === names[1]) throw fail('E0000127', 'The names of both relations are the same.');
  for (const name of names) if (definitionNamed(org, name)) throw fail('E0000127', `The name ${name} is already used.`);
  if (org.linkedObjects.count() >= MOST_DEFINITIONS) throw fail('E0000127', `At most ${MOST_DEFINITIONS} are allowed.`);
  return definition;
}

function sideFrom(body: JsonObject, member: 'primary' | 'associated'): LinkedObjectSide {
  const sent = objectIn(body, member);
  if (sent === undefined) throw invalid(member, BLANK);
  const name = textIn(sent, 'name') ?? '';
  const title = textIn(sent, 'title') ?? '';
  if (!NAME.test(name))
    throw invalid(`${member}.name`, 'The name must start with a letter, and hold letters, digits and _ only');
  if (title.trim() === '') throw invalid(`${member}.title`, BLANK);
  if (textIn(sent, 'type') !== 'USER') throw invalid(`${member}.type`, "The field must be 'USER'");
  return { name, title, description: textIn(sent, 'description') ?? '', type: 'USER' };
}

/**
 * @param org - where to look
 * @param name - of either relation
 * @returns the definition, `undefined` if there is none
 */
export function definitionNamed({ linkedObjects }: Org, name: string): LinkedObject | undefined {
  const primary = linkedObjects.get(name);
  if (primary) return primary;
  return [...linkedObjects.values()].find(({ associated }) => associated.name === name);
}

/**
 * @param primaryName - of a definition
 * @param primaryId - of a user
 * @returns left side of those who are linked to the user
 */
export function linkPath(primaryName: string, primaryId: string): string {
  return `${primaryName}/${primaryId}`;
}

/**
 * @param org - where to look
 * @param primaryName - of a definition
 * @param associatedId - of a user
 * @returns id of the primary user, `undefined` if there is none
 */
export function primaryOf({ linkedUsers }: Org, primaryName: string, associatedId: string): string | undefined {
  const beginning = linkPath(primaryName, '');
  const path = [...linkedUsers.lefts(associatedId)].find((left) => left.startsWith(beginning));
  return path?.slice(beginning.length);
}

/**
 * Ends a link.
 *
 * @param org - where from
 * @param primaryName - of a definition
 * @param associatedId - of a user
 * @returns whether there was one
 */
export function unlink(org: Org, primaryName: string, associatedId: string): boolean {
  const primaryId = primaryOf(org, primaryName, associatedId);
  return primaryId !== undefined && org.linkedUsers.delete(linkPath(primaryName, primaryId), associatedId);
}

/**
 * Forgets all links from and to a user.
 *
 * @param org - where from
 * @param userId - who goes
 */
export function forgetLinks(org: Org, userId: string): void {
  for (const left of [...org.linkedUsers.lefts(userId)]) org.linkedUsers.delete(left, userId);
  for (const { primary } of org.linkedObjects.values()) {
    const left = linkPath(primary.name, userId);
    for (const associatedId of [...org.linkedUsers.rights(left)]) org.linkedUsers.delete(left, associatedId);
  }
}

/**
 * @param name - of a relation
 * @returns the error for one that no definition has
 */
export function unknownRelation(name: string) {
  return notFound(name, LINKED_OBJECT_NAME);
}
