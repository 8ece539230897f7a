import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ParameterError, RequiredError } from '../../../src/errors/parameter-error.js';
import { fillPath } from '../../../src/request/path.js';

const operation = { api: 'UserApi', method: 'getUser' };
const fill = (userId: unknown) => fillPath('/api/v1/users/{userId}/groups', { userId }, operation);

describe('path parameters', () => {
  it.each([
    ['a@b.com', 'a%40b.com'],
    ['a/b?c#d', 'a%2Fb%3Fc%23d'],
    ['%2e%2e', '%252e%252e'],
    ['ünï', '%C3%BCn%C3%AF'],
    [42, '42'],
  ])('%j is one encoded segment', (value, segment) => {
    expect(fill(value)).toBe(`/api/v1/users/${segment}/groups`);
  });

  it.each([[undefined], [null]])('%j is reported as missing, with class, method and member', (value) => {
    expect(() => fill(value)).toThrow(RequiredError);
    expect(() => fill(value)).toThrow('UserApi.getUser: `userId` is required');
  });

  it.each([
    ['', 'must not be empty'],
    ['  ', 'must not be empty'],
    ['.', 'must not be `.` or `..`'],
    ['..', 'must not be `.` or `..`'],
    ['a\nb', 'must not contain control characters'],
    ['a\u0000', 'must not contain control characters'],
    ['\u0085', 'must not contain control characters'],
    ['\ud800', 'must be well-formed Unicode'],
    [Number.NaN, 'not NaN'],
    [{}, 'not object'],
    [['a'], 'not an array'],
  ])('%j is refused', (value, reason) => {
    expect(() => fill(value)).toThrow(ParameterError);
    expect(() => fill(value)).toThrow(reason);
  });

  it('never shows the value that was refused', () => {
    expect(() => fill('s3cret\n')).toThrow(expect.not.objectContaining({ message: expect.stringContaining('s3cret') }));
  });

  it('gives a path of the same segments, from which the value can be read back, for any text that is accepted', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        let path: string;
        try {
          path = fill(text);
        } catch (error) {
          return error instanceof ParameterError;
        }
        const url = new URL(path, 'https://acme.okta.com');
        const segments = url.pathname.split('/');
        return (
          segments.length === 6 &&
          decodeURIComponent(segments[4] ?? '') === text &&
          url.search === '' &&
          url.hash === ''
        );
      }),
    );
  });
});
