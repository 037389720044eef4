import {
  type LocalDate,
  type Period,
  type Rupiah,
  SIGNATURE_LINES,
  alike,
  conflict,
  dottedRupiah,
  formatRupiah,
  notFound,
  periodOf,
  refusals,
} from '#kernel';

const REGISTER_PARTICIPANT = { en: 'register a participant', id: 'daftarkan peserta' };
const REGISTER_SPONSOR = { en: 'register a sponsor', id: 'daftarkan penyelenggara bantuan iuran' };

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

/** Why a contribution is not recorded. */
export const contributionRefusals = refusals({
  PERSONAL_DATA_ERASED: conflict({
    en: 'The personal data of this participant was erased: nobody can say any more for whom the money is',
    id: 'Data pribadi peserta ini sudah dihapus: tidak diketahui lagi untuk siapa iuran ini',
  }),
  INCOME_BAND_CHANGES_WITHIN: conflict(
    ({ from }: { from: Period; last: Period }) => ({
      en: `Another income holds from ${from} on: pay the months before and from then on apart`,
      id: `Dasar penghasilan lain berlaku mulai ${from}: bayarlah bulan sebelumnya dan bulan mulai saat itu secara terpisah`,
    }),
    {
      allowed: ({ from, last }) => [
        { en: `months up to ${last}`, id: `bulan sampai ${last}` },
        alike(`period ${from}`),
      ],
    },
  ),
  PAYMENT_NOT_FOUND: notFound({
    en: 'No payment with this first month and this receipt counts for this participant',
    id: 'Tidak ada pembayaran dengan bulan pertama dan nomor bukti ini yang berlaku untuk peserta ini',
  }),
  PAYMENT_WAS_SET_OFF: conflict({
    en: 'No money came for these months: they were deducted from a benefit, and count as received by that',
    id: 'Tidak ada uang yang masuk untuk bulan ini: iurannya dipotong dari manfaat dan karenanya dianggap diterima',
  }),
  PAID_IN_FUTURE: conflict(({ today }: { today: LocalDate }) => ({
    en: `A payment cannot have been made after today, ${today}`,
    id: `Tanggal pembayaran tidak boleh sesudah hari ini, ${today}`,
  })),
  BEFORE_REGISTRATION: conflict(
    (registered: { on: LocalDate; byThisPayment?: true }) =>
      registered.byThisPayment
        ? {
            en: `The workers are registered as of the payment, ${registered.on}: no earlier month can be paid`,
            id: `Pekerja terdaftar mulai tanggal pembayaran, ${registered.on}: bulan sebelumnya tidak dapat dibayar`,
          }
        : {
            en: `The participant was registered on ${registered.on}`,
            id: `Peserta terdaftar pada ${registered.on}`,
          },
    {
      allowed: ({ on, byThisPayment }) => [
        byThisPayment
          ? { en: `period ${periodOf(on)} or later`, id: `period ${periodOf(on)} atau sesudahnya` }
          : {
              en: `period ${periodOf(on)} or later, paid on ${on} or later`,
              id: `period ${periodOf(on)} atau sesudahnya, dibayar pada ${on} atau sesudahnya`,
            },
      ],
      shown: [{ byThisPayment: undefined }, {}],
    },
  ),
  ARREARS_TOO_OLD: conflict(
    ({ atMost }: { atMost: number; from: Period }) => ({
      en: `Arrears of more than ${atMost} months are not charged: pay from the current month on`,
      id: `Tunggakan lebih dari ${atMost} bulan tidak ditagih: bayar mulai bulan berjalan`,
    }),
    { allowed: ({ from }) => [alike(`period ${from}`)] },
  ),
  PERIOD_TOO_FAR_AHEAD: conflict(
    ({ atMost, paidOn }: { atMost: number; paidOn: LocalDate; last: Period }) => ({
      en: `Contributions begin at most ${atMost} months after the payment of ${paidOn}`,
      id: `Iuran dimulai paling lambat ${atMost} bulan sesudah pembayaran tanggal ${paidOn}`,
    }),
    {
      allowed: ({ last }) => [{ en: `period ${last} or earlier`, id: `period ${last} atau sebelumnya` }],
    },
  ),
  PERIOD_ALREADY_PAID: conflict(({ twice }: { twice: readonly Period[] }) => ({
    en: `Already paid: ${twice.join(', ')}`,
    id: `Sudah dibayar: ${twice.join(', ')}`,
  })),
  NOT_OLDEST_MONTH: conflict(
    ({ oldest }: { oldest: Period }) => ({
      en: `The oldest unpaid month is ${oldest}: contributions are paid from it on`,
      id: `Bulan tertua yang belum dibayar adalah ${oldest}: iuran dibayar mulai bulan itu`,
    }),
    { allowed: ({ oldest }) => [alike(`period ${oldest}`)] },
  ),
  MEMBERSHIP_ENDED: conflict(
    ({ from }: { from: Period }) => ({
      en: `Membership had ended: a new one begins with the payment, and months before ${from} are not charged`,
      id: `Kepesertaan sudah berakhir: kepesertaan baru dimulai dengan pembayaran ini, dan bulan sebelum ${from} tidak ditagih`,
    }),
    {
      allowed: ({ from }) => [
        { en: `period ${from} or later`, id: `period ${from} atau sesudahnya` },
        {
          en: 'settlesEventOn, where a claim waits for arrears',
          id: 'settlesEventOn, bila klaim menunggu pelunasan tunggakan',
        },
      ],
    },
  ),
  NO_ARREARS_OF_EVENT: conflict(({ eventOn }: { eventOn: LocalDate }) => ({
    en: `No claim for an event on ${eventOn} waits for arrears: none were due and unpaid, or all were paid since`,
    id: `Tidak ada tunggakan yang ditunggu klaim atas kejadian tanggal ${eventOn}: tidak ada yang menunggak, atau semuanya sudah dibayar`,
  })),
  NOT_THESE_ARREARS: conflict(
    ({ unpaid }: { unpaid: readonly Period[] }) => ({
      en: `The claim waits for ${unpaid.join(', ')}, and for no other month`,
      id: `Klaim menunggu pembayaran ${unpaid.join(', ')}, dan tidak bulan lain`,
    }),
    { allowed: ({ unpaid }) => [alike(`period ${unpaid[0] ?? ''}, months ${unpaid.length}`)] },
  ),
  AMOUNT_DIFFERS: conflict(
    ({ dueIdr }: { dueIdr: Rupiah; receivedIdr: Rupiah }) => ({
      en: `${formatRupiah(dueIdr)} rupiah are due for this payment`,
      id: `Iuran yang harus dibayar Rp${dottedRupiah(dueIdr)}`,
    }),
    {
      allowed: ({ dueIdr }) => [alike(`amountIdr ${dueIdr}`)],
      facts: ({ dueIdr, receivedIdr }) => ({ dueIdr, receivedIdr }),
    },
  ),
});

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
