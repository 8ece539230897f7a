import { describe, expect, it } from 'vitest';
import { camel, pascal, singular } from '../../../../scripts/lib/names/words.js';

describe('names of types and members', () => {
  it.each([
    ['_embedded', 'Embedded'],
    ['resource-sets', 'ResourceSets'],
    ['postAPIService', 'PostAPIService'],
    ['stream_id', 'StreamId'],
    ['x5c', 'X5c'],
    ['OktaAccessGateway-Agent', 'OktaAccessGatewayAgent'],
  ])('%s is %s as a type', (name, expected) => {
    expect(pascal(name)).toBe(expected);
  });

  it.each([
    ['OktaAccessGateway-Agent', 'oktaAccessGatewayAgent'],
    ['stream_id', 'streamId'],
    ['If-Match', 'ifMatch'],
    ['after', 'after'],
  ])('%s is %s as a member', (name, expected) => {
    expect(camel(name)).toBe(expected);
  });

  it.each([
    ['Policies', 'Policy'],
    ['Keys', 'Key'],
    ['Addresses', 'Address'],
    ['Boxes', 'Box'],
    ['Status', 'StatusItem'],
    ['Access', 'AccessItem'],
    ['Include', 'IncludeItem'],
  ])('an item of %s is a %s', (name, expected) => {
    expect(singular(name)).toBe(expected);
  });
});
