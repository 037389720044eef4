import { type Part, type PrintedIn, dayInWords, rupiahInDigits } from '#documents';
import type { Owed, ReturnedPayment, ScholarshipYear, ToldBearer } from './letter-contents.js';
import { accountIn, payeeIn, says, words } from './letter-parts.js';
import { BEARERS_IN_WORDS, RETURNS_IN_WORDS } from './letter-words.js';

/** To a facility that treated a suspected case (PP 49/2023 Art. 25A). */
export function careBearer(
  { bearer, concludedOn }: ToldBearer,
  facility: string,
  language: PrintedIn,
): Part[] {
  return [
    says(
      `Pada ${dayInWords(concludedOn, 'id')} disimpulkan atau ditetapkan bahwa kejadian ini bukan kecelakaan kerja. Biaya perawatan tidak ditanggung program JKK (PP 49/2023 Pasal 25A).`,
      `On ${dayInWords(concludedOn, 'en')} it was concluded or determined that this was no work accident. JKK does not bear the cost of care (PP 49/2023 Art. 25A).`,
    ),
    {
      kind: 'FACTS',
      facts: [
        [words('Fasilitas', 'Facility'), facility],
        [words('Tagihkan kepada', 'Bill'), BEARERS_IN_WORDS[bearer][language]],
      ],
    },
    says(
      'Bila kemudian ditetapkan sebagai kecelakaan kerja, penanggung di atas meminta penggantian kepada BPJS Ketenagakerjaan.',
      'Should it be determined to be a work accident after all, whoever is named above asks BPJS Ketenagakerjaan for its money.',
    ),
  ];
}

export function returnedPayment(
  { payee, amountIdr, reason, account, from = 'BANK' }: ReturnedPayment,
  language: PrintedIn,
): Part[] {
  const paid = rupiahInDigits(amountIdr);
  const why = RETURNS_IN_WORDS[reason];
  return [
    from === 'BANK'
      ? says(
          `Pembayaran sebesar ${paid} dikembalikan oleh bank: ${why.id}.`,
          `The bank sent a payment of ${paid} back: ${why.en}.`,
        )
      : says(
          `Pembayaran sebesar ${paid} yang dikembalikan penerima telah kami terima: ${why.id}.`,
          `We have received the payment of ${paid} that was given back: ${why.en}.`,
        ),
    {
      kind: 'FACTS',
      facts: [
        [words('Penerima', 'Payee'), payeeIn(payee, language)],
        [words('Rekening', 'Account'), accountIn(account)],
      ],
    },
    from === 'BANK'
      ? says(
          'Mohon menyampaikan rekening yang benar dengan buku rekening di kantor cabang mana pun. Hak atas pembayaran tidak berubah.',
          'Please give the right account, with its book, at any branch. What is due does not change.',
        )
      : says(
          'Bila pembayaran ini tetap menjadi hak Saudara, mohon menyampaikan rekening yang benar dengan buku rekening di kantor cabang mana pun.',
          'Where this payment is due to you all the same, please give the right account, with its book, at any branch.',
        ),
  ];
}

export function scholarshipYear(
  { year, amountIdr, law, article, payee, account }: ScholarshipYear,
  language: PrintedIn,
): Part[] {
  return [
    says(
      `Beasiswa tahun ${year} disetujui sebesar ${rupiahInDigits(amountIdr)}.`,
      `The scholarship of ${year} is granted: ${rupiahInDigits(amountIdr)}.`,
    ),
    {
      kind: 'FACTS',
      facts: [
        [words('Penerima', 'Payee'), payeeIn(payee, language)],
        [words('Rekening', 'Account'), accountIn(account)],
        [words('Dasar hukum', 'Law'), `${law}, ${article}`],
      ],
    },
    says(
      'Bukti sekolah tahun berikutnya diserahkan sebelum akhir tahun itu. Beasiswa berakhir bila anak berusia 23 tahun, menikah, atau bekerja.',
      'Proof of school of the next year is handed in before that year ends. A scholarship ends when the child is 23, marries or works.',
    ),
  ];
}

export function owedBack({ amountIdr }: Owed): Part[] {
  return [
    says(
      `Setelah keputusan diperiksa kembali, ternyata telah dibayar lebih ${rupiahInDigits(amountIdr)}. Mohon dikembalikan, atau sampaikan tanggapan dalam 14 hari di kantor cabang.`,
      `The decision was looked at again, and ${rupiahInDigits(amountIdr)} was paid too much. Please pay it back, or say within 14 days at a branch why not.`,
    ),
    says(
      'Yang diterima dengan iktikad baik dapat dimintakan penghapusan; dua orang memutusnya.',
      'What was taken in good faith may be given up; two persons decide that.',
    ),
  ];
}
