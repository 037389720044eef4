import { describe, expect, it } from '@jest/globals';
import { languageOf } from './language.js';

describe('the language of a refusal', () => {
  it.each([
    [undefined, 'en'],
    ['', 'en'],
    ['id', 'id'],
    ['id-ID,en;q=0.8', 'id'],
    ['en-GB,id;q=0.9', 'en'],
    ['id;q=0.5, en;q=0.7', 'en'],
    ['fr, de', 'en'],
    ['fr;q=1, id;q=0.1', 'id'],
    ['id;q=0', 'en'],
    ['id;q=nonsense', 'id'],
  ])('for Accept-Language %j is %s', (header, language) => {
    expect(languageOf(header)).toBe(language);
  });
});
