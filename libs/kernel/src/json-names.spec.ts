import { describe, expect, it } from '@jest/globals';
import { nameTwice } from './json-names.js';

describe('a name that stands twice in one object of JSON', () => {
  it.each([
    ['{"a":1,"a":2}', ['a'], '"a"', 7],
    ['{"a":{"b":[0,{"c":1},{"c":1,"d":[{}],"c":2}]}}', ['a', 'b', '2', 'c'], '"c"', 37],
    ['[{}, {"a":1, "\\u0061":2}]', ['1', 'a'], '"\\u0061"', 13],
    ['{"":0,"x":{"":1},"":2}', [''], '""', 17],
    ['{"a":"\\"a\\":","b":"{","b":1}', ['b'], '"b"', 22],
    ['{"__proto__":1,"__proto__":2}', ['__proto__'], '"__proto__"', 15],
    ['[[1,2],[3,{"0":1,"0":2}]]', ['1', '1', '0'], '"0"', 17],
  ])('is found with its path: %s', (text, path, written, at) => {
    expect(nameTwice(text)).toEqual({ path, written, at });
  });

  it.each([
    '{"a":{"a":1},"b":[{"a":1},{"a":1}]}',
    '{"a":"b: {","b":"\\"a\\":","c":["a","a"]}',
    '"a"',
    '[1,[2,[]],{}]',
    '{"a":"\\\\","A":"\\"","a ":","}',
  ])('is not there where each object says everything once: %s', (text) => {
    expect(nameTwice(text)).toBeUndefined();
  });

  it('is found after strings as long as a file', () => {
    const long = JSON.stringify('\\"'.repeat(2_000_000));
    expect(nameTwice(`{"a":${long},"b":1,"b":2}`)?.path).toEqual(['b']);
  });
});
