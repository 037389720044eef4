import {
  AUTHORITY_LINES,
  type LocalDate,
  type Rupiah,
  type Words,
  conflict,
  notFound,
  refusals,
} from '#kernel';

const SUBMIT = { en: 'submit an invoice', id: 'kirim tagihan' };
const REVISE = { en: 'revise the invoice', id: 'perbaiki tagihan' };
const VERIFY = { en: 'verify the invoice', id: 'verifikasi tagihan' };
const APPROVE = { en: 'approve the invoice', id: 'setujui tagihan' };
const RETURN = { en: 'return the invoice', id: 'kembalikan tagihan' };
const READMIT = {
  en: 'let the invoice in again after a meeting, or a determination',
  id: 'terima lagi tagihan sesudah pertemuan atau penetapan',
};
const PASS_ON = { en: 'pass the invoice on', id: 'alihkan tagihan' };
const CREDIT = { en: 'credit the invoice', id: 'catat nota kredit' };
const SHOW_PAYMENT = { en: 'show who paid the invoice', id: 'catat siapa yang membayar tagihan' };
const CONCLUDE = { en: 'conclude the accident', id: 'simpulkan kecelakaan' };
const OTHER_PAYER = { en: 'name the other payer of the accident', id: 'sebutkan penanggung lain kecelakaan' };

