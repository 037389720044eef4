import { localDate, type Rupiah, rupiah } from '#kernel';
import type { Rule } from '../kernel/rule.js';
import { FIRST_LAW } from '../kernel/rule.js';

/** One layer (lapisan) of a tariff: up to and with an amount, or without an end. */
export interface TaxBand {
  readonly to?: Rupiah;
  /** Percent of what lies in the layer. */
  readonly rate: string;
}

/** PPh 21 final on savings and pensions that are paid at once. It is older than the first law of this engine. */
export const TAX_FINAL_BANDS: Rule<readonly TaxBand[]> = {
  id: 'TAX_FINAL_BANDS',
  title: { id: 'PPh 21 final atas JHT dan JP sekaligus', en: 'Final income tax on JHT and JP paid at once' },
  unit: 'Rp, % of the layer',
  versions: [
    {
      from: FIRST_LAW,
      law: 'PP 68/2009',
      article: 'Art. 5 (from memory)',
      sources: ['S53'],
      confidence: 'V',
      value: [{ to: rupiah(50_000_000), rate: '0' }, { rate: '5' }],
    },
  ],
};

/** Calendar years, that of the first payment included, in which the final tariff holds. */
export const TAX_FINAL_YEARS: Rule<number> = {
  id: 'TAX_FINAL_YEARS',
  title: { id: 'Masa tarif final sejak pembayaran pertama', en: 'Years of the final tariff' },
  unit: 'calendar years from the first payment',
  versions: [
    {
      from: FIRST_LAW,
      law: 'PP 68/2009',
      article: 'article not seen',
      sources: ['S53'],
      confidence: 'V',
      value: 2,
    },
  ],
};

/** The tariff of incomes, which holds for what is paid later. */
export const TAX_PROGRESSIVE_BANDS: Rule<readonly TaxBand[]> = {
  id: 'TAX_PROGRESSIVE_BANDS',
  title: { id: 'Tarif PPh Pasal 17', en: 'Tariff of incomes' },
  unit: 'Rp, % of the layer',
  versions: [
    {
      from: FIRST_LAW,
      law: 'UU 36/2008',
      article: 'Art. 17',
      sources: [],
      confidence: 'H',
      value: [
        { to: rupiah(50_000_000), rate: '5' },
        { to: rupiah(250_000_000), rate: '15' },
        { to: rupiah(500_000_000), rate: '25' },
        { rate: '30' },
      ],
    },
    {
      from: localDate('2022-01-01'),
      law: 'UU 36/2008 jo. UU 7/2021',
      article: 'Art. 17',
      sources: ['S53'],
      confidence: 'H',
      value: [
        { to: rupiah(60_000_000), rate: '5' },
        { to: rupiah(250_000_000), rate: '15' },
        { to: rupiah(500_000_000), rate: '25' },
        { to: rupiah(5_000_000_000), rate: '30' },
        { rate: '35' },
      ],
    },
  ],
};

/** What the tariff of incomes becomes for somebody without a tax number (NPWP). The final tariff stays. */
export const TAX_WITHOUT_NPWP: Rule<string> = {
  id: 'TAX_WITHOUT_NPWP',
  title: { id: 'Tarif tanpa NPWP', en: 'Tariff without a tax number' },
  unit: '% of the tax',
  versions: [
    {
      from: FIRST_LAW,
      law: 'UU 36/2008',
      article: 'Art. 21(5a)',
      sources: ['S53'],
      confidence: 'H',
      value: '120',
    },
  ],
};
