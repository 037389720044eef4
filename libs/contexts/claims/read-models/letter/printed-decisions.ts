import { type Part, type PrintedIn, dayInWords, rupiahInDigits } from '#documents';
import { type LocalDate, rupiah, totalOf } from '#kernel';
import { DAYS_TO_OBJECT, objectionUntil } from '../../domain/terms.js';
import type { Approval, Denial, ObjectionAnswer } from './letter-contents.js';
import { accountIn, heading, monthsIn, owed, payeeIn, says, words } from './letter-parts.js';
import { denialText } from './denial-words.js';
import { componentWords } from './letter-words.js';

export function approval(granted: Approval, language: PrintedIn): Part[] {
  const { payBy, payments, ruleSetVersion, approvedBeforeIdr, totalIdr } = granted;
  const dueIdr = totalOf(payments);
  const granting: Readonly<Record<Approval['kind'], Part>> = {
    APPROVAL: says(
      `Permohonan Saudara disetujui. Manfaat sebesar ${rupiahInDigits(totalIdr)}.`,
      `Your claim is granted. The benefit comes to ${rupiahInDigits(totalIdr)}.`,
    ),
    DIFFERENCE:
      dueIdr > 0
        ? says(
            `Perhitungan ulang disetujui. Manfaat seluruhnya ${rupiahInDigits(totalIdr)}, sebelumnya disetujui ${rupiahInDigits(approvedBeforeIdr)}; yang masih dibayarkan ${rupiahInDigits(dueIdr)}.`,
            `What was calculated anew is granted. The benefit comes to ${rupiahInDigits(totalIdr)} in all, of which ${rupiahInDigits(approvedBeforeIdr)} was granted before; ${rupiahInDigits(dueIdr)} is still paid.`,
          )
        : says(
            `Manfaat dihitung ulang. Seluruhnya ${rupiahInDigits(totalIdr)}, sebelumnya disetujui ${rupiahInDigits(approvedBeforeIdr)}; tidak ada yang dibayarkan lagi.`,
            `The benefit was calculated anew. It comes to ${rupiahInDigits(totalIdr)} in all; ${rupiahInDigits(approvedBeforeIdr)} was granted before, and nothing more is paid.`,
          ),
    INTERIM: says(
      `Selama masih dirawat, Saudara dibayar ${rupiahInDigits(totalIdr)} untuk waktu tidak mampu bekerja yang telah lewat. Perhitungan akhir menyusul, dikurangi pembayaran ini.`,
      `While you are treated, ${rupiahInDigits(totalIdr)} is paid for the time that you could not work so far. The final calculation follows, less this payment.`,
    ),
  };
  return [
    granting[granted.kind],
    ...componentsTable(granted, language),
    ...deducted(granted),
    ...cutOrOpen(granted, language),
    ...owedBack(granted),
    ...interimAskedBack(granted),
    ...paymentsTable(granted, language),
    ...owed(granted.owedByEmployer, language),
    ...payment(payBy, dueIdr),
    ...scholarshipsIn(granted),
    says(`Versi aturan: ${ruleSetVersion}.`, `Rule set: ${ruleSetVersion}.`),
  ];
}

/** How many children get one beside the benefit, and how many have none any more. */
const scholarshipsIn = ({ scholarships, scholarshipsEnding = 0 }: Approval): Part[] => [
  ...(scholarships > 0
    ? [
        says(
          `${scholarships} anak berhak atas beasiswa pendidikan. Bukti sekolah diserahkan setiap tahun; jumlahnya di luar manfaat di atas.`,
          `${scholarships} children are entitled to a scholarship. Proof of school is handed in each year; its sums are beside the benefit above.`,
        ),
      ]
    : []),
  ...(scholarshipsEnding > 0
    ? [
        says(
          `Anak yang hak beasiswanya berakhir dengan keputusan ini: ${scholarshipsEnding}. Yang sudah dibayar tidak diminta kembali; bukti tahun sekolah sampai dengan tahun ini masih dapat diserahkan.`,
          `Children whose right to a scholarship ends with this decision: ${scholarshipsEnding}. What was paid of it is not asked back; proof of school years up to this one can still be handed in.`,
        ),
      ]
    : []),
];

/** By when, and what to do if it does not arrive; nothing where nobody is paid. */
const payment = (payBy: LocalDate, dueIdr: number): Part[] =>
  dueIdr > 0
    ? [
        says(
          `Dibayarkan paling lambat ${dayInWords(payBy, 'id')}. Bila terlambat, ganti rugi 1% per hari. Bila dana tidak diterima, hubungi kantor cabang dengan menyebut nomor surat ini.`,
          `Paid by ${dayInWords(payBy, 'en')}. A late payment adds 1% a day. Should the money not arrive, name the number of this letter at a branch.`,
        ),
      ]
    : [];

