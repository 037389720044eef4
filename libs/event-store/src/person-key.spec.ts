import { randomBytes } from 'node:crypto';
import { inspect } from 'node:util';
import { describe, expect, it } from '@jest/globals';
import { PersonKey } from './person-key.js';

describe('A key of a person', () => {
  const bytes = randomBytes(32);
  const key = new PersonKey(bytes);

  it('is given out byte for byte, each time anew', () => {
    key.export().fill(0);
    expect(key.export()).toEqual(bytes);
  });

  it('is shown by nothing that prints it', () => {
    expect([JSON.stringify({ key }), inspect(key, { showHidden: true })]).toEqual([
      '{"key":{}}',
      'PersonKey {}',
    ]);
  });
});
