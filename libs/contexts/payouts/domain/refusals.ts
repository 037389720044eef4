import {
  AUTHORITY_LINES,
  type LocalDate,
  type Rupiah,
  type Words,
  conflict,
  formatRupiah,
  notFound,
  refusals,
} from '#kernel';
import type { BankResult, KnownPayout } from './payout.js';

const INSTRUCT = { en: 'instruct the bank', id: 'instruksikan pembayaran kepada bank' };
const NAME_ACCOUNT = {
  en: 'say where the employer is paid: POST /employers/{employerId}/account',
  id: 'catat rekening pemberi kerja: POST /employers/{employerId}/account',
};
const AMEND_ACCOUNT = {
  en: 'put an addendum forward with the new account: POST /facilities/{facilityId}/agreements/{agreementId}/amendments',
  id: 'ajukan adendum dengan rekening baru: POST /facilities/{facilityId}/agreements/{agreementId}/amendments',
};
const CORRECT = { en: 'correct the account', id: 'perbaiki rekening' };
const CONFIRM = {
  en: 'let a second person confirm the account',
  id: 'mintalah orang kedua mengonfirmasi rekening',
};
const APPROVE_COMPENSATION = { en: 'approve the compensation', id: 'setujui ganti rugi' };
const DENY_COMPENSATION = { en: 'deny the compensation', id: 'tolak ganti rugi' };
const CANCEL = { en: 'cancel the payment', id: 'batalkan pembayaran' };
const SETTLED = { en: 'bank result SETTLED', id: 'hasil bank SETTLED' };
const RETURNED = { en: 'bank result RETURNED', id: 'hasil bank RETURNED' };
const ACCEPTED = { en: 'bank result ACCEPTED', id: 'hasil bank ACCEPTED' };

const NEXT_STEPS: Readonly<Record<KnownPayout['situation'], readonly Words[]>> = {
  ORDERED: [INSTRUCT, CORRECT],
  INSTRUCTED: [ACCEPTED, RETURNED],
  ACCEPTED: [SETTLED, RETURNED],
  SETTLED: [
    { en: 'nothing: the money has arrived', id: 'tidak ada: dana sudah diterima' },
    { en: 'record money that came back', id: 'catat dana yang kembali' },
  ],
  RETURNED: [CORRECT],
  ACCOUNT_CORRECTED: [CONFIRM, CORRECT],
  CANCELLED: [{ en: 'nothing: the payment was given up', id: 'tidak ada: pembayaran sudah dibatalkan' }],
};

const OF_THE_ERASED: readonly KnownPayout['situation'][] = ['ORDERED', 'RETURNED', 'ACCOUNT_CORRECTED'];

/** What may follow now. The account of a PLKK or an employer is kept with it, so nobody corrects it here. */
function nextSteps({ situation, facilityId, employerId, accountErased }: KnownPayout): readonly Words[] {
  if (accountErased && OF_THE_ERASED.includes(situation)) return [CANCEL];
  const isOfBody = facilityId !== undefined || employerId !== undefined;
  if (situation === 'ORDERED' && isOfBody) return [INSTRUCT];
  if (situation !== 'RETURNED') return NEXT_STEPS[situation];
  if (facilityId !== undefined) return [AMEND_ACCOUNT, INSTRUCT];
  return employerId === undefined ? NEXT_STEPS.RETURNED : [NAME_ACCOUNT, INSTRUCT];
}

const itIs = ({ situation }: KnownPayout): Words => ({
  en: `The payment is ${situation}`,
  id: `Pembayaran berstatus ${situation}`,
});

const RECORD_PART: Words = { en: 'record the part that came back', id: 'catat bagian yang kembali' };