function componentsTable({ components, totalIdr, kind }: Approval, language: PrintedIn): Part[] {
  if (components.length === 0) return [];
  return [
    heading(
      kind === 'DIFFERENCE' ? 'Rincian manfaat menurut perhitungan ulang' : 'Rincian manfaat',
      kind === 'DIFFERENCE' ? 'What the benefit is made of, calculated anew' : 'What the benefit is made of',
    ),
    {
      kind: 'TABLE',
      columns: [
        words('Manfaat', 'Benefit'),
        words('Perhitungan', 'Arithmetic'),
        words('Dasar hukum', 'Law'),
        words('Penerima', 'Payee'),
        words('Jumlah', 'Amount'),
      ],
      widths: [3, 4, 3, 2, 3],
      rows: components.map(({ code, arithmetic, law, article, payee, amountIdr }) => [
        componentWords(code)[language],
        arithmetic ?? '–',
        `${law}, ${article}`,
        payeeIn(payee, language),
        rupiahInDigits(amountIdr),
      ]),
      total: [words('Jumlah manfaat', 'Benefit in all')[language], '', '', '', rupiahInDigits(totalIdr)],
    },
  ];
}

function deducted({ deduction, givenBack }: Approval): Part[] {
  return [
    ...(deduction
      ? [
          heading('Yang dipotong', 'What is deducted'),
          says(
            `Tunggakan iuran ${rupiahInDigits(deduction.amountIdr)} dipotong dengan persetujuan tertulis (${deduction.law}, ${deduction.article}) untuk bulan: ${monthsIn(deduction.arrears, 'id')}.`,
            `Arrears of ${rupiahInDigits(deduction.amountIdr)} are deducted with written consent (${deduction.law}, ${deduction.article}) for: ${monthsIn(deduction.arrears, 'en')}.`,
          ),
        ]
      : []),
    ...(givenBack.length > 0
      ? [
          heading('Yang dikembalikan', 'What is given back'),
          says(
            `Tunggakan yang dahulu dipotong dan ternyata juga dibayar, ${rupiahInDigits(totalOf(givenBack))}, dikembalikan untuk bulan: ${monthsIn(givenBack, 'id')}.`,
            `Arrears that were deducted and had been paid as well, ${rupiahInDigits(totalOf(givenBack))}, are given back for: ${monthsIn(givenBack, 'en')}.`,
          ),
        ]
      : []),
  ];
}

function cutOrOpen({ inPart }: Approval, language: PrintedIn): Part[] {
  if (!inPart) return [];
  return [
    heading('Yang belum atau tidak disetujui', 'What is not granted, or not yet'),
    {
      kind: 'TABLE',
      columns: [
        words('Manfaat', 'Benefit'),
        words('Hasil perhitungan', 'Calculated'),
        words('Disetujui', 'Granted'),
        words('Sisanya', 'The rest'),
      ],
      widths: [3, 3, 3, 3],
      rows: inPart.parts.map(({ code, calculatedIdr, approvedIdr, standing }) => [
        componentWords(code)[language],
        rupiahInDigits(calculatedIdr),
        rupiahInDigits(approvedIdr),
        (standing === 'CUT'
          ? words('tidak disetujui', 'is not granted')
          : words('masih diperiksa; diputus tersendiri', 'is looked at still, and decided by itself'))[
          language
        ],
      ]),
    },
    ...(inPart.reason === null
      ? []
      : [{ kind: 'FACTS', facts: [[words('Alasan', 'Reason'), inPart.reason]] } satisfies Part]),
  ];
}

function owedBack({ paidTooMuchIdr }: Approval): Part[] {
  if (paidTooMuchIdr === undefined) return [];
  return [
    heading('Kelebihan bayar', 'What was paid too much'),
    says(
      `Dari yang sudah disetujui, ${rupiahInDigits(paidTooMuchIdr)} ternyata bukan hak Saudara. Yang belum dikirim ke bank tidak dibayarkan; yang diterima dan belum kembali dicatat sebagai piutang. Mohon hubungi kantor cabang; keringanan dapat dimintakan.`,
      `Of what was granted before, ${rupiahInDigits(paidTooMuchIdr)} turned out not to be due. What the bank has not been told of is not paid; what arrived and did not come back is recorded as owed back. Please ask at a branch; it may be waived.`,
    ),
  ];
}

/** What of the payments before the end is due by what was calculated anew, and what is not. */
function interimAskedBack({ interimTooMuch }: Approval): Part[] {
  if (interimTooMuch === undefined) return [];
  const { paidIdr, notDueIdr } = interimTooMuch;
  const [paid, notDue] = [rupiahInDigits(paidIdr), rupiahInDigits(notDueIdr)];
  const due = rupiahInDigits(rupiah(Math.max(0, paidIdr - notDueIdr)));
  return [
    heading('Pembayaran berkala yang bukan hak', 'What was paid during the treatment and is not due'),
    says(
      `Selama perawatan disetujui ${paid}; menurut perhitungan ulang hak Saudara ${due}: ${paid} − ${due} = ${notDue}. Yang belum dikirim ke bank tidak dibayarkan; yang diterima dicatat sebagai piutang. Mohon hubungi kantor cabang; keringanan dapat dimintakan.`,
      `${paid} was granted during the treatment; by what was calculated anew, ${due} of it is due: ${paid} − ${due} = ${notDue}. What the bank has not been told of is not paid; what arrives is recorded as owed back. Please ask at a branch; it may be waived.`,
    ),
  ];
}

