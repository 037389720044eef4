import { describe, expect, it } from '@jest/globals';
import { EQUIVALENT } from './equivalent.js';
import { RULES } from '../../src/catalogue.js';
import { ALL_KNOWN, MUTANTS, noticerOf } from './noticers.js';

const names = MUTANTS.map(({ rule, what }) => `${rule} ${what}`);

describe('what is known apart from the rules', () => {
  it('holds', () => {
    expect(ALL_KNOWN.filter(({ holds }) => !holds()).map(({ id }) => id)).toEqual([]);
  });

  it('has names of its own', () => {
    const ids = ALL_KNOWN.map(({ id }) => id);
    expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
  });
});

describe('an entry of the law that is changed', () => {
  it('can be one of any rule', () => {
    const changed = new Set(MUTANTS.map(({ rule }) => rule));
    expect(RULES.filter(({ id }) => !changed.has(id)).map(({ id }) => id)).toEqual([]);
  });

  it('is noticed by a case, a printed table, a sentence, the list of open days or a proof; or no request can tell', () => {
    const survivors = names.filter((_, index) => noticerOf(MUTANTS[index]!) === undefined);
    expect(survivors).toEqual([...EQUIVALENT.keys()]);
  });
});
