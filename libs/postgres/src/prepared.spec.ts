import { beforeEach, describe, expect, it } from '@jest/globals';
import { forgetStatements, nameOfStatement } from './prepared.js';

describe('the name of a statement', () => {
  beforeEach(forgetStatements);

  it('is the same for the same text, and another for another one', () => {
    const name = nameOfStatement('select 1 where $1');
    expect(nameOfStatement('select 1 where $1')).toBe(name);
    expect(nameOfStatement('select 2 where $1')).not.toBe(name);
  });

  it('is given to what reads and writes rows only', () => {
    for (const text of ['begin', 'commit', 'create table t (a int)', 'set x = 1', 'listen "a"']) {
      expect(nameOfStatement(text)).toBeUndefined();
    }
    expect(nameOfStatement('\n  insert into t values ($1)')).toMatch(/^lindung_\d+$/);
  });

  it('is given to a bounded number of texts, so that a connection does not fill up', () => {
    const names = Array.from({ length: 1_000 }, (_, n) => nameOfStatement(`select ${n} from many where $1`));
    expect(names.filter((name) => name !== undefined).length).toBeLessThanOrEqual(500);
  });
});
