import { type LocalDate, type Rupiah, conflict } from '#kernel';
import { REPORT_STAGE_TWO, STATE_UNDER_TREATMENT, happenedOn } from './refusal-words.js';

/** Why a letter to a facility is refused, or an invoice of care. */
export const CARE_LINES = {
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
  BILL_OF_ANOTHER_ACCIDENT: conflict(
    {
      en: 'This number of the facility, or its bill for the same days with the same sum, belongs to another accident, or is being recorded at this moment (V-03)',
      id: 'Nomor dari fasilitas ini, atau tagihannya untuk hari dan jumlah yang sama, milik kecelakaan lain, atau sedang dicatat saat ini (V-03)',
    },
    {
      allowed: [
        {
          en: 'withdraw the invoice at the other accident, where it belongs here',
          id: 'tarik tagihan pada kecelakaan lain itu, bila memang milik kecelakaan ini',
        },
        {
          en: 'submit an invoice with its lines under its own number, where it is another',
          id: 'kirim tagihan dengan rinciannya di bawah nomornya sendiri, bila memang lain',
        },
      ],
    },
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
  CARE_MAY_REPEAT: conflict(
    {
      en: 'The accident has another bill of the same time or sum: an office says whether this one is apart (V-03, FD-10)',
      id: 'Kecelakaan ini mempunyai tagihan lain untuk waktu atau jumlah yang sama: kantor menyatakan apakah tagihan ini lain (V-03, FD-10)',
    },
    {
      allowed: [
        { en: 'apart: true', id: 'apart: true' },
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
};
