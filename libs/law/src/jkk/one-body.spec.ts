import { describe, expect, it } from '@jest/globals';
import { errorOf, total } from '../spec/outcome.js';

const injured = (...injuries: readonly object[]) => ({
  calculator: 'JKK_CASE',
  segment: 'PU',
  accidentDate: '2025-02-03',
  monthlyWage: 1_000_000,
  injuries,
});
const right = (item: string, facts: object = {}) => ({ item, side: 'RIGHT', ...facts });
const left = (item: string) => ({ item, side: 'LEFT' });
const part = (item: string, facts: object = {}) => ({ item, ...facts });
const times = (count: number, injury: object) => Array.from({ length: count }, () => injury);

describe('the injuries of one accident', () => {
  it.each([
    ['a thumb twice', [right('IBU_JARI_TANGAN'), right('IBU_JARI_TANGAN')]],
    ['four other fingers of a hand', times(4, right('JARI_LAIN_TANGAN'))],
    ['three eyes', times(3, part('SEBELAH_MATA'))],
    ['the left eye twice', times(2, left('SEBELAH_MATA'))],
    ['more than the whole function of a thumb', times(2, right('IBU_JARI_TANGAN', { functionLossPct: 60 }))],
    ['the sense of smell twice', times(2, part('PENCIUMAN'))],
    ['three wings of the nose', times(3, part('CUPING_HIDUNG'))],
    ['a finger of a lost arm', [right('IBU_JARI_TANGAN'), right('LENGAN_SENDI_BAHU')]],
    ['the hand of a lost arm', [right('LENGAN_SIKU'), right('TANGAN_PERGELANGAN')]],
    ['a phalanx of a lost finger', [right('TELUNJUK_TANGAN'), right('RUAS_PERTAMA_TELUNJUK')]],
    ['one eye of two lost ones', [part('KEDUA_MATA'), left('SEBELAH_MATA')]],
    ['a toe of lost feet', [part('KEDUA_KAKI_MATA_KAKI'), part('IBU_JARI_KAKI')]],
    ['both feet beside a leg', [part('SEBELAH_KAKI_PANGKAL_PAHA'), part('KEDUA_KAKI_MATA_KAKI')]],
    ['one ear of two deaf ones', [part('PENDENGARAN_SEBELAH'), part('PENDENGARAN_KEDUA')]],
  ])('cannot be %s', (_what, injuries) => {
    expect(errorOf(injured(...injuries))).toBe('CONTRADICTION');
  });

  it.each([
    [
      'LENGAN_SENDI_BAHU',
      'LENGAN_SIKU TANGAN_PERGELANGAN IBU_JARI_TANGAN TELUNJUK_TANGAN JARI_LAIN_TANGAN RUAS_PERTAMA_TELUNJUK RUAS_PERTAMA_JARI_LAIN',
    ],
    [
      'LENGAN_SIKU',
      'TANGAN_PERGELANGAN IBU_JARI_TANGAN TELUNJUK_TANGAN JARI_LAIN_TANGAN RUAS_PERTAMA_TELUNJUK RUAS_PERTAMA_JARI_LAIN',
    ],
    [
      'TANGAN_PERGELANGAN',
      'IBU_JARI_TANGAN TELUNJUK_TANGAN JARI_LAIN_TANGAN RUAS_PERTAMA_TELUNJUK RUAS_PERTAMA_JARI_LAIN',
    ],
    [
      'KEDUA_KAKI_PANGKAL_PAHA',
      'SEBELAH_KAKI_PANGKAL_PAHA KEDUA_KAKI_MATA_KAKI SEBELAH_KAKI_MATA_KAKI KAKI_MEMENDEK IBU_JARI_KAKI TELUNJUK_KAKI JARI_KAKI_LAIN',
    ],
    ['KEDUA_KAKI_MATA_KAKI', 'SEBELAH_KAKI_MATA_KAKI IBU_JARI_KAKI TELUNJUK_KAKI JARI_KAKI_LAIN'],
    ['KEDUA_MATA', 'SEBELAH_MATA PENGLIHATAN_PER_10PCT BINOKULER PENGLIHATAN_WARNA LAPANG_PANDANG_PER_10PCT'],
    ['PENDENGARAN_KEDUA', 'PENDENGARAN_SEBELAH DAYA_DENGAR_KEDUA_PER_10DB DAYA_DENGAR_SEBELAH_PER_10DB'],
  ])('beside %s leave out each of %s', (whole, parts) => {
    for (const item of parts.split(' ')) {
      expect(errorOf(injured(right(whole), part(item)))).toBe('CONTRADICTION');
    }
  });

  it.each([
    ['both thumbs', [right('IBU_JARI_TANGAN'), left('IBU_JARI_TANGAN')], 21_600_000],
    ['all the other fingers of a hand', times(3, right('JARI_LAIN_TANGAN')), 9_600_000],
    ['both eyes, each by itself', times(2, part('SEBELAH_MATA')), 56_000_000],
    ['a finger of the other hand', [right('LENGAN_SIKU'), left('TELUNJUK_TANGAN')], 33_600_000],
    [
      'a finger of an arm that works less',
      [right('LENGAN_SIKU', { functionLossPct: 50 }), right('JARI_LAIN_TANGAN')],
      17_200_000,
    ],
    ['both ears, measured one by one', times(2, part('DAYA_DENGAR_SEBELAH_PER_10DB')), 4_800_000],
  ])('may be %s', (_what, injuries, idr) => {
    expect(total(injured(...injuries))).toBe(idr);
  });
});
