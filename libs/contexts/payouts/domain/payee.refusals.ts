import { type LocalDate, conflict, refusals } from '#kernel';
import { INSTRUCT } from './ways-out.js';

/** Why nobody is paid before it is known whose a payment is, and why it is not redirected. */
export const payeeRefusals = refusals({
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
});
