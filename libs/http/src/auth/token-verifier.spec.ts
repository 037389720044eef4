import { describe, expect, it } from '@jest/globals';
import { ProblemError } from '../problem/problem-error.js';
import { actorFrom } from './token-verifier.js';

const roles = ['registrar', 'baker'];

describe('The claims of a token', () => {
  it('make an actor with the roles that are known', () => {
    expect(actorFrom({ sub: 'dev-registrar', roles, office: 'BEKASI' })).toEqual({
      id: 'dev-registrar',
      roles: ['registrar'],
      office: 'BEKASI',
    });
  });

  it.each([undefined, '', 12])('may name no office: %p', (office) => {
    expect(actorFrom({ sub: 'a', roles, office })).toMatchObject({ office: '' });
  });

  it.each([
    ['no subject', { sub: undefined }],
    ['an empty subject', { sub: '' }],
    ['a subject over 200 characters', { sub: 'a'.repeat(201) }],
    ['a subject with a NUL', { sub: 'a\0' }],
    ['a subject with half a character', { sub: 'a\ud800' }],
    ['a subject in another form than is kept', { sub: 'e\u0301' }],
    ['an office with a line break', { office: 'BEKASI\nBOGOR' }],
    ['an office with half a character', { office: '\udc00' }],
    ['an office over 200 characters', { office: 'B'.repeat(201) }],
  ])('are refused with %s', (_what, claims) => {
    expect(() => actorFrom({ sub: 'a', roles, office: 'BEKASI', ...claims })).toThrow(
      expect.objectContaining({ constructor: ProblemError, status: 401 }),
    );
  });
});
