import { AUTHORITY_LINES, INTEREST_LINES, conflict, refusals } from '#kernel';

/** Why somebody does not act on a claim, or does not decide it. */
export const whoDecidesRefusals = refusals({
  ...AUTHORITY_LINES,
  ...INTEREST_LINES,
  CORRECTOR_CANNOT_DECIDE: conflict(
    ({ days }: { days: number }) => ({
      en: `You have corrected data of this participant in the last ${days} days: somebody else decides`,
      id: `Anda mengoreksi data peserta ini dalam ${days} hari terakhir: orang lain yang memutus`,
    }),
    { allowed: [{ en: 'somebody else decides it', id: 'orang lain memutusnya' }] },
  ),
  REGISTRAR_CANNOT_DECIDE: conflict(
    ({ days }: { days: number }) => ({
      en: `You registered this participant or took a payment within ${days} days of the event: somebody else decides`,
      id: `Anda mendaftarkan peserta ini atau menerima iurannya dalam ${days} hari dari kejadian: orang lain yang memutus`,
    }),
    { allowed: [{ en: 'somebody else decides it', id: 'orang lain memutusnya' }] },
  ),
  NOT_OF_YOUR_OFFICE: conflict(
    {
      en: 'Another office took this claim in: there, or above the branches, it is decided',
      id: 'Klaim ini diterima di kantor lain: diputus di sana, atau oleh tingkat di atas cabang',
    },
    {
      allowed: [
        { en: 'a supervisor of that office decides it', id: 'supervisor kantor itu memutusnya' },
        { en: 'a regional head decides it', id: 'kepala kantor wilayah memutusnya' },
        {
          en: 'the head of that office delegates it to you: POST /staff/{officerId}/delegations',
          id: 'kepala kantor itu melimpahkannya kepada Anda: POST /staff/{officerId}/delegations',
        },
      ],
    },
  ),
});
