import { describe, expect, it } from '@jest/globals';
import { LARGEST } from '../wire/proto-size.js';
import { NO_LIMITS, readRules, undeletedMetadata } from './stream-metadata.js';

const limitsOf = (json: string) => readRules(Buffer.from(json)).limits;

describe('the limits in stream metadata', () => {
  it.each([
    ['{"$maxCount":3}', { maxCount: 3 }],
    ['{"$maxAge":2,"$tb":5}', { maxAgeMs: 2_000, truncateBefore: 5 }],
    ['{"$tb":9007199254740991}', { truncateBefore: LARGEST }],
    ['{"$tb":9223372036854775807}', { truncateBefore: LARGEST, isSoftDeleted: true }],
    ['{"$maxCount":9223372036854775807}', {}],
    ['{"$maxCount":0,"$tb":1}', { truncateBefore: 1 }],
    ['{"$maxAge":-1,"$tb":1}', { truncateBefore: 1 }],
    ['{"$tb":1,"$acl":{"$r":["a","b"],"$mw":"c"},"$tmp":true}', { truncateBefore: 1 }],
    ['{"$tb":1,"custom":{"$maxCount":"x"}}', { truncateBefore: 1 }],
    ['{"$tb":1,"toString":5}', { truncateBefore: 1 }],
    ['\uFEFF{"$tb":1}', { truncateBefore: 1 }],
  ])('%s are read', (json, limits) => {
    expect(limitsOf(json)).toEqual({ ...NO_LIMITS, ...limits });
  });

  it.each([
    '{"$tb":1,"$maxCount":"x"}',
    '{"$tb":1,"$maxCount":1.0}',
    '{"$tb":1,"$maxCount":1e0}',
    '{"$tb":1,"$maxCount":null}',
    '{"$tb":1,"$maxAge":99999999999999999}',
    '{"$tb":9223372036854775808,"$maxCount":1}',
    '{"$tb":1,"$cacheControl":"x"}',
    '{"$tb":1,"$tmp":1}',
    '{"$tb":1,"$acl":5}',
    '{"$tb":1,"$acl":{"$r":5}}',
    '{"$tb":1,"$acl":{"$r":[5]}}',
    '{"$tb":1,"$acl":{"$x":"a"}}',
    '[{"$tb":1}]',
    '5',
    '{"$tb":1',
    '',
  ])('%s is void as a whole', (json) => {
    expect(limitsOf(json)).toEqual(NO_LIMITS);
  });
});

describe('metadata of a stream that begins anew', () => {
  it('keep what else they say, number by number', () => {
    const present = Buffer.from('{"$tb":9223372036854775807,"a":1.0,"b":{"c":[12345678901234567890,"x"]}}');
    expect(undeletedMetadata(present, 4)).toBe('{"$tb":4,"a":1.0,"b":{"c":[12345678901234567890,"x"]}}');
  });

  it.each(['[1]', 'no JSON', ''])('are not made out of %s', (present) => {
    expect(undeletedMetadata(Buffer.from(present), 4)).toBeUndefined();
  });
});
