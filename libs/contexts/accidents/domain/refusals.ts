import type { Conclusion } from '#law';
import { type Instant, type LocalDate, type Rupiah, conflict, notFound, refusals } from '#kernel';
import type { AccidentKind, EvidenceKind } from './accident.events.js';
import type { Authority } from './determination.events.js';

const RECEIVE_EVIDENCE = { en: 'receive evidence', id: 'terima bukti' };
const REPORT_STAGE_ONE = { en: 'report stage one', id: 'laporkan tahap I' };
const REPORT_STAGE_TWO = { en: 'report stage two', id: 'laporkan tahap II' };
const RECORD_DETERMINATION = {
  en: 'record a determination of an inspector, the Minister or a court',
  id: 'catat penetapan pengawas, Menteri atau pengadilan',
};
const NAME_CARE_BEARER = { en: 'name who bears the care', id: 'sebutkan penanggung biaya perawatan' };
const SUBMIT_CLAIM = { en: 'submit a claim', id: 'ajukan klaim' };
const STATE_UNDER_TREATMENT = {
  en: 'issue a doctor statement UNDER_TREATMENT',
  id: 'catat surat keterangan dokter UNDER_TREATMENT',
};
const PARTIAL_CONDITIONS = [
  { en: 'condition PARTIAL_ANATOMIC', id: 'kondisi PARTIAL_ANATOMIC' },
  { en: 'condition PARTIAL_FUNCTIONAL', id: 'kondisi PARTIAL_FUNCTIONAL' },
];
const REGISTER_THERE = {
  en: 'register the victim with the employer; a first day that lies back is confirmed by a second person',
  id: 'daftarkan korban pada pemberi kerja; tanggal mulai yang lampau dikonfirmasi orang kedua',
};
const DISABILITY_TABLE = 'PP 44/2015, Annex III';

const happenedOn = ({ occurredOn }: { occurredOn: LocalDate }) => ({
  en: `The accident happened on ${occurredOn}`,
  id: `Kecelakaan terjadi pada ${occurredOn}`,
});

