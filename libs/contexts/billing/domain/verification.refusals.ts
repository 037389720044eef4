import { type Rupiah, conflict, refusals } from '#kernel';
import { VERIFY, RETURN, PASS_ON, OTHER_PAYER } from './ways-out.js';

/** Why what somebody finds of an invoice is not recorded. */
export const verificationRefusals = refusals({
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
  SENDER_CANNOT_VERIFY: conflict(
    { en: 'Whoever sent an invoice does not verify it', id: 'Yang mengirim tagihan tidak memverifikasinya' },
    { allowed: [{ en: 'verification by somebody else', id: 'verifikasi oleh orang lain' }] },
  ),
});
