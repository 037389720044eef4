import { type LocalDate, SIGNATURE_LINES, conflict, notFound, refusals } from '#kernel';

const AMEND = { en: 'record an addendum of an agreement', id: 'catat adendum perjanjian' };

const REGISTER = { en: 'register a facility', id: 'daftarkan fasilitas' };
const SIGN = { en: 'sign a PLKK agreement', id: 'catat perjanjian kerja sama PLKK' };

/** Why something about a facility is refused. */
export const facilityRefusals = refusals({
  ...SIGNATURE_LINES,
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
  TERMS_SAID_TWICE: conflict({
    en: 'A service or an item of the tariff is named twice',
    id: 'Suatu layanan atau butir tarif disebut dua kali',
  }),
  AMENDMENT_CHANGES_NOTHING: conflict(
    { en: 'The addendum changes nothing', id: 'Adendum ini tidak mengubah apa pun' },
    {
      allowed: [
        {
          en: 'name services, tariff, beds, registersWorkers, takesPayments or account',
          id: 'sebutkan services, tariff, beds, registersWorkers, takesPayments, atau account',
        },
      ],
    },
  ),
  ACCOUNT_COUNTS_LATER: conflict(({ today }: { today: LocalDate }) => ({
    en: `Another account counts from today, ${today}, or an earlier day on: put it forward once it does`,
    id: `Rekening lain berlaku mulai hari ini, ${today}, atau hari sebelumnya: ajukan setelah rekening itu berlaku`,
  })),
  NOT_WITHIN_AGREEMENT: conflict(
    ({ validFrom, validUntil }: { validFrom: LocalDate; validUntil: LocalDate }) => ({
      en: `The day lies outside the agreement, which runs from ${validFrom} to ${validUntil}`,
      id: `Hari itu di luar masa perjanjian, yang berlaku dari ${validFrom} sampai ${validUntil}`,
    }),
    {
      allowed: ({ validFrom, validUntil }) => [
        { en: `a day from ${validFrom} to ${validUntil}`, id: `hari dari ${validFrom} sampai ${validUntil}` },
      ],
    },
  ),
  CHECKED_IN_FUTURE: conflict(({ today }: { today: LocalDate }) => ({
    en: `The check lies after today, ${today}`,
    id: `Pemeriksaan itu sesudah hari ini, ${today}`,
  })),
  NEXT_CHECK_OUT_OF_TIME: conflict(
    ({ first, last }: { first: LocalDate; last: LocalDate }) => ({
      en: `It is looked at again between ${first} and ${last}`,
      id: `Pemeriksaan berikutnya antara ${first} dan ${last}`,
    }),
    {
      allowed: ({ first, last }) => [
        {
          en: `nextCheckBy between ${first} and ${last}`,
          id: `nextCheckBy antara ${first} dan ${last}`,
        },
      ],
    },
  ),
  STOPS_IN_THE_PAST: conflict(({ today }: { today: LocalDate }) => ({
    en: `Care that was given is not taken back: a stop begins today, ${today}, or later`,
    id: `Perawatan yang sudah diberikan tidak ditarik kembali: penghentian mulai hari ini, ${today}, atau sesudahnya`,
  })),
  SUSPENDED_TOO_LONG: conflict(({ first, last }: { first: LocalDate; last: LocalDate }) => ({
    en: `A suspension ends between ${first} and ${last}; for longer the agreement is ended`,
    id: `Penangguhan berakhir antara ${first} dan ${last}; untuk lebih lama perjanjian diakhiri`,
  })),
  CARE_UNTIL_OUT_OF_TIME: conflict(({ first, last }: { first: LocalDate; last: LocalDate }) => ({
    en: `Patients in care are treated on, or moved, by a day between ${first} and ${last}`,
    id: `Pasien yang sedang dirawat diteruskan, atau dipindahkan, paling lambat hari antara ${first} dan ${last}`,
  })),
  ALREADY_SUSPENDED: conflict(
    ({ from, until }: { from: LocalDate; until: LocalDate }) => ({
      en: `The agreement is suspended from ${from} to ${until} already`,
      id: `Perjanjian sudah ditangguhkan dari ${from} sampai ${until}`,
    }),
    { allowed: [{ en: 'lift the suspension', id: 'cabut penangguhan' }] },
  ),
  NOT_SUSPENDED: conflict(
    {
      en: 'The agreement is not suspended on that day or after it',
      id: 'Perjanjian tidak ditangguhkan pada hari itu atau sesudahnya',
    },
    { allowed: [{ en: 'suspend the agreement', id: 'tangguhkan perjanjian' }] },
  ),
  PLKK_REGISTERS_NOBODY: conflict(
    {
      en: 'No agreement in force lets this facility register workers',
      id: 'Tidak ada perjanjian berlaku yang mengizinkan fasilitas ini mendaftarkan pekerja',
    },
    { allowed: [AMEND, { en: 'send the worker to a branch', id: 'arahkan pekerja ke kantor cabang' }] },
  ),
  PLKK_TAKES_NO_PAYMENTS: conflict(
    {
      en: 'No agreement in force lets this facility take contributions',
      id: 'Tidak ada perjanjian berlaku yang mengizinkan fasilitas ini menerima iuran',
    },
    { allowed: [AMEND, { en: 'have them paid elsewhere', id: 'minta dibayar di tempat lain' }] },
  ),
});