/** Why something about an accident is refused. What a doctor found is never repeated. */
export const accidentRefusals = refusals({
  ACCIDENT_NOT_FOUND: notFound(
    {
      en: 'Nobody has given notice of such an accident',
      id: 'Belum ada yang melaporkan dugaan kecelakaan ini',
    },
    { allowed: [{ en: 'notify the accident', id: 'laporkan dugaan kecelakaan' }] },
  ),
  NOTICE_WITHDRAWN: conflict(
    {
      en: 'The notice of this accident was taken back',
      id: 'Laporan dugaan kecelakaan ini sudah dicabut',
    },
    { allowed: [{ en: 'notify the accident', id: 'laporkan dugaan kecelakaan' }] },
  ),
  FORM_FOLLOWS_KIND: conflict(
    {
      en: 'An occupational disease is reported on forms of its own, and stage I was reported on the other one',
      id: 'Penyakit akibat kerja dilaporkan dengan formulir tersendiri, dan tahap I sudah dilaporkan dengan formulir lain',
    },
    {
      allowed: [{ en: 'withdraw the notice and give it anew', id: 'cabut laporan dugaan dan laporkan lagi' }],
    },
  ),
  CARE_IS_UNDER_WAY: conflict(
    {
      en: 'The victim was referred or treated: whether it was a work accident is concluded, not taken back',
      id: 'Korban sudah dirujuk atau dirawat: ditetapkan dengan kesimpulan, bukan dicabut',
    },
    { allowed: [{ en: 'conclude the accident', id: 'simpulkan kecelakaan' }] },
  ),
  INVOICE_NOT_RECORDED: conflict(
    ({ invoiceNumber: _own }: { invoiceNumber: string }) => ({
      en: 'No invoice of this number stands with the accident',
      id: 'Tidak ada tagihan bernomor ini pada kecelakaan ini',
    }),
    { allowed: [{ en: 'record an invoice of past care', id: 'catat tagihan perawatan yang sudah lewat' }] },
  ),
  REPAID_BY_LINES_ONLY: conflict(
    ({ atMost }: { atMost: number }) => ({
      en: `Care that was paid for elsewhere is repaid by its sum alone up to ${atMost} for an accident: above that its lines are held against the tariff of class I (V-07)`,
      id: `Perawatan yang sudah dibayar diganti menurut jumlahnya saja sampai ${atMost} per kecelakaan: di atas itu rinciannya dibandingkan dengan tarif kelas I (V-07)`,
    }),
    {
      allowed: [
        { en: 'submit an invoice with its lines', id: 'kirim tagihan beserta rinciannya' },
        { en: 'a guarantee letter', id: 'surat jaminan' },
      ],
    },
  ),
  STAGE_TWO_NOT_REPORTED: conflict(
    {
      en: 'The care has not ended: a relapse follows stage II',
      id: 'Perawatan belum selesai: kekambuhan menyusul tahap II',
    },
    { allowed: [STATE_UNDER_TREATMENT, REPORT_STAGE_TWO] },
  ),
  RIGHT_TO_ACCIDENT_LAPSED: conflict(({ lastDay }: { lastDay: LocalDate }) => ({
    en: `The right for this accident lapsed after ${lastDay}`,
    id: `Hak atas kecelakaan ini kedaluwarsa setelah ${lastDay}`,
  })),
  STATEMENT_ERASED: conflict({
    en: 'What doctors stated of the victim was erased, and nothing new of it can be recorded',
    id: 'Keterangan dokter tentang korban sudah dihapus, dan keterangan baru tidak dapat dicatat',
  }),
  INCAPACITY_COUNTED_BEFORE: conflict(({ unableUntil }: { unableUntil: LocalDate }) => ({
    en: `Incapacity until ${unableUntil} was stated before the injury came back`,
    id: `Tidak mampu bekerja sampai ${unableUntil} sudah dinyatakan sebelum kambuh`,
  })),
  NOTHING_BACK_DATED: conflict({
    en: 'The notice was not entered so late that it has to be confirmed',
    id: 'Laporan dugaan tidak dicatat mundur sehingga perlu dikonfirmasi',
  }),
  ENTERED_BY_YOU: conflict({
    en: 'Whoever entered the notice cannot also confirm it: ask a second person',
    id: 'Yang mencatat laporan dugaan tidak boleh mengonfirmasinya: mintalah orang kedua',
  }),
  EMPLOYER_MISSING: conflict(
    () => ({
      en: 'A wage earner was at work for an employer: name the one at whose work it happened',
      id: 'Pekerja penerima upah bekerja pada pemberi kerja: sebutkan pada pemberi kerja mana kecelakaan terjadi',
    }),
    {
      allowed: ({ employerIds }: { employerIds: readonly string[] }) =>
        employerIds.length > 0
          ? employerIds.map((one) => ({ en: `employerId ${one}`, id: `employerId ${one}` }))
          : [REGISTER_THERE],
      shown: [{ employerIds: ['5f0c7f0e-3333-5000-8000-000000000001'] }],
    },
  ),
  NOT_EMPLOYED_THERE: conflict(
    {
      en: 'This employer never reported the victim as its worker',
      id: 'Pemberi kerja ini tidak pernah melaporkan korban sebagai pekerjanya',
    },
    {
      allowed: [REGISTER_THERE],
    },
  ),
  NO_OWN_WORK: conflict(
    {
      en: 'The victim is not registered as working for himself, or an employer was named',
      id: 'Korban tidak terdaftar sebagai pekerja mandiri, atau disebut pemberi kerja',
    },
    {
      allowed: [{ en: 'workedFor EMPLOYER with an employerId', id: 'workedFor EMPLOYER dengan employerId' }],
    },
  ),
  PROJECT_MISSING: conflict(
    {
      en: 'The victim builds on construction projects: say on which one it happened',
      id: 'Korban adalah tenaga kerja jasa konstruksi: sebutkan pada proyek mana kecelakaan terjadi',
    },
    { allowed: [{ en: 'projectId of the project', id: 'projectId proyek itu' }] },
  ),
  NOT_ONE_WORK: conflict(
    {
      en: 'It happened at one work: on a project, or at the work of an employer or the victim',
      id: 'Kecelakaan terjadi pada satu pekerjaan: pada proyek, atau pada pekerjaan lain',
    },
    {
      allowed: [
        { en: 'projectId alone', id: 'projectId saja' },
        { en: 'workedFor without projectId', id: 'workedFor tanpa projectId' },
      ],
    },
  ),
  NOT_NAMED_ON_PROJECT: conflict(
    {
      en: 'The victim is not named on this project by the day of the accident',
      id: 'Korban belum tercatat pada proyek ini sampai tanggal kecelakaan',
    },
    {
      allowed: [
        {
          en: 'name the worker by the pay list or the supervisor’s statement: POST /projects/{projectId}/workers; a second person confirms what comes late',
          id: 'catat tenaga kerja menurut daftar upah atau keterangan pengawas: POST /projects/{projectId}/workers; yang terlambat dikonfirmasi orang kedua',
        },
      ],
    },
  ),
  WORKED_FOR_MISSING: conflict(
    {
      en: 'The victim works for himself and for an employer: say at which work it happened',
      id: 'Korban bekerja sendiri dan juga pada pemberi kerja: sebutkan pada pekerjaan mana kecelakaan terjadi',
    },
    {
      allowed: [
        { en: 'workedFor SELF', id: 'workedFor SELF' },
        { en: 'workedFor EMPLOYER with an employerId', id: 'workedFor EMPLOYER dengan employerId' },
      ],
    },
  ),
  NO_EMPLOYER_ADVANCED: conflict(
    {
      en: 'The accident happened at the work of no employer: none can have paid first',
      id: 'Kecelakaan tidak terjadi pada pekerjaan pemberi kerja: tidak ada pemberi kerja yang menalangi',
    },
    { allowed: [{ en: 'paidBy PARTICIPANT', id: 'paidBy PARTICIPANT' }] },
  ),
  GUARANTEED_NOT_ADVANCED: conflict(
    {
      en: 'The facility holds a guarantee letter and is paid by BPJS: nobody pays it first',
      id: 'Fasilitas ini memegang surat jaminan dan dibayar BPJS: tidak ada yang menalangi',
    },
    { allowed: [{ en: 'the invoice without paidBy', id: 'tagihan tanpa paidBy' }] },
  ),
  NOT_YOUR_FACILITY: conflict(
    {
      en: 'A PLKK records the care of its own facility only',
      id: 'PLKK hanya mencatat perawatan di fasilitasnya sendiri',
    },
    { allowed: [{ en: 'the facilityId of your token', id: 'facilityId sesuai token Anda' }] },
  ),
  STAGE_ONE_MISSING: conflict(
    {
      en: 'Stage I (form KK1) comes first; a late one is accepted',
      id: 'Laporan tahap I (formulir KK1) harus masuk lebih dahulu; yang terlambat tetap diterima',
    },
    { allowed: [REPORT_STAGE_ONE, RECEIVE_EVIDENCE] },
  ),
  STAGE_ONE_ALREADY_REPORTED: conflict(
    ({ reportedOn }: { reportedOn: LocalDate }) => ({
      en: `Stage I was reported on ${reportedOn}`,
      id: `Tahap I sudah dilaporkan pada ${reportedOn}`,
    }),
    { allowed: [RECEIVE_EVIDENCE] },
  ),
  STAGE_TWO_ALREADY_REPORTED: conflict(
    ({ reportedOn }: { reportedOn: LocalDate }) => ({
      en: `Stage II was reported on ${reportedOn}: the care has ended`,
      id: `Tahap II sudah dilaporkan pada ${reportedOn}: perawatan telah selesai`,
    }),
    {
      allowed: [
        { en: 'record an invoice of past care', id: 'catat tagihan perawatan yang sudah lewat' },
        { en: 'conclude the accident', id: 'simpulkan kecelakaan' },
        { en: 'report a relapse', id: 'laporkan kekambuhan' },
        SUBMIT_CLAIM,
      ],
    },
  ),
  NOT_A_WORK_ACCIDENT: conflict(
    ({ concludedOn }: { concludedOn: LocalDate }) => ({
      en: `It was concluded on ${concludedOn} that this was no work accident; care is borne by the participant, BPJS Kesehatan or another insurer (PP 49/2023 Art. 25A)`,
      id: `Pada ${concludedOn} disimpulkan bahwa ini bukan kecelakaan kerja; biaya perawatan ditanggung peserta, BPJS Kesehatan atau penjamin lain (PP 49/2023 Pasal 25A)`,
    }),
    { allowed: [NAME_CARE_BEARER, RECORD_DETERMINATION] },
  ),

  ALREADY_NOTIFIED: conflict(
    (_known: { accidentId?: string }) => ({
      en: 'An accident of this participant on this day is known already',
      id: 'Kecelakaan peserta ini pada hari ini sudah tercatat',
    }),
    {
      allowed: [
        REPORT_STAGE_ONE,
        RECEIVE_EVIDENCE,
        {
          en: 'nthOfDay 2 for another accident on that day',
          id: 'nthOfDay 2 untuk kecelakaan lain pada hari itu',
        },
      ],
      facts: ({ accidentId }) => (accidentId === undefined ? undefined : { accidentId }),
    },
  ),
  ACCIDENT_IN_FUTURE: conflict(({ now }: { now: Instant }) => ({
    en: `The accident cannot have happened after now, ${now}`,
    id: `Kecelakaan tidak mungkin terjadi sesudah saat ini, ${now}`,
  })),
  ACCIDENT_AFTER_DEATH: conflict(({ diedOn }: { diedOn: LocalDate }) => ({
    en: `The participant died on ${diedOn}`,
    id: `Peserta meninggal dunia pada ${diedOn}`,
  })),
  PLACE_CONTRADICTS_KIND: conflict(
    {
      en: 'An accident on the way to or from work is not inside the work site',
      id: 'Kecelakaan dalam perjalanan ke atau dari tempat kerja tidak terjadi di dalam lokasi kerja',
    },
    {
      allowed: [
        { en: 'placeKind TRAFFIC', id: 'placeKind TRAFFIC' },
        { en: 'placeKind OUTSIDE_WORK_SITE', id: 'placeKind OUTSIDE_WORK_SITE' },
        { en: 'kind AT_WORK', id: 'kind AT_WORK' },
      ],
    },
  ),

  REPORTED_IN_FUTURE: conflict(({ now }: { now: Instant }) => ({
    en: `A report cannot have come in after now, ${now}`,
    id: `Laporan tidak mungkin diterima sesudah saat ini, ${now}`,
  })),
  REPORTED_BEFORE_ACCIDENT: conflict(
    ({ occurredOn, occurredAt }: { occurredOn: LocalDate; occurredAt: string }) => ({
      en: `The accident happened on ${occurredOn} at ${occurredAt}`,
      id: `Kecelakaan terjadi pada ${occurredOn} pukul ${occurredAt}`,
    }),
  ),
  EFFECT_CONTRADICTS_KIND: conflict(
    {
      en: 'The notice is of a sudden death; its effect is a death',
      id: 'Yang dilaporkan adalah meninggal mendadak; akibatnya adalah kematian',
    },
    { article: 'Permenaker 5/2021', allowed: [{ en: 'effect DEATH', id: 'effect DEATH' }] },
  ),
  REPORTED_BEFORE_STATEMENT: conflict(({ statedOn }: { statedOn: LocalDate }) => ({
    en: `The doctor's statement is of ${statedOn}; stage II follows it`,
    id: `Surat keterangan dokter bertanggal ${statedOn}; tahap II menyusul sesudahnya`,
  })),
  FINAL_STATEMENT_MISSING: conflict(
    {
      en: 'Stage II follows the statement of a doctor that the victim is healed, disabled or dead',
      id: 'Tahap II menyusul surat keterangan dokter bahwa korban sembuh, cacat atau meninggal dunia',
    },
    { allowed: [{ en: 'issue a doctor statement', id: 'catat surat keterangan dokter' }] },
  ),

  ALREADY_CONCLUDED: conflict(
    ({ conclusion, concludedOn }: { conclusion: Conclusion; concludedOn: LocalDate }) => ({
      en: `It was concluded on ${concludedOn}: ${conclusion}`,
      id: `Sudah disimpulkan pada ${concludedOn}: ${conclusion}`,
    }),
    {
      allowed: ({ conclusion }) =>
        conclusion === 'WORK_ACCIDENT'
          ? [REPORT_STAGE_TWO, SUBMIT_CLAIM]
          : [NAME_CARE_BEARER, RECORD_DETERMINATION],
    },
  ),
  DETERMINATION_BINDS: conflict(
    ({ by, issuedOn, conclusion }: { by: Authority; issuedOn: LocalDate; conclusion: Conclusion }) => ({
      en: `It was determined on ${issuedOn} (${by}): ${conclusion}; BPJS does not conclude otherwise`,
      id: `Sudah ditetapkan pada ${issuedOn} (${by}): ${conclusion}; BPJS tidak menyimpulkan lain`,
    }),
    { allowed: [RECORD_DETERMINATION] },
  ),
  DETERMINED_IN_FUTURE: conflict(({ today }: { today: LocalDate }) => ({
    en: `A determination cannot be of a day after today, ${today}`,
    id: `Penetapan tidak boleh bertanggal sesudah hari ini, ${today}`,
  })),
  DETERMINED_BEFORE_ACCIDENT: conflict(happenedOn),
  JKK_BEARS_CARE: conflict(
    {
      en: 'It is not concluded that this was no work accident: JKK bears the care, or guarantees it first',
      id: 'Belum disimpulkan bahwa ini bukan kecelakaan kerja: JKK menanggung perawatan, atau menjaminnya lebih dahulu',
    },
    { allowed: [{ en: 'conclude the accident', id: 'simpulkan kecelakaan' }] },
  ),
  NO_CARE_PROMISED: conflict({
    en: 'No facility was promised payment for this case: nobody has to be told whom to bill',
    id: 'Tidak ada fasilitas yang dijanjikan pembayaran: tidak ada yang perlu diberi tahu',
  }),
  CONCLUDED_IN_FUTURE: conflict(({ today }: { today: LocalDate }) => ({
    en: `A conclusion cannot be of a day after today, ${today}`,
    id: `Kesimpulan tidak boleh bertanggal sesudah hari ini, ${today}`,
  })),
  CONCLUDED_BEFORE_STAGE_ONE: conflict(({ reportedOn }: { reportedOn: LocalDate }) => ({
    en: `Stage I was reported on ${reportedOn}`,
    id: `Tahap I dilaporkan pada ${reportedOn}`,
  })),
  EVIDENCE_MISSING: conflict(
    ({ kind, anyOf }: { kind: AccidentKind; anyOf: readonly EvidenceKind[] }) => ({
      en: `An accident of kind ${kind} is proven by ${anyOf.join(' or ')}`,
      id: `Kecelakaan jenis ${kind} dibuktikan dengan ${anyOf.join(' atau ')}`,
    }),
    {
      allowed: ({ anyOf }) =>
        anyOf.map((one) => ({ en: `receive evidence ${one}`, id: `terima bukti ${one}` })),
    },
  ),

  ISSUED_IN_FUTURE: conflict(({ today }: { today: LocalDate }) => ({
    en: `A letter cannot be of a day after today, ${today}`,
    id: `Surat tidak boleh bertanggal sesudah hari ini, ${today}`,
  })),
  ISSUED_BEFORE_ACCIDENT: conflict(happenedOn),
  NOT_A_PLKK: conflict(
    ({ issuedOn }: { issuedOn: LocalDate }) => ({
      en: `No agreement with the facility is in force on ${issuedOn}; care there is claimed back with receipts`,
      id: `Tidak ada perjanjian kerja sama dengan fasilitas ini yang berlaku pada ${issuedOn}; biaya perawatan di sana diganti berdasarkan kuitansi`,
    }),
    {
      allowed: [
        {
          en: 'a facility with an agreement in force',
          id: 'fasilitas dengan perjanjian kerja sama yang berlaku',
        },
        { en: 'record care for reimbursement', id: 'catat perawatan untuk penggantian biaya' },
      ],
    },
  ),
  ALREADY_REFERRED: conflict({
    en: 'The victim was referred to this facility already',
    id: 'Korban sudah dirujuk ke fasilitas ini',
  }),
  NOT_REFERRED_THERE: conflict(
    {
      en: 'The guarantee follows a referral to the same facility',
      id: 'Surat jaminan menyusul surat pengantar ke fasilitas yang sama',
    },
    { allowed: [{ en: 'issue a PLKK referral', id: 'terbitkan surat pengantar PLKK' }] },
  ),
  ALREADY_GUARANTEED: conflict({
    en: 'This facility holds a guarantee letter already',
    id: 'Fasilitas ini sudah memegang surat jaminan',
  }),

  CARE_BEFORE_ACCIDENT: conflict(happenedOn),
  DISCHARGED_BEFORE_ADMITTED: conflict(({ admittedOn }: { admittedOn: LocalDate }) => ({
    en: `The care began on ${admittedOn}`,
    id: `Perawatan dimulai pada ${admittedOn}`,
  })),
  CARE_IN_FUTURE: conflict(({ today }: { today: LocalDate }) => ({
    en: `Care is invoiced when it has ended, at the latest today, ${today}`,
    id: `Perawatan ditagihkan setelah selesai, paling lambat hari ini, ${today}`,
  })),
  CARE_HAS_ENDED: conflict(
    ({ statedOn }: { statedOn: LocalDate; asked: 'CARE' | 'LETTER' }) => ({
      en: `The doctor's final statement is of ${statedOn}`,
      id: `Surat keterangan dokter yang terakhir bertanggal ${statedOn}`,
    }),
    {
      allowed: ({ asked }) =>
        asked === 'CARE'
          ? [
              {
                en: 'care that began by then',
                id: 'perawatan yang dimulai paling lambat pada tanggal itu',
              },
              STATE_UNDER_TREATMENT,
            ]
          : [STATE_UNDER_TREATMENT, REPORT_STAGE_TWO],
    },
  ),
  INVOICE_ALREADY_RECORDED: conflict(
    ({ invoiceNumber }: { invoiceNumber: string }) => ({
      en: `Invoice ${invoiceNumber} of this facility is recorded`,
      id: `Tagihan ${invoiceNumber} dari fasilitas ini sudah tercatat`,
    }),
    { allowed: [{ en: 'correct its sum', id: 'koreksi jumlahnya' }] },
  ),
  STAY_ALREADY_RECORDED: conflict(
    ({ invoiceNumber }: { invoiceNumber: string }) => ({
      en: `Invoice ${invoiceNumber} is for the same facility, days and amount (V-03)`,
      id: `Tagihan ${invoiceNumber} untuk fasilitas, hari, dan jumlah yang sama (V-03)`,
    }),
    {
      allowed: [
        {
          en: 'submit an invoice with its lines, where it is another',
          id: 'kirim tagihan dengan rinciannya, bila memang lain',
        },
      ],
    },
  ),
  INVOICES_ADD_UP_TO_TOO_MUCH: conflict(({ atMost }: { atMost: number }) => ({
    en: `The invoices of one accident add up to ${atMost} rupiah at most: look at the amounts`,
    id: `Jumlah tagihan satu kecelakaan paling banyak Rp${atMost}: periksa nilai tagihan`,
  })),
  CLAIM_ALREADY_APPROVED: conflict(
    {
      en: 'The JKK claim was approved without this invoice, and does not pay it any more',
      id: 'Klaim JKK sudah disetujui tanpa tagihan ini, dan tidak membayarnya lagi',
    },
    {
      allowed: [
        {
          en: 'submit an invoice with its lines: it is paid apart from the claim',
          id: 'kirim tagihan dengan rinciannya: dibayar terpisah dari klaim',
        },
      ],
    },
  ),

  STATED_IN_FUTURE: conflict(({ today }: { today: LocalDate }) => ({
    en: `A statement cannot be of a day after today, ${today}`,
    id: `Surat keterangan dokter tidak boleh bertanggal sesudah hari ini, ${today}`,
  })),
  STATED_BEFORE_ACCIDENT: conflict(happenedOn),
  STATEMENT_SUPERSEDED: conflict(
    ({ statedOn }: { statedOn: LocalDate }) => ({
      en: `A newer statement is of ${statedOn}`,
      id: `Ada surat keterangan yang lebih baru, bertanggal ${statedOn}`,
    }),
    {
      allowed: ({ statedOn }) => [
        { en: `statedOn ${statedOn} or later`, id: `statedOn ${statedOn} atau sesudahnya` },
      ],
    },
  ),
  STATED_BEFORE_CARE: conflict(({ admittedOn }: { admittedOn: LocalDate }) => ({
    en: `Care is recorded that began later, on ${admittedOn}`,
    id: `Sudah tercatat perawatan yang dimulai sesudahnya, pada ${admittedOn}`,
  })),
  CONDITION_CONTRADICTS_DEATH: conflict(
    {
      en: 'The death of the victim was reported before',
      id: 'Kematian korban sudah dilaporkan sebelumnya',
    },
    {
      allowed: [
        {
          en: 'withdraw the fatal outcome, if the death was taken back',
          id: 'cabut akibat meninggal bila laporan kematian sudah dicabut',
        },
      ],
    },
  ),
  NOT_FATAL: conflict({
    en: 'Nobody has stated that the victim died of this accident',
    id: 'Belum ada yang menyatakan korban meninggal akibat kecelakaan ini',
  }),
  DEATH_STANDS: conflict(
    {
      en: 'The death of the victim was not taken back',
      id: 'Laporan kematian korban tidak dicabut',
    },
    {
      allowed: [
        {
          en: 'take the death back first, with a second person',
          id: 'cabut dahulu laporan kematiannya dengan orang kedua',
        },
      ],
    },
  ),
  DEATH_DAY_UNEXPECTED: conflict({
    en: 'diedOn is given for the condition DEAD only',
    id: 'diedOn hanya diisi untuk kondisi DEAD',
  }),
  DEATH_DAY_MISSING: conflict(({ occurredOn, statedOn }: { occurredOn: LocalDate; statedOn: LocalDate }) => ({
    en: `diedOn is needed, from ${occurredOn} to the day of the statement, ${statedOn}`,
    id: `diedOn wajib diisi, dari ${occurredOn} sampai tanggal surat keterangan, ${statedOn}`,
  })),
  INJURIES_MISSING: conflict(
    {
      en: 'A partial disability names its items of the disability table',
      id: 'Cacat sebagian menyebut butir-butirnya dalam tabel persentase cacat',
    },
    { article: DISABILITY_TABLE },
  ),
  INJURIES_UNEXPECTED: conflict(
    {
      en: 'Items of the disability table are given for a partial disability only',
      id: 'Butir tabel persentase cacat hanya diisi untuk cacat sebagian',
    },
    { allowed: [...PARTIAL_CONDITIONS, { en: 'no injuries', id: 'tanpa butir cacat' }] },
  ),
  INJURY_NOT_ASSESSABLE: conflict(
    ({ nth, why }: { nth: number; why: string }) => ({
      en: `Injury ${nth} cannot be assessed by the disability table: ${why}`,
      id: `Cacat ke-${nth} tidak dapat dinilai dengan tabel persentase cacat: ${why}`,
    }),
    { article: DISABILITY_TABLE },
  ),
  INCAPACITY_NOT_A_PERIOD: conflict({
    en: 'unableFrom and unableUntil are given together, the first day first',
    id: 'unableFrom dan unableUntil diisi bersama, hari pertama lebih dahulu',
  }),
  INCAPACITY_BEFORE_ACCIDENT: conflict(happenedOn),
  INCAPACITY_AFTER_STATEMENT: conflict(({ statedOn }: { statedOn: LocalDate }) => ({
    en: `A statement speaks of the incapacity up to its own day, ${statedOn}`,
    id: `Surat keterangan berbicara tentang masa tidak mampu bekerja sampai tanggalnya sendiri, ${statedOn}`,
  })),
  CARE_AFTER_AGREEMENT: conflict(
    ({ careUntil }: { careUntil: LocalDate }) => ({
      en: `The agreement of the facility stopped, and patients in care were treated on until ${careUntil}`,
      id: `Perjanjian fasilitas berhenti, dan pasien yang sedang dirawat diteruskan sampai ${careUntil}`,
    }),
    {
      allowed: ({ careUntil }) => [
        {
          en: `an invoice of the days up to ${careUntil}, and another of those after it`,
          id: `tagihan untuk hari sampai ${careUntil}, dan tagihan lain untuk hari sesudahnya`,
        },
      ],
    },
  ),
  OTHER_PAYER_SAYS_NO_AMOUNT: conflict(
    {
      en: 'It is not known how much the other payer bears',
      id: 'Belum diketahui berapa yang ditanggung penanggung lain',
    },
    {
      allowed: [
        { en: 'amountIdr', id: 'amountIdr' },
        { en: 'status ASKED of JASA_RAHARJA', id: 'status ASKED untuk JASA_RAHARJA' },
      ],
    },
  ),
  OTHER_PAYER_BEARS_NOTHING: conflict(
    {
      en: 'Whoever refused, or does not cover the case, bears no amount',
      id: 'Penanggung yang menolak, atau tidak menanggung kejadian ini, tidak menanggung jumlah apa pun',
    },
    { allowed: [{ en: 'leave amountIdr out', id: 'hilangkan amountIdr' }] },
  ),
  PROVISIONAL_NEEDS_ACTIVE_COVER: conflict(
    {
      en: 'A desk guarantees by itself only where the contributions are in order on the day of the accident; care is given all the same (PP 49/2023 Art. 25A)',
      id: 'Loket menjamin sendiri hanya bila iuran lunas pada hari kecelakaan; perawatan tetap diberikan (PP 49/2023 Pasal 25A)',
    },
    { allowed: [{ en: 'a guarantee letter of the office', id: 'surat jaminan dari kantor' }] },
  ),
  PROVISIONAL_ISSUED_ALREADY: conflict(
    {
      en: 'The facility issued a provisional letter for this accident already',
      id: 'Fasilitas sudah menerbitkan jaminan sementara untuk kecelakaan ini',
    },
    { allowed: [{ en: 'a guarantee letter of the office', id: 'surat jaminan dari kantor' }] },
  ),
  NO_PROVISIONAL_LETTER: conflict({
    en: 'The facility holds no provisional letter that waits for the office',
    id: 'Fasilitas tidak memegang jaminan sementara yang menunggu kantor',
  }),
  CARE_AFTER_LETTER: conflict(
    ({ from }: { from: LocalDate }) => ({
      en: `The provisional letter was not confirmed: care from ${from} on is not guaranteed`,
      id: `Jaminan sementara tidak dikonfirmasi: perawatan mulai ${from} tidak dijamin`,
    }),
    {
      allowed: ({ from }) => [
        {
          en: `an invoice of the days before ${from}, and another of those from then on`,
          id: `tagihan untuk hari sebelum ${from}, dan tagihan lain untuk hari sesudahnya`,
        },
      ],
    },
  ),
  ABOVE_PROVISIONAL_LETTER: conflict(
    ({ atMostIdr }: { atMostIdr: Rupiah }) => ({
      en: `A provisional letter covers ${atMostIdr} rupiah before it is confirmed`,
      id: `Jaminan sementara menanggung ${atMostIdr} rupiah sebelum dikonfirmasi`,
    }),
    { allowed: [{ en: 'issue a guarantee letter', id: 'terbitkan surat jaminan' }] },
  ),
});
