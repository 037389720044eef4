import { type Part, type PrintedIn, dayInWords, rupiahInDigits } from '#documents';
import type { LocalDate } from '#kernel';
import { papersUntil } from '../../domain/terms.js';
import type { Guarantee, Hold, PapersRequest, PaymentAdvice } from './letter-contents.js';
import { accountIn, monthsTable, payeeIn, says, words } from './letter-parts.js';
import { DOCUMENTS_IN_WORDS, FAULTS_IN_WORDS, componentWords } from './letter-words.js';

export function papersRequest(
  { missing, refused }: PapersRequest,
  issuedOn: LocalDate,
  language: PrintedIn,
): Part[] {
  const until = papersUntil(issuedOn);
  const rows = missing.map((kind) => {
    const faults = refused
      .filter((one) => one.kind === kind)
      .map(({ fault }) => FAULTS_IN_WORDS[fault][language]);
    return [
      DOCUMENTS_IN_WORDS[kind][language],
      faults.join(', ') || words('belum diterima', 'not received')[language],
    ];
  });
  return [
    says(
      `Mohon melengkapi berkas berikut paling lambat ${dayInWords(until, 'id')}, di kantor cabang mana pun.`,
      `Please hand in the following papers by ${dayInWords(until, 'en')}, at any branch.`,
    ),
    {
      kind: 'TABLE',
      columns: [words('Berkas', 'Paper'), words('Keterangan', 'Remark')],
      widths: [2, 1],
      rows,
    },
    says(
      'Waktu layanan dihitung sejak berkas lengkap. Bila berkas tidak diserahkan, permohonan dapat ditolak (D-06) dan dibuka kembali dengan berkasnya.',
      'The time of service counts from complete papers. Where they do not come the claim may be denied (D-06), and is opened again by them.',
    ),
  ];
}

export function hold({ arrears, settleBy, law, article }: Hold, language: PrintedIn): Part[] {
  return [
    says(
      'Permohonan Saudara ditahan sementara karena iuran bulan berikut belum dibayar pada hari kejadian. Setelah seluruhnya dilunasi, permohonan diproses kembali.',
      'Your claim waits, because the contributions of the following months were unpaid on the day of the event. Once all of them are paid it goes on.',
    ),
    ...(arrears.length > 0 ? [monthsTable(arrears, language)] : []),
    ...(settleBy === null
      ? []
      : [
          says(
            `Mohon dilunasi paling lambat ${dayInWords(settleBy, 'id')}. Pelunasan sesudahnya juga membuka permohonan kembali.`,
            `Please pay them by ${dayInWords(settleBy, 'en')}. A later payment opens the claim again as well.`,
          ),
        ]),
    says(`Dasar: ${law}, ${article}.`, `Basis: ${law}, ${article}.`),
  ];
}

export function paymentAdvice(advice: PaymentAdvice, language: PrintedIn): Part[] {
  const { payee, componentCodes, amountIdr, benefitIdr, deductedIdr, bankReference, account } = advice;
  const kinds = [...new Set(componentCodes.map((code) => componentWords(code)[language]))];
  return [
    says(
      `Pembayaran sebesar ${rupiahInDigits(amountIdr)} telah diterima bank tujuan.`,
      `A payment of ${rupiahInDigits(amountIdr)} has arrived.`,
    ),
    {
      kind: 'FACTS',
      facts: [
        [words('Penerima', 'Payee'), payeeIn(payee, language)],
        [words('Untuk', 'For'), kinds.join(', ')],
        ...(deductedIdr === null || benefitIdr === null
          ? []
          : ([
              [words('Manfaat', 'Benefit'), rupiahInDigits(benefitIdr)],
              [words('Potongan tunggakan', 'Arrears deducted'), rupiahInDigits(deductedIdr)],
            ] as const)),
        [words('Dibayarkan', 'Paid'), rupiahInDigits(amountIdr)],
        [words('Rekening', 'Account'), accountIn(account)],
        [words('Referensi bank', 'Reference of the bank'), bankReference],
      ],
    },
    says(
      'Bila dana tidak ada di rekening, hubungi kantor cabang dengan menyebut nomor surat ini.',
      'Should the money not be on the account, name the number of this letter at a branch.',
    ),
  ];
}

export function guarantee(
  { guaranteeNumber, basis }: Guarantee,
  facility: string,
  issuedOn: LocalDate,
  language: PrintedIn,
): Part[] {
  const isCovered = basis === 'COVERED';
  return [
    {
      kind: 'FACTS',
      facts: [
        [words('Nomor jaminan', 'Number of the guarantee'), guaranteeNumber],
        [words('Fasilitas', 'Facility'), facility],
        [words('Berlaku sejak', 'Valid from'), dayInWords(issuedOn, language)],
        [
          words('Kelas', 'Class'),
          words('kelas I rumah sakit pemerintah', 'class I of a government hospital')[language],
        ],
      ],
    },
    isCovered
      ? says(
          'Biaya perawatan dan pengobatan sesuai kebutuhan medis akibat kecelakaan kerja ini dijamin, tanpa batas biaya.',
          'The cost of care that this work accident needs by medical judgement is guaranteed, without a ceiling.',
        )
      : says(
          'Perawatan dijamin sampai kasus disimpulkan (PP 49/2023 Pasal 25A). Yang diberikan sebelum kesimpulan tetap dijamin.',
          'Care is guaranteed until the case is concluded (PP 49/2023 Art. 25A). What was given before that stays guaranteed.',
        ),
    says(
      'Naik kelas atas keinginan sendiri: selisihnya dibayar pasien. Tagihan menyebut nomor jaminan ini.',
      'A higher class at one’s own wish: the patient pays the difference. Invoices name this number.',
    ),
  ];
}
