import { type LocalDate, type Rupiah, rupiah } from '#kernel';
import type { Calculation, TaxMemo } from '../kernel/calculation.js';
import { merged } from '../kernel/merged.js';
import { amountOf, type Expression, money, product, rate, result, sum } from '../kernel/expression.js';
import { invalid } from '../kernel/input-error.js';
import { type Bilingual, leastSure, type Provision } from '../kernel/provision.js';
import { inForce, type VersionInForce } from '../kernel/rule.js';
import {
  TAX_FINAL_BANDS,
  TAX_FINAL_YEARS,
  TAX_PROGRESSIVE_BANDS,
  TAX_WITHOUT_NPWP,
  type TaxBand,
} from './tax.rules.js';

/** What decides how a lump sum is taxed. */
export interface TaxFacts {
  /** The calendar year of the first payment from the account, where a part was paid before. */
  readonly firstPaymentYear?: number;
  /** What was paid before within the same two calendar years, rupiah: it shares the layer without tax. */
  readonly paidWithinTwoYears?: Rupiah;
  /** Whether there is a tax number; there is unless said otherwise, since the NIK serves as one. */
  readonly npwp?: boolean;
}

/** Income tax on a lump sum, with its arithmetic written when it is read. */
class TaxOnReading implements TaxMemo {
  readonly regime: TaxMemo['regime'];
  readonly taxableIdr: Rupiah;
  readonly taxIdr: Rupiah;
  readonly netIdr: Rupiah;
  declare readonly note?: Bilingual;
  readonly #provision: Provision;
  readonly #tax: Expression;

  constructor(gross: Rupiah, { regime, taxable, tax, provision, note }: Tariff) {
    this.regime = regime;
    this.taxableIdr = taxable;
    this.taxIdr = amountOf(tax);
    this.netIdr = rupiah(gross - this.taxIdr);
    if (note) this.note = note;
    this.#provision = provision;
    this.#tax = tax;
  }

  get law(): string {
    return this.#provision.law;
  }

  get article(): string {
    return this.#provision.article;
  }

  get confidence(): TaxMemo['confidence'] {
    return this.#provision.confidence;
  }

  get arithmetic(): string {
    return result(this.#tax);
  }

  toJSON(): TaxMemo {
    const { regime, taxableIdr, taxIdr, netIdr, note, law, article, confidence, arithmetic } = this;
    return { regime, taxableIdr, taxIdr, netIdr, note, law, article, confidence, arithmetic };
  }
}

/** One way to tax a payment. */
interface Tariff extends Pick<TaxMemo, 'regime' | 'note'> {
  readonly taxable: Rupiah;
  readonly tax: Expression;
  readonly provision: Provision;
}

/**
 * The income tax (PPh 21) on JHT or JP paid at once: final within two calendar years from the first payment (PP 68/2009),
 * after that the tariff of incomes (UU PPh Art. 17). Whole rupiah. It changes nothing in the benefit.
 * @throws Rejection CONTRADICTION when the first payment lies after this one
 */
export function taxMemo(gross: Rupiah, paidOn: LocalDate, facts: TaxFacts, note?: Bilingual): TaxMemo {
  const year = Number(paidOn.slice(0, 4));
  const { firstPaymentYear = year } = facts;
  if (firstPaymentYear > year) {
    throw invalid('CONTRADICTION', `firstPaymentYear ${firstPaymentYear} is after the payment of ${year}`);
  }
  const isFinal = year - firstPaymentYear < inForce(TAX_FINAL_YEARS, paidOn).value;
  const tariff = isFinal ? finalTariff(gross, paidOn, facts) : progressive(gross, paidOn, facts);
  return new TaxOnReading(gross, note ? { ...tariff, note } : tariff);
}

/** An answer that pays a lump sum, with the memo of its tax; the answer itself where nothing is paid. */
export function withTaxMemo(
  answer: Calculation,
  paidOn: LocalDate,
  facts: TaxFacts,
  note?: Bilingual,
): Calculation {
  if (answer.totalIdr === 0) return answer;
  return merged(answer, { taxMemo: taxMemo(answer.totalIdr, paidOn, facts, note) });
}

function finalTariff(
  gross: Rupiah,
  on: LocalDate,
  { firstPaymentYear, paidWithinTwoYears }: TaxFacts,
): Tariff {
  const version = inForce(TAX_FINAL_BANDS, on);
  const before = paidWithinTwoYears ?? rupiah(0);
  const layers = layersOf(version, gross, before).filter(({ band }) => band.rate !== '0');
  const sharesLayer = firstPaymentYear !== undefined && paidWithinTwoYears === undefined;
  return {
    regime: 'FINAL_PP_68_2009',
    taxable: rupiah(layers.reduce((total, { part }) => total + part, 0)),
    tax: taxOf(layers, version),
    provision: version,
    ...(sharesLayer && { note: SHARED_LAYER }),
  };
}

function progressive(gross: Rupiah, on: LocalDate, { npwp = true }: TaxFacts): Tariff {
  const version = inForce(TAX_PROGRESSIVE_BANDS, on);
  const surcharge = inForce(TAX_WITHOUT_NPWP, on);
  const tax = taxOf(layersOf(version, gross, rupiah(0)), version);
  return {
    regime: 'PROGRESSIVE_ART_17',
    taxable: gross,
    tax: npwp ? tax : product(rate(surcharge.value, surcharge), tax),
    provision: npwp
      ? version
      : {
          ...version,
          article: `${version.article}; ${surcharge.article}`,
          confidence: leastSure(version.confidence, surcharge.confidence),
        },
    note: OTHER_INCOME,
  };
}

interface Layer {
  readonly band: TaxBand;
  /** Its place in the tariff. */
  readonly index: number;
  /** What of the payment lies in it. */
  readonly part: number;
}

/** The payment cut at the ends of the layers, after what was paid `before` has used its part of them. */
function layersOf({ value }: VersionInForce<readonly TaxBand[]>, gross: Rupiah, before: Rupiah): Layer[] {
  let from = 0;
  return value.flatMap((band, index) => {
    const { to = Infinity } = band;
    const part = Math.min(to, before + gross) - Math.max(from, before);
    from = to;
    return part > 0 ? [{ band, index, part }] : [];
  });
}

function taxOf(layers: readonly Layer[], version: VersionInForce<unknown>): Expression {
  if (layers.length === 0) return money(rupiah(0));
  return sum(
    ...layers.map(({ band, index, part }) =>
      product(rate(band.rate, version, `${index}.rate`), money(rupiah(part))),
    ),
  );
}

const SHARED_LAYER: Bilingual = {
  id: 'Lapisan tanpa pajak berlaku untuk jumlah semua pembayaran dalam dua tahun kalender; yang sudah dibayar belum diketahui di sini.',
  en: 'The layer without tax is for the sum of all payments within the two calendar years; what was paid before is not known here.',
};

const OTHER_INCOME: Bilingual = {
  id: 'Dibayar pada tahun kalender ketiga atau sesudahnya: tarif Pasal 17 atas pembayaran ini saja; penghasilan lain tidak diketahui.',
  en: 'Paid in the third calendar year or later: the tariff of incomes on this payment alone; other income is not known.',
};

/** What a participant has to know before a part is taken. */
export const BEFORE_A_PARTIAL: Bilingual = {
  id: 'Sisa saldo yang dibayar pada tahun kalender ketiga atau sesudahnya dikenai tarif progresif Pasal 17, bukan tarif final 5%.',
  en: 'What is left and paid in the third calendar year or later falls under the progressive tariff of incomes, not the final 5 %.',
};
