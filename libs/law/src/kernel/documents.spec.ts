import { describe, expect, it } from '@jest/globals';
import { DOCUMENTS, documentsOf, partOf } from './documents.js';

describe('the documents of a citation', () => {
  it.each([
    ['PP 44/2015', ['Peraturan Pemerintah Nomor 44 Tahun 2015']],
    [
      'PP 44/2015 jo. PP 82/2019 jo. PP 49/2023',
      [
        'Peraturan Pemerintah Nomor 44 Tahun 2015',
        'Peraturan Pemerintah Nomor 82 Tahun 2019',
        'Peraturan Pemerintah Nomor 49 Tahun 2023',
      ],
    ],
    [
      'PP 49/2020, PP 50/2025 over PP 44/2015',
      [
        'Peraturan Pemerintah Nomor 49 Tahun 2020',
        'Peraturan Pemerintah Nomor 50 Tahun 2025',
        'Peraturan Pemerintah Nomor 44 Tahun 2015',
      ],
    ],
    [
      'PP 46/2015 jo. PP 60/2015; Permenaker 4/2022',
      [
        'Peraturan Pemerintah Nomor 46 Tahun 2015',
        'Peraturan Pemerintah Nomor 60 Tahun 2015',
        'Peraturan Menteri Ketenagakerjaan Nomor 4 Tahun 2022',
      ],
    ],
  ])('%s are named in full', (law, names) => {
    expect(documentsOf({ law }).map(({ name }) => name)).toEqual(names);
  });

  it('that nobody listed are an error', () => {
    expect(() => documentsOf({ law: 'PP 1/1900' })).toThrow('PP 1/1900 is not in the list');
  });

  it('stand in the list once', () => {
    const numbers = DOCUMENTS.map(({ number }) => number);
    expect(new Set(numbers).size).toBe(numbers.length);
  });
});

describe('the page of an article', () => {
  it.each([
    ['PP 44/2015', 'Art. 37(2)', 'Art. 37'],
    ['PP 44/2015', 'Art. 3', undefined],
    ['PP 44/2015', 'Art. 16, Annex I', 'Annex I'],
    ['PP 44/2015', 'Annex II', 'Annex II'],
    ['PP 44/2015', 'Annex III, row 17-18', undefined],
    ['PP 44/2015 jo. PP 82/2019', 'Annex III.A', 'Annex III'],
    ['PP 44/2015 jo. PP 82/2019 jo. PP 49/2023', 'Art. 25A', 'Art. 25A'],
    ['Permenaker 1/2025', 'Art. 8(2a)-(2c)', 'Art. 8'],
    ['Permenaker 1/2025', 'Art. 8A', undefined],
  ])('of %s, %s is that of %s', (law, article, part) => {
    expect(partOf({ law, article })?.part).toBe(part);
  });
});
