import { describe, expect, it } from '@jest/globals';
import { readAccessList, readDefaultLists } from './access-list.js';
import { NO_RULES, readRules } from './stream-metadata.js';

describe('an access list in JSON', () => {
  it('names one role or several for each action', () => {
    const list = { $r: 'clerk', $w: ['a', 'b'], $d: [], $mr: '', $mw: ['$all'] };
    const read = { read: ['clerk'], write: ['a', 'b'], delete: [], metaRead: [''], metaWrite: ['$all'] };
    expect(readAccessList(list)).toEqual(read);
    expect(readAccessList({})).toEqual({});
  });

  it.each([
    ['text', '$userStreamAcl'],
    ['an array', []],
    ['null', null],
    ['nothing', undefined],
    ['a role that is null', { $r: null }],
    ['a role that is a number', { $r: 'clerk', $w: 1 }],
    ['a list with something else in it', { $r: ['clerk', ['x']] }],
    ['an action that there is not', { $r: 'clerk', $x: 'clerk' }],
    ['a name that every object has', JSON.parse('{ "__proto__": "clerk" }')],
    ['another such name', { constructor: 'clerk' }],
  ])('is none when it is %s', (_, value) => {
    expect(readAccessList(value)).toBeUndefined();
  });
});

describe('stream metadata', () => {
  const rules = (text: string) => readRules(Buffer.from(text));

  it('may hold a list beside limits', () => {
    const read = rules('{ "$maxCount": 3, "$acl": { "$r": "clerk" } }');
    expect(read).toMatchObject({ limits: { maxCount: 3 }, acl: { read: ['clerk'] } });
    expect(rules('{ "$maxCount": 3 }').acl).toBeUndefined();
  });

  it.each(['"$acl": 5', '"$acl": null', '"$acl": { "$r": [1] }', '"$acl": { "$z": "clerk" }'])(
    'rules nothing with %s',
    (acl) => expect(rules(`{ "$maxCount": 3, ${acl} }`)).toEqual(NO_RULES),
  );
});

describe('$settings', () => {
  const lists = (text: string) => readDefaultLists(Buffer.from(text));

  it('may set one list, or both, and hold anything else', () => {
    expect(lists('{ "$userStreamAcl": { "$r": "a" } }')).toEqual({ userStreams: { read: ['a'] } });
    expect(lists('{ "$systemStreamAcl": { "$w": ["a"] }, "$userStreamAcl": {}, "more": 1 }')).toEqual({
      userStreams: {},
      systemStreams: { write: ['a'] },
    });
  });

  it.each(['', '[]', 'null', '{', '{ "$userStreamAcl": { "$r": "a" }, "$systemStreamAcl": null }'])(
    'sets nothing when it is %j',
    (text) => expect(lists(text)).toEqual({}),
  );
});