function paymentsTable({ payments, account }: Approval, language: PrintedIn): Part[] {
  if (payments.length === 0) return [];
  return [
    heading('Pembayaran', 'Payment'),
    {
      kind: 'TABLE',
      columns: [
        words('Penerima', 'Payee'),
        words('Ke rekening', 'To the account'),
        words('Manfaat', 'Benefit'),
        words('Potongan', 'Deduction'),
        words('Dibayarkan', 'Paid'),
      ],
      widths: [3, 4, 3, 3, 3],
      rows: payments.map(({ payee, facilityId, employerId, heirId, amountIdr, benefitIdr, deductedIdr }) => [
        payeeIn(payee, language),
        facilityId !== undefined || employerId !== undefined
          ? words('rekening lembaga', 'the account of the institution')[language]
          : heirId === undefined
            ? accountIn(account)
            : words('rekening masing-masing ahli waris', 'the own account of each heir')[language],
        rupiahInDigits(benefitIdr ?? amountIdr),
        rupiahInDigits(deductedIdr ?? rupiah(0)),
        rupiahInDigits(amountIdr),
      ]),
      total: ['', '', '', '', rupiahInDigits(totalOf(payments))],
    },
  ];
}

export function denial(
  { decision, rule, law, article, detail, owedByEmployer }: Denial,
  language: PrintedIn,
): Part[] {
  const { number, why, changedBy } = denialText(decision);
  return [
    says(
      `Permohonan Saudara belum dapat disetujui dengan alasan ${number}: ${why.id}.`,
      `Your claim cannot be granted, for reason ${number}: ${why.en}.`,
    ),
    {
      kind: 'FACTS',
      facts: [
        [words('Alasan', 'Reason'), `${number} ${decision}`],
        [words('Dasar hukum', 'Law'), `${law}, ${article}`],
        [words('Aturan', 'Rule'), rule],
        ...(language === 'en' ? [[words('Keterangan', 'In detail'), detail] as const] : []),
      ],
    },
    ...owed(owedByEmployer, language),
    says(`Yang dapat mengubah keputusan ini: ${changedBy.id}.`, `What would change it: ${changedBy.en}.`),
  ];
}

/** What follows from the answer, and what is left to whoever does not accept it (reference 2.9). */
export function objectionAnswer({ answer, decidedOn, reason }: ObjectionAnswer): Part[] {
  const [inIndonesian, inEnglish] =
    decidedOn === null
      ? ['', '']
      : [` tanggal ${dayInWords(decidedOn, 'id')}`, ` of ${dayInWords(decidedOn, 'en')}`];
  return [
    answer === 'GRANTED'
      ? says(
          `Keberatan Saudara atas keputusan${inIndonesian} diterima. Permohonan dibuka kembali dan diputus lagi; keputusannya disampaikan dengan surat tersendiri.`,
          `Your objection to the decision${inEnglish} is granted. The claim is open again and will be decided anew, in a letter of its own.`,
        )
      : says(
          `Keberatan Saudara atas keputusan${inIndonesian} ditolak; keputusan itu tetap berlaku.`,
          `Your objection to the decision${inEnglish} is rejected; that decision stands.`,
        ),
    ...(reason === null
      ? []
      : [{ kind: 'FACTS', facts: [[words('Alasan', 'Reason'), reason]] } satisfies Part]),
    ...(answer === 'REJECTED'
      ? [
          heading('Upaya selanjutnya', 'What you can still do'),
          says(
            'Mediasi tanpa biaya di kantor cabang mana pun; tentang kecelakaan kerja, penyakit akibat kerja atau persentase cacat penetapan pengawas ketenagakerjaan, kemudian Menteri; selebihnya pengadilan.',
            'Mediation, free of charge, at any branch; on a work accident, an occupational disease or the percentage of a disability a determination of the labour inspector and then the Minister; on the rest the courts.',
          ),
        ]
      : []),
  ];
}

export const objection = (issuedOn: LocalDate, language: PrintedIn): Part[] => [
  heading('Keberatan', 'Objection'),
  says(
    `Keberatan dapat diajukan tanpa biaya dalam ${DAYS_TO_OBJECT} hari sejak surat ini diterima, di kantor cabang mana pun; bila diterima pada tanggal surat, sampai ${dayInWords(objectionUntil(issuedOn), language)}. Perselisihan tentang kecelakaan kerja, penyakit akibat kerja atau persentase cacat ditetapkan oleh pengawas ketenagakerjaan, kemudian Menteri; selebihnya melalui mediasi dan pengadilan.`,
    `An objection is free of charge, within ${DAYS_TO_OBJECT} days of receiving this letter, at any branch; where it was received on its day, until ${dayInWords(objectionUntil(issuedOn), language)}. Whether it was a work accident or an occupational disease, and the percentage of a disability, is determined by the labour inspector and then by the Minister; the rest by mediation and the courts.`,
  ),
];
