import { localDate, type Rupiah, rupiah } from '#kernel';
import { PP_44, PP_44_FROM } from '../kernel/laws.js';
import type { Rule } from '../kernel/rule.js';

/** One slice of a construction contract and its rates, in percent digits. */
export interface JakonBand {
  /** Upper end of the slice; the last one has none. */
  readonly to?: Rupiah;
  readonly jkk: string;
  readonly jkm: string;
}

const jakon = {
  from: PP_44_FROM,
  law: PP_44,
  article: 'Annex I (from memory)',
  sources: ['S20', 'S23'],
  confidence: 'V',
} as const;

/** Jasa konstruksi: progressive over the contract value without VAT. */
export const JAKON_BANDS: Rule<readonly JakonBand[]> = {
  id: 'JAKON_BANDS',
  title: {
    id: 'Iuran jasa konstruksi atas nilai kontrak',
    en: 'Construction contributions on the contract value',
  },
  unit: '% of each slice of the contract value without VAT',
  versions: [
    {
      ...jakon,
      value: [
        { to: rupiah(100_000_000), jkk: '0.21', jkm: '0.03' },
        { to: rupiah(500_000_000), jkk: '0.17', jkm: '0.02' },
        { to: rupiah(1_000_000_000), jkk: '0.13', jkm: '0.02' },
        { to: rupiah(5_000_000_000), jkk: '0.11', jkm: '0.01' },
        { jkk: '0.09', jkm: '0.01' },
      ],
    },
  ],
};

/** When the wages of a project are known they are the base instead. */
export const JAKON_WAGE_RATES: Rule<{ readonly jkk: string; readonly jkm: string }> = {
  id: 'JAKON_WAGE_RATES',
  title: { id: 'Iuran jasa konstruksi atas upah', en: 'Construction contributions on wages' },
  unit: '% of monthly wages',
  versions: [{ ...jakon, value: { jkk: '1.74', jkm: '0.30' } }],
};

/** PPN, to be taken out of a contract value that includes it. */
export const VAT: Rule<number> = {
  id: 'VAT',
  title: { id: 'PPN', en: 'Value added tax' },
  unit: '%',
  versions: [
    {
      from: PP_44_FROM,
      law: 'UU 42/2009',
      article: 'Art. 7 (from memory)',
      sources: [],
      confidence: 'H',
      value: 10,
    },
    {
      from: localDate('2022-04-01'),
      law: 'UU 7/2021',
      article: 'Art. 7 (from memory)',
      sources: ['S20'],
      confidence: 'V',
      value: 11,
    },
  ],
};
