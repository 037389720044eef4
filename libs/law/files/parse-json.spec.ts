import { describe, expect, it } from '@jest/globals';
import { parseJson } from './parse-json.js';

describe('JSON that a person wrote', () => {
  it.each([
    ['the same name in several objects', '[{ "a": 1 }, { "a": { "a": 2 } }]'],
    ['what looks like a name in a text', '{ "a": "b: {", "b": "\\"a\\":", "c": ["a", "a"] }'],
    ['no object', '"a"'],
  ])('may have %s', (_what, text) => {
    expect(parseJson(text)).toEqual(JSON.parse(text));
  });

  it.each([
    ['{ "a": 1,\n  "a": 2 }', '"a" stands twice in one object, again on line 2'],
    ['[{}, { "a": { "b": 1 },\n\n"\\u0061": 2 }]', '"\\u0061" stands twice in one object, again on line 3'],
  ])('names nothing twice: %j', (text, message) => {
    expect(() => parseJson(text)).toThrow(new SyntaxError(message));
  });

  it('is JSON', () => {
    expect(() => parseJson('{ "a" }')).toThrow(SyntaxError);
  });
});
