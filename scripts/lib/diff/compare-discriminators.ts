import { type JsonObject, objectAt, own, textAt } from '../import/json.js';
import { refName } from './schema-shape.js';
import { type Compare, differ, type Spot, show } from './spot.js';

/** What differs in how the forms of a value are told apart. */
export const compareDiscriminators: Compare = (before, after, spot) => {
  if (own(before, 'discriminator') === undefined && own(after, 'discriminator') === undefined) return [];
  const [was, is] = [objectAt(before, 'discriminator'), objectAt(after, 'discriminator')];
  const [wasNamed, isNamed] = [textAt(was, 'propertyName'), textAt(is, 'propertyName')];
  if (wasNamed === undefined) return [differ(spot, 'discriminator-added', `${isNamed} tells its forms apart`)];
  if (wasNamed !== isNamed) {
    return [differ(spot, 'discriminator-changed', `${wasNamed} told its forms apart, now ${show(isNamed)} does`)];
  }
  return compareMappings(objectAt(was, 'mapping'), objectAt(is, 'mapping'), spot);
};

function compareMappings(was: JsonObject, is: JsonObject, spot: Spot) {
  const tags = new Set([...Object.keys(was), ...Object.keys(is)]);
  return [...tags].flatMap((tag) => {
    const [from, to] = [textAt(was, tag), textAt(is, tag)];
    if (from === to) return [];
    if (from === undefined) return [differ(spot, 'tag-added', `${tag} means ${refName(to ?? '')}`)];
    if (to === undefined) return [differ(spot, 'tag-removed', `${tag} meant ${refName(from)}`)];
    return [differ(spot, 'tag-changed', `${tag} meant ${refName(from)}, means ${refName(to)}`)];
  });
}
