import { describe, expect, it } from '@jest/globals';
import { nameWords, withoutOneSlip } from './name-words.js';

describe('the words of a name', () => {
  it.each([
    ['Siti Rahmawati', 'SITTI RACHMAWATY'],
    ['Suharjo', 'Soehardjo'],
    ['Joko Cipto', 'Djoko Tjipto'],
    ['Ahmad Fauzi', 'Achmad Pausi'],
    ['Candra', 'Chandra'],
    ['Muhammad Yusuf', 'Moh. Yusup'],
    ['Mochamad Dhani', 'MUHAMAD DANI'],
    ['Hj. Nur Aini', 'Noer Aini, S.Pd.'],
    ['Bambang', 'Bambang Bambang'],
  ])('are spelled alike: %s and %s', (one, other) => {
    expect(nameWords(one)).toEqual(nameWords(other));
  });

  it.each([
    ['Siti', 'Sita'],
    ['Budi', 'Bude'],
    ['Yanto', 'Yanti'],
    ['Hadi', 'Hendi'],
  ])('are others: %s and %s', (one, other) => {
    expect(nameWords(one)).not.toEqual(nameWords(other));
  });

  it('are eight at most, and none where nothing can be read', () => {
    expect(nameWords('A B C D E F G H I J')).toHaveLength(8);
    expect(nameWords('__')).toEqual([]);
  });
});

describe('one slip', () => {
  it.each(['SITI', 'SLAMET', 'RAHMAWATI'])('in %s is undone', (right) => {
    const [first, second, ...rest] = [...right];
    const end = rest.join('');
    for (const typed of [`${second}${first}${end}`, `${first}${end}`, `${first}X${end}`, `${right}X`]) {
      expect(withoutOneSlip(typed)).toContain(right);
    }
  });

  it('is not looked for in one letter', () => {
    expect(withoutOneSlip('M')).toEqual([]);
  });
});
