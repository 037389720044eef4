import { description } from '../kernel/convention.js';

export const TAX_OF_THIS_PAYMENT_ALONE = description(
  'Q-21',
  {
    id: 'Pajak: dua tahun kalender sejak pembayaran yang mana, atas apa tarif penghasilan dikenakan, siapa yang memotong?',
    en: 'Tax: two calendar years from which payment, what does the tariff of incomes apply to, who withholds?',
  },
  {
    id: 'Sejak pembayaran pertama yang diketahui (`firstPaymentYear`). Tarif penghasilan dikenakan atas pembayaran ini saja, karena penghasilan lain tidak diketahui; ahli waris dikenai pajak yang sama. Pajak adalah keterangan, dibulatkan setengah ke atas ke rupiah penuh, dan bukan bagian manfaat.',
    en: 'From the first payment that is known (`firstPaymentYear`). The tariff of incomes is applied to this payment alone, because other income is not known; heirs are taxed alike. The tax is information, rounded half up to whole rupiah, and no part of the benefit.',
  },
);
