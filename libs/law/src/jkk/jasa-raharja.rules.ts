import { localDate, type Rupiah, rupiah } from '#kernel';
import { PP_44_FROM } from '../kernel/laws.js';
import type { Rule } from '../kernel/rule.js';

/** What Jasa Raharja pays for one person at most, rupiah. */
export interface JasaRaharja {
  /** Care after an accident on land or at sea. */
  readonly care: Rupiah;
  readonly careByAir?: Rupiah;
  readonly firstAid?: Rupiah;
  readonly ambulance?: Rupiah;
  readonly death?: Rupiah;
  readonly disability?: Rupiah;
  /** To whoever arranged the funeral, where there are no heirs. */
  readonly funeral?: Rupiah;
}

/** Santunan Jasa Raharja: of a traffic accident it is the first payer of care. Its cash adds up with that of JKK. */
export const JASA_RAHARJA: Rule<JasaRaharja> = {
  id: 'JASA_RAHARJA',
  title: {
    id: 'Jasa Raharja sebagai penjamin pertama kecelakaan lalu lintas',
    en: 'Jasa Raharja, first payer of a traffic accident',
  },
  unit: 'Rp at most for one person',
  versions: [
    {
      from: PP_44_FROM,
      law: 'PMK 36/2008',
      article: 'article not seen',
      sources: ['S54'],
      confidence: 'V',
      value: { care: rupiah(10_000_000) },
    },
    {
      from: localDate('2017-06-01'),
      law: 'PMK 15/2017; PMK 16/2017',
      article: 'article not seen',
      sources: ['S54'],
      confidence: 'V',
      value: {
        care: rupiah(20_000_000),
        careByAir: rupiah(25_000_000),
        firstAid: rupiah(1_000_000),
        ambulance: rupiah(500_000),
        death: rupiah(50_000_000),
        disability: rupiah(50_000_000),
        funeral: rupiah(4_000_000),
      },
    },
  ],
};
