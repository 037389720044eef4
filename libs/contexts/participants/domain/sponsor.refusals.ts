import { type LocalDate, SIGNATURE_LINES, alike, conflict, notFound, refusals } from '#kernel';

const REGISTER_SPONSOR = { en: 'register a sponsor', id: 'daftarkan penyelenggara bantuan iuran' };

/** Why something about a sponsor is refused, or a payment under its agreement. */
export const sponsorRefusals = refusals({
  ...SIGNATURE_LINES,
  SPONSOR_NOT_FOUND: notFound(
    { en: 'No such sponsor is registered', id: 'Penyelenggara bantuan iuran ini tidak terdaftar' },
    { allowed: [REGISTER_SPONSOR] },
  ),
  SPONSOR_ALREADY_REGISTERED: conflict({
    en: 'This sponsor is registered already',
    id: 'Penyelenggara bantuan iuran ini sudah terdaftar',
  }),
  AGREEMENT_NOT_FOUND: notFound({
    en: 'The sponsor has no such agreement',
    id: 'Penyelenggara bantuan iuran tidak mempunyai perjanjian ini',
  }),
  AGREEMENT_ALREADY_SIGNED: conflict({
    en: 'This agreement is recorded already',
    id: 'Perjanjian ini sudah tercatat',
  }),
  AGREEMENT_ENDS_BEFORE_IT_BEGINS: conflict({
    en: 'validUntil lies before validFrom',
    id: 'validUntil lebih awal daripada validFrom',
  }),
  AGREEMENT_ENDED_EARLY: conflict(
    ({ lastDay }: { lastDay: LocalDate }) => ({
      en: `The agreement was ended; its last day is ${lastDay}`,
      id: `Perjanjian sudah diakhiri; hari terakhirnya ${lastDay}`,
    }),
    { allowed: [{ en: 'record another agreement', id: 'catat perjanjian baru' }] },
  ),
  AGREEMENT_UNCONFIRMED: conflict(
    {
      en: 'The agreement was recorded long after its first day: a second person has to confirm it',
      id: 'Perjanjian dicatat lama sesudah hari pertamanya: orang kedua harus mengonfirmasinya',
    },
    { allowed: [{ en: 'confirm the agreement', id: 'konfirmasi perjanjian' }] },
  ),
  AGREEMENT_ADDENDUM_KNOWN: conflict({
    en: 'An addendum with this number is recorded already',
    id: 'Adendum dengan nomor ini sudah tercatat',
  }),
  AGREEMENT_NOT_SHORTENED: conflict(
    ({ validUntil }: { validUntil: LocalDate }) => ({
      en: `The agreement is valid until ${validUntil} already`,
      id: `Perjanjian sudah berlaku sampai ${validUntil}`,
    }),
    {
      allowed: ({ validUntil }) => [
        { en: `validUntil ${validUntil} or later`, id: `validUntil ${validUntil} atau sesudahnya` },
        { en: 'end the agreement before its time', id: 'akhiri perjanjian sebelum waktunya' },
      ],
    },
  ),
  AGREEMENT_NOT_EXTENDED: conflict({
    en: 'The agreement stands so already: say until when, or for how many more',
    id: 'Perjanjian sudah demikian: sebutkan sampai kapan, atau untuk berapa orang lagi',
  }),
  QUOTA_NOT_LOWERED: conflict({
    en: 'An extension takes no place away: quota and monthlyIdr are what they were, or more',
    id: 'Perpanjangan tidak mengurangi tempat: quota dan monthlyIdr tetap atau bertambah',
  }),
  ENDS_OUTSIDE_AGREEMENT: conflict(
    ({ validFrom, validUntil }: { validFrom: LocalDate; validUntil: LocalDate }) => ({
      en: `It ends before its time: on a day from ${validFrom} on, before ${validUntil}`,
      id: `Perjanjian diakhiri sebelum waktunya: mulai ${validFrom}, sebelum ${validUntil}`,
    }),
  ),
  AGREEMENT_ENDED_TOO_LONG_AGO: conflict(
    ({ from }: { from: LocalDate }) => ({
      en: `An end is recorded at most so long after it: ${from} is the first day`,
      id: `Pengakhiran dicatat paling lambat demikian sesudahnya: hari pertama ${from}`,
    }),
    { allowed: ({ from }) => [{ en: `lastDay ${from} or later`, id: `lastDay ${from} atau sesudahnya` }] },
  ),
  AGREEMENT_NOT_IN_FORCE: conflict(
    ({ validFrom, validUntil }: { validFrom: LocalDate; validUntil: LocalDate }) => ({
      en: `The agreement is in force from ${validFrom} to ${validUntil}`,
      id: `Perjanjian berlaku dari ${validFrom} sampai ${validUntil}`,
    }),
  ),
  AGREEMENT_WITHOUT_SPONSOR: conflict(
    ({ payer }: { payer: string; sponsors: readonly string[] }) => ({
      en: `Payments of ${payer} are under no agreement of a sponsor`,
      id: `Pembayaran ${payer} tidak berdasarkan perjanjian penyelenggara bantuan iuran`,
    }),
    {
      allowed: ({ sponsors }) => [
        { en: 'neither sponsorId nor agreementId', id: 'tanpa sponsorId dan agreementId' },
        alike(`payer ${sponsors.join(', ')}`),
      ],
    },
  ),
  AGREEMENT_MISSING: conflict(
    {
      en: 'Name the sponsor and the agreement under which it pays',
      id: 'Sebutkan penyelenggara bantuan iuran dan perjanjian yang menjadi dasar pembayaran',
    },
    { allowed: [{ en: 'sponsorId and agreementId', id: 'sponsorId dan agreementId' }, alike('payer SELF')] },
  ),
  PAYER_DIFFERS: conflict(
    ({ kind }: { kind: string }) => ({
      en: `The agreement is with a sponsor of the kind ${kind}`,
      id: `Perjanjian ini dengan penyelenggara bantuan iuran jenis ${kind}`,
    }),
    { allowed: ({ kind }) => [alike(`payer ${kind}`)] },
  ),
});
