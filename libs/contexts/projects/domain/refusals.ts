import { type LocalDate, conflict, notFound, refusals } from '#kernel';

/** Why something about a construction project is refused. */
export const projectRefusals = refusals({
  PROJECT_NOT_FOUND: notFound(
    { en: 'No such project is registered', id: 'Proyek ini tidak terdaftar' },
    { allowed: [{ en: 'register the project', id: 'daftarkan proyek' }] },
  ),
  PROJECT_ALREADY_REGISTERED: conflict(
    (_known: { projectId: string }) => ({
      en: 'A project with this registration number is registered already',
      id: 'Proyek dengan nomor pendaftaran ini sudah terdaftar',
    }),
    {
      allowed: [
        { en: 'record an addendum', id: 'catat adendum' },
        { en: 'extend its time', id: 'perpanjang waktunya' },
      ],
      facts: ({ projectId }) => ({ projectId }),
    },
  ),
  CONTRACT_IN_FUTURE: conflict(({ today }: { today: LocalDate }) => ({
    en: `A contract cannot be dated after today, ${today}`,
    id: `Kontrak tidak boleh bertanggal sesudah hari ini, ${today}`,
  })),
  CONTRACT_BEFORE_THE_LAW: conflict(({ from }: { from: LocalDate }) => ({
    en: `The law that contributions are computed by begins on ${from}`,
    id: `Ketentuan iuran mulai berlaku pada ${from}`,
  })),
  PROJECT_ENDS_BEFORE_IT_BEGINS: conflict({
    en: 'endsOn lies before startsOn',
    id: 'endsOn lebih awal daripada startsOn',
  }),
  WORK_BEFORE_CONTRACT: conflict(({ contractedOn }: { contractedOn: LocalDate }) => ({
    en: `Work does not begin before the contract, of ${contractedOn}`,
    id: `Pekerjaan tidak dimulai sebelum kontrak, tanggal ${contractedOn}`,
  })),
  PROJECT_TOO_LONG: conflict(({ years }: { years: number }) => ({
    en: `A project lasts ${years} years at most`,
    id: `Proyek berlangsung paling lama ${years} tahun`,
  })),
  STAGES_NOT_WHOLE: conflict({
    en: 'The percentages of the stages make 100 together',
    id: 'Jumlah persentase semua tahap harus 100',
  }),
  STAGES_OUT_OF_ORDER: conflict(({ endsOn }: { endsOn: LocalDate }) => ({
    en: `Stages are due one after the other, and by the last day, ${endsOn}`,
    id: `Tahap jatuh tempo berurutan, paling lambat pada hari terakhir, ${endsOn}`,
  })),
  PROJECT_HAS_ENDED: conflict(
    ({ lastDay }: { lastDay: LocalDate }) => ({
      en: `The project ended; its last day was ${lastDay}`,
      id: `Proyek sudah berakhir; hari terakhirnya ${lastDay}`,
    }),
    {
      allowed: [
        {
          en: 'register what goes on as a project of its own',
          id: 'daftarkan kelanjutannya sebagai proyek baru',
        },
      ],
    },
  ),
  ADDENDUM_KNOWN: conflict({
    en: 'A contract or an addendum with this number is recorded already',
    id: 'Kontrak atau adendum dengan nomor ini sudah tercatat',
  }),
  ADDENDUM_DUE_BEFORE_CONTRACT: conflict(
    ({ contractedOn }: { contractedOn: LocalDate }) => ({
      en: `Nothing of an addendum is due before the contract, of ${contractedOn}`,
      id: `Adendum tidak jatuh tempo sebelum kontrak, tanggal ${contractedOn}`,
    }),
    {
      allowed: ({ contractedOn }) => [
        { en: `dueOn ${contractedOn} or later`, id: `dueOn ${contractedOn} atau sesudahnya` },
      ],
    },
  ),
  NOTHING_AMENDED: conflict({
    en: 'The project has this value already',
    id: 'Nilai proyek ini sudah demikian',
  }),
  NOT_EXTENDED: conflict(({ endsOn }: { endsOn: LocalDate }) => ({
    en: `The project goes on until ${endsOn} already`,
    id: `Proyek ini sudah berlangsung sampai ${endsOn}`,
  })),
  ENDS_IN_FUTURE: conflict(({ today }: { today: LocalDate }) => ({
    en: `The last day does not lie after today, ${today}`,
    id: `Hari terakhir tidak boleh sesudah hari ini, ${today}`,
  })),
  ENDS_OUTSIDE_PROJECT: conflict(({ startsOn, endsOn }: { startsOn: LocalDate; endsOn: LocalDate }) => ({
    en: `The project goes from ${startsOn} to ${endsOn}`,
    id: `Proyek berlangsung dari ${startsOn} sampai ${endsOn}`,
  })),
  PROJECT_PAID_IN_FUTURE: conflict(({ today }: { today: LocalDate }) => ({
    en: `A payment cannot be dated after today, ${today}`,
    id: `Pembayaran tidak boleh bertanggal sesudah hari ini, ${today}`,
  })),
  PROJECT_PAID_BEFORE_CONTRACT: conflict(({ contractedOn }: { contractedOn: LocalDate }) => ({
    en: `Nothing is paid before the contract, of ${contractedOn}`,
    id: `Tidak ada pembayaran sebelum kontrak, tanggal ${contractedOn}`,
  })),
  PROJECT_PAYMENT_KNOWN: conflict({
    en: 'A payment with this bank reference is recorded already',
    id: 'Pembayaran dengan referensi bank ini sudah tercatat',
  }),
  NOTHING_BACK_DATED: conflict({
    en: 'Nothing was entered so late that it has to be confirmed',
    id: 'Tidak ada catatan mundur yang perlu dikonfirmasi',
  }),
  ENTERED_BY_YOU: conflict({
    en: 'Whoever entered it cannot also confirm it: ask a second person',
    id: 'Yang mencatat tidak boleh mengonfirmasinya: mintalah orang kedua',
  }),
});
