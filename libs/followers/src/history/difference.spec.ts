import { describe, expect, it } from '@jest/globals';
import { ERASED, SEALED } from '#kernel';
import { differencesOf } from './difference.js';

describe('The difference that an event made', () => {
  it('is told leaf by leaf, with what stood there and what stands there', () => {
    const before = { status: 'COMPLETE', components: [{ code: 'A', amountIdr: 1 }], same: [1, 2] };
    const after = { status: 'CALCULATED', components: [{ code: 'A', amountIdr: 2 }], same: [1, 2] };
    expect(differencesOf(before, after)).toEqual([
      { path: 'status', before: 'COMPLETE', after: 'CALCULATED' },
      { path: 'components.0.amountIdr', before: 1, after: 2 },
    ]);
  });

  it('is nothing where nothing changed', () => {
    const state = () => ({ a: [{ b: new Map([['c', 1]]) }], d: 5n });
    expect(differencesOf(state(), state())).toEqual([]);
  });

  it('says what came and what went', () => {
    expect(differencesOf({ gone: { x: 1 } }, { come: { y: [2] } })).toEqual([
      { path: 'come.y.0', before: undefined, after: 2 },
      { path: 'gone.x', before: 1, after: undefined },
    ]);
  });

  it('looks into maps and sets, and writes numbers that are too large as text', () => {
    expect(differencesOf({ paid: new Map([['a', 1n]]) }, { paid: new Map([['a', 2n]]) })).toEqual([
      { path: 'paid.a', before: '1', after: '2' },
    ]);
    expect(differencesOf({ ids: new Set(['a']) }, { ids: new Set(['a', 'b']) })).toEqual([
      { path: 'ids.1', before: undefined, after: 'b' },
    ]);
  });

  it('says of what is sealed that it is, and nothing else', () => {
    expect(differencesOf({ account: null }, { account: SEALED })).toEqual([
      { path: 'account', before: null, after: 'SEALED' },
    ]);
    expect(differencesOf({ account: null }, { account: ERASED })).toEqual([
      { path: 'account', before: null, after: 'ERASED' },
    ]);
    expect(differencesOf({}, { statement: { ...SEALED, statedOn: '2026-11-20' } })).toEqual([
      { path: 'statement.statedOn', before: undefined, after: '2026-11-20' },
      { path: 'statement.sealed', before: undefined, after: 'SEALED' },
    ]);
  });

  it('is told leaf by leaf of somebody whose person was erased, too', () => {
    const before = { situation: 'UNKNOWN' };
    expect(differencesOf(before, { situation: 'REGISTERED', district: '321605', erased: true })).toEqual([
      { path: 'situation', before: 'UNKNOWN', after: 'REGISTERED' },
      { path: 'district', before: undefined, after: '321605' },
      { path: 'erased', before: undefined, after: true },
    ]);
  });
});
