import { type LocalDate, conflict, notFound, refusals } from '#kernel';

const REGISTER = { en: 'register a facility', id: 'daftarkan fasilitas' };
const SIGN = { en: 'sign a PLKK agreement', id: 'catat perjanjian kerja sama PLKK' };

/** Why something about a facility is refused. */
export const facilityRefusals = refusals({
  FACILITY_NOT_FOUND: notFound(
    { en: 'No such facility is registered', id: 'Fasilitas ini tidak terdaftar' },
    { allowed: [REGISTER] },
  ),
  FACILITY_ALREADY_REGISTERED: conflict(
    { en: 'This facility is registered already', id: 'Fasilitas ini sudah terdaftar' },
    { allowed: [SIGN] },
  ),
  AGREEMENT_NOT_FOUND: notFound(
    { en: 'The facility has no such agreement', id: 'Fasilitas tidak mempunyai perjanjian ini' },
    { allowed: [SIGN] },
  ),
  AGREEMENT_ALREADY_SIGNED: conflict({
    en: 'This agreement is recorded already',
    id: 'Perjanjian ini sudah tercatat',
  }),
  AGREEMENT_ENDS_BEFORE_IT_BEGINS: conflict({
    en: 'validUntil lies before validFrom',
    id: 'validUntil lebih awal daripada validFrom',
  }),
  AGREEMENT_ENDED: conflict(
    ({ validUntil }: { validUntil: LocalDate }) => ({
      en: `The agreement ended on ${validUntil}; an addendum cannot bring it back`,
      id: `Perjanjian berakhir pada ${validUntil}; adendum tidak dapat menghidupkannya lagi`,
    }),
    { allowed: [SIGN] },
  ),
  ADDENDUM_DOES_NOT_EXTEND: conflict(
    ({ validUntil }: { validUntil: LocalDate }) => ({
      en: `The agreement runs until ${validUntil} already`,
      id: `Perjanjian sudah berlaku sampai ${validUntil}`,
    }),
    {
      allowed: ({ validUntil }) => [
        { en: `validUntil after ${validUntil}`, id: `validUntil sesudah ${validUntil}` },
      ],
    },
  ),
  AGREEMENTS_OVERLAP: conflict(
    ({ validFrom, validUntil }: { validFrom: LocalDate; validUntil: LocalDate }) => ({
      en: `Another agreement is in force from ${validFrom} to ${validUntil}`,
      id: `Perjanjian lain berlaku dari ${validFrom} sampai ${validUntil}`,
    }),
  ),
});