/** Why something about an invoice is refused. What was done to a patient is never repeated. */
export const billingRefusals = refusals({
  INVOICE_NOT_FOUND: notFound(
    { en: 'No such invoice was sent', id: 'Tagihan ini tidak ada' },
    { allowed: [SUBMIT] },
  ),
  NOT_YOUR_INVOICE: conflict({
    en: 'A facility sends its own invoices',
    id: 'Fasilitas mengirim tagihannya sendiri',
  }),
  INVOICE_SUBMITTED: conflict(
    { en: 'The invoice waits to be verified', id: 'Tagihan menunggu verifikasi' },
    { allowed: [VERIFY, RETURN, REVISE] },
  ),
  INVOICE_RETURNED: conflict(
    { en: 'The invoice was returned, and is to be corrected', id: 'Tagihan dikembalikan untuk diperbaiki' },
    { allowed: [REVISE, READMIT, PASS_ON] },
  ),
  INVOICE_VERIFIED: conflict(
    {
      en: 'The invoice is verified, and waits for a second person',
      id: 'Tagihan sudah diverifikasi dan menunggu orang kedua',
    },
    { allowed: [APPROVE, VERIFY, RETURN] },
  ),
  INVOICE_APPROVED: conflict(
    { en: 'The invoice is approved', id: 'Tagihan sudah disetujui' },
    { allowed: [CREDIT] },
  ),
  INVOICE_WITHDRAWN: conflict(
    { en: 'The invoice was taken back', id: 'Tagihan sudah dibatalkan' },
    { allowed: [REVISE] },
  ),
  INVOICE_PASSED_ON: conflict(
    {
      en: 'JKK does not bear the invoice: it was passed on',
      id: 'JKK tidak menanggung tagihan ini: sudah dialihkan',
    },
    { allowed: [READMIT] },
  ),
  INVOICE_KNOWN: conflict(
    {
      en: 'The facility has sent an invoice of this number for the accident (V-03)',
      id: 'Fasilitas sudah mengirim tagihan bernomor ini untuk kecelakaan ini (V-03)',
    },
    { allowed: [REVISE] },
  ),
  STAY_KNOWN: conflict(
    ({ invoiceNumber }: { invoiceNumber: string }) => ({
      en: `Invoice ${invoiceNumber} is for the same facility, days and amount (V-03)`,
      id: `Tagihan ${invoiceNumber} untuk fasilitas, hari, dan jumlah yang sama (V-03)`,
    }),
    { allowed: [REVISE] },
  ),
  CARE_RECORDED_ALREADY: conflict(
    ({ invoiceNumber }: { invoiceNumber: string }) => ({
      en: `Invoice ${invoiceNumber} of this care stands with the accident, and its claim pays it (V-03)`,
      id: `Tagihan ${invoiceNumber} atas perawatan ini tercatat pada kecelakaan dan dibayar oleh klaimnya (V-03)`,
    }),
    { allowed: [RETURN, PASS_ON] },
  ),
  SUMS_DO_NOT_AGREE: conflict(
    ({ line, expectedIdr }: { line: number; expectedIdr: Rupiah }) => ({
      en:
        line === 0
          ? `The lines come to ${expectedIdr} rupiah, not to totalIdr (V-02)`
          : `Line ${line}: quantity times unit price is ${expectedIdr} rupiah (V-02)`,
      id:
        line === 0
          ? `Jumlah semua baris ${expectedIdr} rupiah, bukan totalIdr (V-02)`
          : `Baris ${line}: jumlah kali harga satuan ${expectedIdr} rupiah (V-02)`,
    }),
    { allowed: [{ en: 'sums that agree', id: 'jumlah yang cocok' }] },
  ),
  LINES_NOT_NUMBERED: conflict(
    { en: 'Lines are numbered from 1 on, each once', id: 'Baris bernomor mulai 1, masing-masing sekali' },
    { allowed: [{ en: 'lines 1, 2, 3 …', id: 'baris 1, 2, 3 …' }] },
  ),
  SERVICE_OUTSIDE_STAY: conflict(({ line }: { line: number }) => ({
    en: `Line ${line} lies outside the stay`,
    id: `Baris ${line} di luar masa rawat`,
  })),
  ROOM_DAYS_DO_NOT_AGREE: conflict(({ days }: { days: number }) => ({
    en: `A stay of these days has ${days} room days at most (V-02)`,
    id: `Masa rawat ini paling banyak ${days} hari kamar (V-02)`,
  })),
  ROOM_CLASS_MISSING: conflict({
    en: 'An inpatient stay names the class of its room',
    id: 'Rawat inap menyebut kelas kamarnya',
  }),
  DIAGNOSIS_NOT_OF_AN_ACCIDENT: conflict(
    {
      en: 'The main diagnosis is no injury, and the accident no disease (V-04)',
      id: 'Diagnosis utama bukan cedera, dan kecelakaan ini bukan penyakit (V-04)',
    },
    { allowed: [{ en: 'a code from S00 to T98', id: 'kode S00 sampai T98' }] },
  ),
  EXTERNAL_CAUSE_MISSING: conflict(
    {
      en: 'An injury names its external cause, V01 to Y98 (V-04)',
      id: 'Cedera menyebut penyebab luar, V01 sampai Y98 (V-04)',
    },
    { allowed: [{ en: 'externalCause from V01 to Y98', id: 'externalCause V01 sampai Y98' }] },
  ),
  STAY_BEFORE_ACCIDENT: conflict(({ occurredOn }: { occurredOn: LocalDate }) => ({
    en: `The accident happened on ${occurredOn}`,
    id: `Kecelakaan terjadi pada ${occurredOn}`,
  })),
  STAY_AFTER_AGREEMENT: conflict(
    ({ careUntil }: { careUntil: LocalDate }) => ({
      en: `The agreement of the facility stopped, and patients in care were treated on until ${careUntil}`,
      id: `Perjanjian fasilitas berhenti, dan pasien yang sedang dirawat diteruskan sampai ${careUntil}`,
    }),
    {
      allowed: ({ careUntil }) => [
        {
          en: `an invoice of the days up to ${careUntil}, and another of those after it`,
          id: `tagihan untuk hari sampai ${careUntil}, dan tagihan lain untuk hari sesudahnya`,
        },
      ],
    },
  ),
  STAY_OUT_OF_ORDER: conflict(({ today }: { today: LocalDate }) => ({
    en: `The stay ends before it begins, or after today, ${today}`,
    id: `Masa rawat berakhir sebelum dimulai, atau sesudah hari ini, ${today}`,
  })),
  NOT_JKK: conflict(
    {
      en: 'It was concluded that this is no work accident: JKK bears no care',
      id: 'Disimpulkan bukan kecelakaan kerja: JKK tidak menanggung perawatan',
    },
    { allowed: [PASS_ON] },
  ),
  TOO_LATE_TO_BILL: conflict(({ lastDay }: { lastDay: LocalDate }) => ({
    en: `The right lapsed on ${lastDay}`,
    id: `Hak gugur pada ${lastDay}`,
  })),
  STAGE_ONE_IS_MISSING: conflict(
    { en: 'Stage I of the accident is not reported yet', id: 'Tahap I kecelakaan belum dilaporkan' },
    { allowed: [{ en: 'report stage one', id: 'laporkan tahap I' }] },
  ),
  TOO_LATE_TO_RESUBMIT: conflict(
    ({ resubmitBy }: { resubmitBy: LocalDate }) => ({
      en: `The invoice could come again until ${resubmitBy}, or was returned three times`,
      id: `Tagihan dapat dikirim lagi sampai ${resubmitBy}, atau sudah dikembalikan tiga kali`,
    }),
    { allowed: [READMIT, PASS_ON] },
  ),
  REASON_RETURNS_NOTHING: conflict(
    {
      en: 'For this reason a line is cut, no invoice returned',
      id: 'Alasan ini memotong baris, bukan mengembalikan tagihan',
    },
    { allowed: [VERIFY] },
  ),
  REASON_CUTS_NOTHING: conflict(
    {
      en: 'For this reason an invoice is returned, no line cut',
      id: 'Alasan ini mengembalikan tagihan, bukan memotong baris',
    },
    { allowed: [RETURN] },
  ),
  NO_SUCH_LINE: conflict(({ line }: { line: number }) => ({
    en: `The invoice has no line ${line}, or it is named twice`,
    id: `Tagihan tidak mempunyai baris ${line}, atau disebut dua kali`,
  })),
  LINE_ABOVE_LIMIT: conflict(({ line, atMostIdr }: { line: number; atMostIdr: Rupiah }) => ({
    en: `Of line ${line} at most ${atMostIdr} rupiah can be accepted`,
    id: `Dari baris ${line} paling banyak ${atMostIdr} rupiah dapat diterima`,
  })),
  LINE_DECIDED_ALREADY: conflict(
    ({ line }: { line: number }) => ({
      en: `Line ${line} was decided and something was paid of the invoice: it waits for no letter any more`,
      id: `Baris ${line} sudah diputus dan tagihannya sudah dibayar sebagian: tidak menunggu surat lagi`,
    }),
    {
      allowed: [
        {
          en: 'cut the line for another reason: what was paid too much is owed back',
          id: 'potong baris itu dengan alasan lain: kelebihan bayarnya menjadi utang',
        },
      ],
    },
  ),
  ROOM_ABOVE_CLASS: conflict(
    ({ line }: { line: number }) => ({
      en: `Line ${line} is a room above class I: say how much of it class I comes to (V-07)`,
      id: `Baris ${line} kamar di atas kelas I: sebutkan berapa bagian kelas I (V-07)`,
    }),
    { allowed: [{ en: 'the line with acceptedIdr and V-07', id: 'baris dengan acceptedIdr dan V-07' }] },
  ),
  MAY_BE_REPEATED: conflict(
    {
      en: 'The invoice may repeat another (V-03): say that they are apart, or return it',
      id: 'Tagihan ini mungkin mengulang tagihan lain (V-03): nyatakan terpisah, atau kembalikan',
    },
    { allowed: [{ en: 'apart: true', id: 'apart: true' }, RETURN] },
  ),
  FIRST_PAYER_NOT_NAMED: conflict(
    {
      en: 'Traffic accident: another payer comes first, and none is named (V-12)',
      id: 'Kecelakaan lalu lintas: penanggung lain lebih dahulu, dan belum disebut (V-12)',
    },
    { allowed: [OTHER_PAYER, RETURN] },
  ),
  CEILING_UNKNOWN: conflict(
    {
      en: 'A reimbursement is limited to class I of a government hospital: name whose tariff',
      id: 'Penggantian dibatasi kelas I rumah sakit pemerintah: sebutkan tarif siapa',
    },
    {
      allowed: [
        {
          en: 'tariffOf: a PLKK with a tariff on the day of the admission',
          id: 'tariffOf: PLKK dengan tarif pada hari masuk',
        },
      ],
    },
  ),
  MEDICAL_REVIEW_MISSING: conflict(
    ({ aboveIdr }: { aboveIdr: Rupiah }) => ({
      en: `Above ${aboveIdr} rupiah a medical reviewer looks at a reimbursement`,
      id: `Di atas ${aboveIdr} rupiah penelaah medis memeriksa penggantian`,
    }),
    { allowed: [{ en: 'medicalReview: the number of the review', id: 'medicalReview: nomor telaah' }] },
  ),
  MEDICAL_REVIEWER_NOT_NAMED: conflict(
    {
      en: 'What was not medically needed (V-06) is cut by a medical reviewer',
      id: 'Yang tidak perlu secara medis (V-06) dipotong oleh penelaah medis',
    },
    { allowed: [{ en: 'medicalReview: the number of the review', id: 'medicalReview: nomor telaah' }] },
  ),
  REFERENCE_PRICE_MISSING: conflict(
    {
      en: 'A prosthesis is paid by the price of the government centre',
      id: 'Protesis dibayar menurut harga pusat rehabilitasi pemerintah',
    },
    { allowed: [{ en: 'referencePriceIdr', id: 'referencePriceIdr' }] },
  ),
  HEALTH_ERASED: conflict(
    {
      en: 'What the invoice says of health was erased: nobody can verify it any more',
      id: 'Data kesehatan tagihan sudah dihapus: tidak dapat diverifikasi lagi',
    },
    { allowed: [PASS_ON] },
  ),
  ...AUTHORITY_LINES,
  VERIFIER_CANNOT_APPROVE: conflict(
    {
      en: 'Whoever sent or verified an invoice, or said who paid it, does not approve it',
      id: 'Yang mengirim atau memverifikasi tagihan, atau menyatakan siapa pembayarnya, tidak menyetujuinya',
    },
    { allowed: [{ en: 'approval by somebody else', id: 'persetujuan oleh orang lain' }] },
  ),
  SENDER_CANNOT_VERIFY: conflict(
    { en: 'Whoever sent an invoice does not verify it', id: 'Yang mengirim tagihan tidak memverifikasinya' },
    { allowed: [{ en: 'verification by somebody else', id: 'verifikasi oleh orang lain' }] },
  ),
  NOT_CONCLUDED_YET: conflict(
    {
      en: 'It is not concluded yet whether this was a work accident',
      id: 'Belum disimpulkan apakah ini kecelakaan kerja',
    },
    { allowed: [CONCLUDE] },
  ),
  LAW_REFUSES_CARE: conflict(
    ({ decision, words }: { decision: string; words: Words }) => ({
      en: `The law gives no care here (${decision}): ${words.en}`,
      id: `Hukum tidak memberi perawatan di sini (${decision}): ${words.id}`,
    }),
    { allowed: [PASS_ON] },
  ),
  NOBODY_TO_PAY: conflict(
    {
      en: 'The facility is not paid by BPJS here, and nobody has shown that they paid it',
      id: 'Fasilitas tidak dibayar BPJS di sini, dan belum ada bukti siapa yang membayarnya',
    },
    { allowed: [SHOW_PAYMENT, PASS_ON] },
  ),
  LETTER_NOT_CONFIRMED: conflict(
    ({ atMostIdr }: { atMostIdr: Rupiah }) => ({
      en: `The facility holds a provisional letter, which covers ${atMostIdr} rupiah before the office confirms it`,
      id: `Fasilitas memegang jaminan sementara, yang menanggung ${atMostIdr} rupiah sebelum kantor mengonfirmasinya`,
    }),
    { allowed: [{ en: 'issue a guarantee letter', id: 'terbitkan surat jaminan' }] },
  ),
  NO_EMPLOYER_TO_REPAY: conflict({
    en: 'The accident names no employer that could have paid',
    id: 'Kecelakaan tidak menyebut pemberi kerja yang dapat membayar',
  }),
  ACCOUNT_OF_PAYER_MISSING: conflict(
    {
      en: 'Whoever paid is a person: where is it repaid?',
      id: 'Yang membayar adalah orang: ke rekening mana dikembalikan?',
    },
    { allowed: [SHOW_PAYMENT] },
  ),
  PAID_TO_ANOTHER: conflict(
    {
      en: 'What was approved of the invoice before went to somebody else: the rest goes there as well',
      id: 'Yang sudah disetujui dari tagihan ini dibayarkan kepada pihak lain: sisanya juga ke sana',
    },
    { allowed: [APPROVE, CREDIT] },
  ),
  NOTHING_MORE_TO_PAY: conflict(
    {
      en: 'Everything that is due of this invoice was approved',
      id: 'Semua yang terutang dari tagihan ini sudah disetujui',
    },
    { allowed: [CREDIT] },
  ),
  CREDIT_NOTE_RECORDED: conflict(
    ({ reference: _note }: { reference: string }) => ({
      en: 'The note of this number is recorded for the invoice: one note credits once',
      id: 'Nota bernomor ini sudah tercatat untuk tagihan ini: satu nota mengurangi satu kali',
    }),
    { allowed: [CREDIT] },
  ),
  CREDITED_BY_NOTE: conflict(
    ({ creditedIdr }: { creditedIdr: Rupiah }) => ({
      en: `Notes have credited ${creditedIdr} rupiah of the invoice, and a line is cut further: is it the same money?`,
      id: `Nota kredit sudah mengurangi ${creditedIdr} rupiah dari tagihan, dan satu baris dipotong lagi: apakah uang yang sama?`,
    }),
    {
      allowed: [
        {
          en: 'notes: STAND, where the line is cut for something else',
          id: 'notes: STAND, bila dipotong untuk hal lain',
        },
        {
          en: 'notes: REPLACED, where the cut says what the notes said',
          id: 'notes: REPLACED, bila potongan menggantikan nota',
        },
      ],
    },
  ),
  CREDITED_WITH_APPROVAL: conflict(
    {
      en: 'A cut of what was paid waits for its approval, which credits it',
      id: 'Potongan dari yang sudah dibayar menunggu persetujuan, yang mencatat nota kreditnya',
    },
    {
      allowed: [
        APPROVE,
        {
          en: 'besideCuts: true, where the note is of something else',
          id: 'besideCuts: true, bila nota untuk hal lain',
        },
      ],
    },
  ),
  CREDIT_TOO_LARGE: conflict(({ paidIdr }: { paidIdr: Rupiah }) => ({
    en: `No more can be credited than was paid of it and is not owed back: ${paidIdr} rupiah`,
    id: `Nota kredit tidak lebih dari yang dibayar dan belum harus dikembalikan: ${paidIdr} rupiah`,
  })),
  NOTHING_TO_RECOVER: conflict(
    {
      en: 'Nobody else bears what BPJS has paid',
      id: 'Tidak ada pihak lain yang menanggung yang sudah dibayar BPJS',
    },
    { allowed: [OTHER_PAYER] },
  ),
  STATEMENT_OF_WHOM: conflict(
    { en: 'Of which facility?', id: 'Fasilitas yang mana?' },
    { allowed: [{ en: 'facilityId', id: 'facilityId' }] },
  ),
  STATEMENT_OF_ANOTHER: conflict({
    en: 'A facility sees its own statement',
    id: 'Fasilitas melihat rekeningnya sendiri',
  }),
  STATEMENT_TOO_LONG: conflict(({ days }: { days: number }) => ({
    en: `A statement is for ${days} days at most, the first before the last`,
    id: `Rekening paling banyak untuk ${days} hari, hari pertama sebelum hari terakhir`,
  })),
});
