import { type LocalDate, type Period, alike, conflict, notFound, refusals } from '#kernel';

const REGISTER_PARTICIPANT = { en: 'register a participant', id: 'daftarkan peserta' };

/** Why something about a participant is refused. */
export const participantRefusals = refusals({
  PARTICIPANT_MERGED: conflict(
    (_survivor: { participantId: string }) => ({
      en: 'This participant and another one are the same person, and go on under the other id',
      id: 'Peserta ini dan peserta lain adalah orang yang sama, dan dilanjutkan dengan id yang lain',
    }),
    {
      allowed: [{ en: 'the same under that id', id: 'hal yang sama dengan id tersebut' }],
      facts: ({ participantId }) => ({ participantId }),
    },
  ),
  PARTICIPANT_NOT_FOUND: notFound(
    { en: 'No such participant is registered', id: 'Peserta ini tidak terdaftar' },
    { allowed: [REGISTER_PARTICIPANT] },
  ),
  ALREADY_REGISTERED: conflict(
    (_known: { participantId?: string }) => ({
      en: 'This NIK is registered already',
      id: 'NIK ini sudah terdaftar',
    }),
    {
      allowed: [
        { en: 'record a contribution', id: 'catat iuran' },
        {
          en: 'register that a wage earner works for himself as well',
          id: 'daftarkan pekerjaan mandiri seorang penerima upah',
        },
        { en: 'register a child', id: 'daftarkan anak' },
        { en: 'register an heir', id: 'daftarkan ahli waris' },
      ],
      facts: ({ participantId }) => (participantId === undefined ? undefined : { participantId }),
    },
  ),
  NOTHING_BACK_DATED: conflict({
    en: 'Nothing of it was entered so late that it has to be confirmed',
    id: 'Tidak ada yang dicatat mundur sehingga perlu dikonfirmasi',
  }),
  ENTERED_BY_YOU: conflict({
    en: 'Whoever entered it cannot also confirm it: ask a second person',
    id: 'Yang mencatat tidak boleh mengonfirmasinya: mintalah orang kedua',
  }),
  NIK_MALFORMED: conflict({
    en: 'A NIK has 16 digits: district 6, day, month and year of birth 6 (women: day + 40), serial 4 from 0001',
    id: 'NIK terdiri dari 16 angka: kode wilayah 6, tanggal lahir 6 (perempuan: tanggal + 40), nomor urut 4 mulai 0001',
  }),
  NAME_MISSING: conflict({
    en: 'The name as on the KTP is needed',
    id: 'Nama sesuai KTP harus diisi',
  }),
  REGISTERED_IN_FUTURE: conflict(({ today }: { today: LocalDate }) => ({
    en: `A registration cannot take effect after today, ${today}`,
    id: `Pendaftaran tidak boleh berlaku sesudah hari ini, ${today}`,
  })),
  BIRTH_DATE_IN_FUTURE: conflict(
    ({ of }: { of: 'PARTICIPANT' | 'CHILD' }) =>
      of === 'PARTICIPANT'
        ? {
            en: 'The birth date lies after the registration',
            id: 'Tanggal lahir tidak boleh sesudah tanggal pendaftaran',
          }
        : {
            en: 'The birth date of the child lies in the future',
            id: 'Tanggal lahir anak tidak boleh sesudah hari ini',
          },
    { shown: [{ of: 'PARTICIPANT' }, { of: 'CHILD' }] },
  ),
  AGE_UNDER_LIMIT: conflict(({ segment, minimumAge }: { segment: string; minimumAge: number }) => ({
    en: `A ${segment} registers from the age of ${minimumAge} on`,
    id: `Peserta ${segment} mendaftar mulai usia ${minimumAge} tahun`,
  })),
  AGE_OVER_LIMIT: conflict(({ segment, belowAge }: { segment: string; belowAge?: number }) => ({
    en: `A ${segment} registers before the age of ${belowAge}`,
    id: `Peserta ${segment} mendaftar sebelum usia ${belowAge} tahun`,
  })),
  DECEASED: conflict(
    ({ diedOn, lastMonth }: { diedOn: LocalDate; lastMonth?: Period }) =>
      lastMonth === undefined
        ? { en: `The participant died on ${diedOn}`, id: `Peserta meninggal pada ${diedOn}` }
        : {
            en: `The participant died on ${diedOn}; no later month is due`,
            id: `Peserta meninggal pada ${diedOn}; iuran bulan sesudahnya tidak ditagih`,
          },
    {
      allowed: ({ lastMonth }) => [
        lastMonth === undefined
          ? { en: 'submit a death claim', id: 'ajukan klaim kematian' }
          : { en: `months up to ${lastMonth}`, id: `bulan sampai ${lastMonth}` },
        {
          en: 'take the death back, if somebody else died',
          id: 'cabut laporan kematian bila yang meninggal orang lain',
        },
      ],
      shown: [{ lastMonth: undefined }, {}],
    },
  ),
  DEATH_IN_FUTURE: conflict(({ today }: { today: LocalDate }) => ({
    en: `The day of death lies after today, ${today}`,
    id: `Tanggal meninggal tidak boleh sesudah hari ini, ${today}`,
  })),
  DEATH_BEFORE_REGISTRATION: conflict(({ registeredOn }: { registeredOn: LocalDate }) => ({
    en: `The participant was registered on ${registeredOn}`,
    id: `Peserta terdaftar pada ${registeredOn}`,
  })),
});

/** Why a child or an heir is not named. */
export const familyRefusals = refusals({
  CHILD_ALREADY_REGISTERED: conflict({
    en: 'This child is registered already',
    id: 'Anak ini sudah terdaftar',
  }),
  TOO_MANY_CHILDREN: conflict(({ atMost }: { atMost: number }) => ({
    en: `At most ${atMost} children are registered for the scholarship`,
    id: `Paling banyak ${atMost} anak didaftarkan untuk beasiswa`,
  })),
  CHILD_TOO_OLD: conflict(({ endAge }: { endAge: number }) => ({
    en: `The scholarship ends at ${endAge}: this child would only take the place of another`,
    id: `Beasiswa berakhir pada usia ${endAge} tahun: anak ini hanya akan mengambil tempat anak lain`,
  })),
  HEIR_ALREADY_REGISTERED: conflict({
    en: 'This heir is registered already',
    id: 'Ahli waris ini sudah terdaftar',
  }),
});

/** Why an import is not gone on with; why its file is refused is told by `#csv-files`. */
export const importRefusals = refusals({
  IMPORT_NOT_FOUND: notFound({ en: 'There is no such import', id: 'Impor ini tidak ada' }),
  IMPORT_NOT_STARTED: conflict({ en: 'No such import was started', id: 'Impor ini belum dimulai' }),
  CHANNEL_NOT_STATED: conflict(
    (_facts: { channels: readonly string[] }) => ({
      en: 'Say with the file where it came in: the sponsor does not tell',
      id: 'Sebutkan bersama berkas dari kanal mana berkas ini masuk: penyelenggara bantuan iuran tidak menentukannya',
    }),
    { allowed: ({ channels }) => [alike(`channel ${channels.join(', ')}`)] },
  ),
});