/** Why something about a payment is refused. */
export const payoutRefusals = refusals({
  PAYOUT_NOT_FOUND: notFound(
    { en: 'No such payment was ordered', id: 'Pembayaran ini tidak pernah diperintahkan' },
    {
      allowed: [
        {
          en: 'an approved claim or school year orders its payments by itself',
          id: 'klaim atau tahun beasiswa yang disetujui memerintahkan pembayarannya sendiri',
        },
      ],
    },
  ),
  PAYOUT_DIFFERS: conflict<{ orderedIdr: Rupiah; askedIdr: Rupiah }>(
    {
      en: 'This payment was ordered with another amount or for another person',
      id: 'Pembayaran ini sudah diperintahkan dengan jumlah lain atau untuk orang lain',
    },
    { facts: ({ orderedIdr, askedIdr }) => ({ orderedIdr, askedIdr }) },
  ),
  AMOUNT_NOT_POSITIVE: conflict(({ amountIdr }: { amountIdr: Rupiah }) => ({
    en: `A payment needs an amount above zero, not ${formatRupiah(amountIdr)}`,
    id: `Jumlah pembayaran harus lebih dari nol, bukan ${formatRupiah(amountIdr)}`,
  })),
  ACCOUNT_MISSING: conflict<{ payee: string }>(
    { en: 'No account of this payee is known', id: 'Rekening penerima ini tidak diketahui' },
    { facts: ({ payee }) => ({ payee }) },
  ),
  NOT_TO_BE_INSTRUCTED: conflict<KnownPayout>(itIs, { allowed: nextSteps }),
  DECIDER_CANNOT_INSTRUCT: conflict(
    {
      en: 'Whoever decided that this is paid does not tell the bank: ask a second person',
      id: 'Yang memutus pembayaran ini tidak menginstruksikan bank: mintalah orang kedua',
    },
    { allowed: [{ en: 'somebody else instructs the bank', id: 'orang lain menginstruksikan bank' }] },
  ),
  ACCOUNT_GIVER_CANNOT_INSTRUCT: conflict(
    {
      en: 'Whoever gave the account does not tell the bank to pay to it: ask a second person',
      id: 'Yang memasukkan rekening tidak menginstruksikan pembayaran ke rekening itu: mintalah orang kedua',
    },
    { allowed: [{ en: 'somebody else instructs the bank', id: 'orang lain menginstruksikan bank' }] },
  ),
  INSTRUCTION_NUMBER_USED: conflict(
    { en: 'An earlier instruction had this number', id: 'Nomor instruksi ini sudah pernah dipakai' },
    { allowed: [{ en: 'a new instructionNumber', id: 'instructionNumber yang baru' }] },
  ),
  INSTRUCTED_IN_FUTURE: conflict(({ today }: { today: LocalDate }) => ({
    en: `The bank cannot have been told after today, ${today}`,
    id: `Bank tidak mungkin diinstruksikan sesudah hari ini, ${today}`,
  })),
  DATES_OUT_OF_ORDER: conflict(({ situation, lastStepOn }: KnownPayout) => ({
    en: `The payment is ${situation} since ${lastStepOn}`,
    id: `Pembayaran berstatus ${situation} sejak ${lastStepOn}`,
  })),
  FACILITY_ACCOUNT_UNKNOWN: conflict({
    en: 'No account of this PLKK is known',
    id: 'Rekening PLKK ini tidak diketahui',
  }),
  EMPLOYER_ACCOUNT_UNKNOWN: conflict(
    {
      en: 'No account of this employer is known',
      id: 'Rekening pemberi kerja ini tidak diketahui',
    },
    { allowed: [NAME_ACCOUNT] },
  ),
  PERSONAL_DATA_ERASED: conflict(
    {
      en: 'The personal data of this payment was erased: nobody knows which account it goes to',
      id: 'Data pribadi pembayaran ini sudah dihapus: rekening tujuannya tidak diketahui lagi',
    },
    { allowed: [CANCEL] },
  ),
  ACCOUNT_NOT_CORRECTED: conflict<KnownPayout>(itIs, { allowed: nextSteps }),
  CORRECTOR_CANNOT_CONFIRM: conflict(
    {
      en: 'Whoever gave the account cannot also confirm it: ask a second person',
      id: 'Yang memasukkan rekening tidak boleh mengonfirmasinya: mintalah orang kedua',
    },
    { allowed: [CONFIRM] },
  ),
  INSTRUCTOR_CANNOT_SETTLE: conflict({
    en: 'This account is not the one of the order: whoever told the bank to pay cannot also record that the money arrived',
    id: 'Rekening ini bukan rekening perintah bayar: yang menginstruksikan bank tidak boleh mencatat bahwa dana diterima',
  }),
  NO_SETTLEMENT_ENTERED: conflict<KnownPayout>(
    {
      en: 'Nobody has entered late that this money arrived',
      id: 'Tidak ada pelunasan pembayaran ini yang dicatat terlambat',
    },
    { allowed: nextSteps },
  ),
  ENTERED_BY_YOU: conflict(
    {
      en: 'Whoever entered late that the money arrived does not confirm it: ask a second person',
      id: 'Yang mencatat pelunasan terlambat tidak mengonfirmasinya: mintalah orang kedua',
    },
    {
      allowed: [{ en: 'somebody else confirms the settlement', id: 'orang lain mengonfirmasi pelunasannya' }],
    },
  ),
  NOT_TO_BE_CANCELLED: conflict<KnownPayout>(
    (payout) =>
      payout.accountErased
        ? itIs(payout)
        : {
            en: 'Only the payment of a person who was erased, for a death that was taken back, or that came back after it had arrived, is given up: this one can be made',
            id: 'Hanya pembayaran milik orang yang datanya sudah dihapus, untuk kematian yang dicabut, atau yang kembali setelah lunas, yang dibatalkan: yang ini dapat dibayarkan',
          },
    { allowed: nextSteps, shown: [{ accountErased: true }, {}] },
  ),
  RECORDER_CANNOT_CANCEL: conflict(
    {
      en: 'Whoever recorded that the money came back does not give the payment up: ask a second person',
      id: 'Yang mencatat dana kembali tidak membatalkan pembayarannya: mintalah orang kedua',
    },
    { allowed: [CANCEL] },
  ),
  NOT_SETTLED: conflict<KnownPayout>(itIs, { allowed: nextSteps }),
  PART_CAME_BACK: conflict(
    ({ paidIdr }: { paidIdr: Rupiah }) => ({
      en: `${formatRupiah(paidIdr)} rupiah were paid: what is to be made again comes back as a whole`,
      id: `Dibayarkan ${formatRupiah(paidIdr)} rupiah: yang dibayarkan lagi kembali secara utuh`,
    }),
    {
      allowed: ({ paidIdr }) => [{ en: `amountIdr ${paidIdr}`, id: `amountIdr ${paidIdr}` }, RECORD_PART],
    },
  ),
  PART_CAME_BACK_BEFORE: conflict(
    {
      en: 'A part of it came back before: what comes now is another part',
      id: 'Sebagian sudah kembali sebelumnya: yang datang sekarang adalah bagian lain',
    },
    { allowed: [RECORD_PART] },
  ),
  WHOLE_CAME_BACK: conflict(
    {
      en: 'That is the whole payment: it is to be made again, or given up',
      id: 'Itu seluruh pembayaran: dibayarkan lagi atau dibatalkan',
    },
    {
      allowed: [
        {
          en: 'record money that came back',
          id: 'catat uang yang kembali',
        },
      ],
    },
  ),
  MORE_THAN_IS_LEFT: conflict(
    ({ leftIdr }: { leftIdr: Rupiah }) => ({
      en: `${formatRupiah(leftIdr)} rupiah of it neither came back nor are owed`,
      id: `${formatRupiah(leftIdr)} rupiah belum kembali dan belum menjadi piutang`,
    }),
    {
      allowed: ({ leftIdr }) => [
        { en: `amountIdr and keptIdr up to ${leftIdr}`, id: `amountIdr dan keptIdr sampai ${leftIdr}` },
      ],
    },
  ),
  KEPT_WITHOUT_RECEIVABLE: conflict(
    {
      en: 'Only what was paid to a person or an employer for a claim or a school year is owed back; a facility credits its invoice',
      id: 'Hanya yang dibayarkan kepada orang atau pemberi kerja untuk klaim atau beasiswa menjadi piutang; fasilitas memberi nota kredit atas tagihannya',
    },
    {
      allowed: [
        { en: 'leave keptIdr out', id: 'tanpa keptIdr' },
        { en: 'credit the invoice', id: 'catat nota kredit atas tagihannya' },
      ],
    },
  ),
  EVENT_REVOKED: conflict(
    {
      en: 'What this payment is for did not happen: the death was taken back',
      id: 'Dasar pembayaran ini tidak terjadi: laporan kematian sudah dicabut',
    },
    {
      allowed: [
        {
          en: 'a supervisor cancels the payment: EVENT_REVOKED',
          id: 'supervisor membatalkan pembayaran: EVENT_REVOKED',
        },
      ],
    },
  ),
  CLAIM_AWAITS_ANSWER: conflict(
    ({ reason, until }: { reason: string; until: LocalDate }) => ({
      en: `The claim waits for ${reason} until ${until}: nothing of it is paid before that ends`,
      id: `Klaim menunggu ${reason} sampai ${until}: belum ada yang dibayar sebelum penantian itu berakhir`,
    }),
    {
      allowed: [
        { en: 'end the wait of the claim', id: 'akhiri penantian klaimnya' },
        { en: 'propose to deny the claim', id: 'usulkan penolakan klaimnya' },
      ],
      facts: ({ reason, until }) => ({ reason, until }),
    },
  ),
  HEIRS_IN_DISPUTE: conflict(
    ({ until }: { until: LocalDate }) => ({
      en: `The heirs disagree about what was approved, and may agree or sue until ${until}: nobody is paid before that ends`,
      id: `Para ahli waris bersengketa atas yang disetujui, dan dapat bersepakat atau menggugat sampai ${until}: belum ada yang dibayar`,
    }),
    {
      allowed: [
        {
          en: 'record how the dispute of the claim ended',
          id: 'catat akhir sengketa klaimnya',
        },
      ],
      facts: ({ until }) => ({ until }),
    },
  ),
  PAID_TO_OTHERS: conflict(
    {
      en: 'A dispute ended otherwise than was approved: this payment goes to those who inherit',
      id: 'Sengketa berakhir lain dari yang disetujui: pembayaran ini menjadi hak ahli waris yang ditetapkan',
    },
    {
      allowed: [
        { en: 'record who inherits', id: 'catat siapa ahli warisnya' },
        { en: 'a supervisor redirects the payment', id: 'supervisor mengalihkan pembayarannya' },
      ],
    },
  ),
  PAYEE_DIED: conflict(
    {
      en: 'The participant has died since: this payment goes to those who inherit',
      id: 'Peserta sudah meninggal: pembayaran ini menjadi hak ahli warisnya',
    },
    {
      allowed: [
        { en: 'record who inherits', id: 'catat siapa ahli warisnya' },
        { en: 'a supervisor redirects the payment', id: 'supervisor mengalihkan pembayarannya' },
        {
          en: 'once nobody has come in time who inherits, a supervisor cancels the payment',
          id: 'bila sampai batas waktu tidak ada ahli waris, supervisor membatalkan pembayarannya',
        },
      ],
    },
  ),
  NOT_TO_BE_REDIRECTED: conflict(
    {
      en: 'Only a payment to heirs whose dispute ended otherwise than was approved, or to a participant who died since, is redirected, once it is recorded who inherits',
      id: 'Hanya pembayaran ahli waris yang sengketanya berakhir lain dari yang disetujui, atau pembayaran peserta yang meninggal sesudahnya, yang dialihkan, setelah ahli waris ditetapkan',
    },
    { allowed: [INSTRUCT] },
  ),
  MONEY_HAS_LEFT: conflict(
    {
      en: 'The bank has the money, or it has arrived: what was paid in good faith is settled among the heirs',
      id: 'Dana sudah di bank atau sudah diterima: yang dibayar dengan iktikad baik diselesaikan di antara ahli waris',
    },
    {
      allowed: [{ en: 'nothing: the heirs settle it', id: 'tidak ada: ahli waris menyelesaikannya' }],
    },
  ),
  OWED_AS_RECEIVABLE: conflict(
    {
      en: 'What was paid here is not theirs, and is recorded as money that is owed',
      id: 'Yang dibayar di sini bukan haknya, dan sudah tercatat sebagai piutang',
    },
    {
      allowed: [{ en: 'record that what is owed was paid', id: 'catat pelunasan piutangnya' }],
    },
  ),
  ESTABLISHER_CANNOT_REDIRECT: conflict(
    {
      en: 'Whoever recorded who inherits does not redirect the payment: ask a second person',
      id: 'Yang menetapkan ahli waris tidak mengalihkan pembayarannya: mintalah orang kedua',
    },
    { allowed: [{ en: 'somebody else redirects it', id: 'orang lain mengalihkannya' }] },
  ),
  NOT_RETURNED: conflict<KnownPayout>(itIs, { allowed: nextSteps }),
  FACILITY_IS_PAID: conflict(
    {
      en: 'The account of a PLKK is kept with the facility',
      id: 'Rekening PLKK tercatat pada data fasilitas',
    },
    { allowed: [AMEND_ACCOUNT, INSTRUCT] },
  ),
  EMPLOYER_IS_PAID: conflict(
    {
      en: 'The account of an employer is kept with the employer',
      id: 'Rekening pemberi kerja tercatat pada data pemberi kerja',
    },
    { allowed: [NAME_ACCOUNT, INSTRUCT] },
  ),
  RESULT_IN_FUTURE: conflict(({ today }: { today: LocalDate }) => ({
    en: `A bank cannot have reported for a day after today, ${today}`,
    id: `Bank tidak mungkin melaporkan tanggal sesudah hari ini, ${today}`,
  })),
  BANK_RESULT_CONTRADICTS: conflict(
    ({ earlier }: { earlier: BankResult; payout: KnownPayout }) => ({
      en: `The bank reported ${earlier.result} on ${earlier.on} and now says otherwise: ask the bank`,
      id: `Bank melaporkan ${earlier.result} pada ${earlier.on} dan sekarang berkata lain: tanyakan kepada bank`,
    }),
    { allowed: ({ payout }) => nextSteps(payout) },
  ),
  BANK_RESULT_NOT_AWAITED: conflict(
    ({ payout: { situation }, result }: { payout: KnownPayout; result: BankResult['result'] }) => ({
      en: `The payment is ${situation}, so ${result} cannot follow`,
      id: `Pembayaran berstatus ${situation}, sehingga ${result} tidak dapat menyusul`,
    }),
    { allowed: ({ payout }) => nextSteps(payout) },
  ),
  BANK_REFERENCE_USED: conflict(
    {
      en: 'Something else was paid under this reference of the bank: one transfer settles one payment, or one thing that is owed',
      id: 'Referensi bank ini sudah dipakai: satu transfer melunasi satu pembayaran, atau satu piutang',
    },
    {
      allowed: [
        { en: 'the bankReference of this payment', id: 'bankReference pembayaran ini' },
        { en: 'RETURNED, where the bank sent this payment back', id: 'RETURNED, bila bank mengembalikannya' },
      ],
    },
  ),
  BANK_REFERENCE_DIFFERS: conflict({
    en: 'The bank accepted this payment under another reference',
    id: 'Bank menerima pembayaran ini dengan nomor referensi lain',
  }),
  AMOUNT_DIFFERS: conflict(({ orderedIdr, arrivedIdr }: { orderedIdr: Rupiah; arrivedIdr: Rupiah }) => ({
    en: `${formatRupiah(orderedIdr)} rupiah were ordered, ${formatRupiah(arrivedIdr)} arrived`,
    id: `Diperintahkan ${formatRupiah(orderedIdr)} rupiah, yang diterima ${formatRupiah(arrivedIdr)}`,
  })),
  NO_LATE_COMPENSATION: conflict(
    {
      en: 'This payment owes nothing for lateness: it was in time, has not arrived, or is for no cash',
      id: 'Pembayaran ini tidak berutang ganti rugi: tepat waktu, belum diterima, atau bukan uang tunai',
    },
    {
      allowed: [
        {
          en: 'nothing: what a delay owes is found by itself once the money has arrived',
          id: 'tidak ada: ganti rugi ditemukan dengan sendirinya sesudah dana diterima',
        },
      ],
    },
  ),
  LATE_COMPENSATION_DECIDED: conflict(({ decided }: { decided: 'APPROVED' | 'DENIED' }) => ({
    en: `What this payment owes for lateness is ${decided}`,
    id: `Ganti rugi keterlambatan pembayaran ini berstatus ${decided}`,
  })),
  INSTRUCTOR_CANNOT_COMPENSATE: conflict(
    {
      en: 'Whoever told the bank of the late payment does not decide what the delay owes: ask a second person',
      id: 'Yang menginstruksikan pembayaran terlambat tidak memutus ganti ruginya: mintalah orang kedua',
    },
    { allowed: [{ en: 'another supervisor', id: 'supervisor lain' }] },
  ),
  LATE_PAYMENT_NOT_OWED: conflict(
    {
      en: 'What came late was given back and is owed to nobody: nothing is owed for the delay either',
      id: 'Pembayaran yang terlambat sudah dikembalikan dan tidak terutang: keterlambatannya juga tidak menimbulkan utang',
    },
    { allowed: [DENY_COMPENSATION] },
  ),
  LATE_PAYMENT_STANDS: conflict(
    {
      en: 'What came late was not given up as owed to nobody',
      id: 'Pembayaran yang terlambat tidak dibatalkan sebagai tidak terutang',
    },
    { allowed: [APPROVE_COMPENSATION] },
  ),
  ...AUTHORITY_LINES,
  ACCOUNT_OF_LATE_PAYMENT_ERASED: conflict(
    {
      en: 'The personal data of the late payment was erased: nobody knows which account this goes to',
      id: 'Data pribadi pembayaran terlambat sudah dihapus: rekening tujuannya tidak diketahui lagi',
    },
    { allowed: [DENY_COMPENSATION] },
  ),
  PAYEE_IS_KNOWN: conflict(
    {
      en: 'Only what is owed to somebody who was erased is settled by papers, or claimed by nobody: this can be paid',
      id: 'Hanya utang kepada orang yang datanya sudah dihapus yang diselesaikan dengan berkas atau tidak diklaim: yang ini dapat dibayarkan',
    },
    { allowed: [APPROVE_COMPENSATION] },
  ),
});
