import { type LocalDate, type Rupiah, conflict, refusals } from '#kernel';
import { REVISE, RETURN, READMIT, PASS_ON } from './ways-out.js';

/** Why an invoice is not taken in as it was sent. */
export const submissionRefusals = refusals({
  INVOICE_KNOWN: conflict(
    {
      en: 'The facility has sent an invoice of this number for the accident (V-03)',
      id: 'Fasilitas sudah mengirim tagihan bernomor ini untuk kecelakaan ini (V-03)',
    },
    { allowed: [REVISE] },
  ),
  STAY_KNOWN: conflict(
    ({ invoiceNumber }: { invoiceNumber: string }) => ({
      en: `Invoice ${invoiceNumber} is for the same facility, days and amount (V-03)`,
      id: `Tagihan ${invoiceNumber} untuk fasilitas, hari, dan jumlah yang sama (V-03)`,
    }),
    { allowed: [REVISE] },
  ),
  CARE_RECORDED_ALREADY: conflict(
    ({ invoiceNumber }: { invoiceNumber: string }) => ({
      en: `Invoice ${invoiceNumber} of this care stands with the accident, and its claim pays it (V-03)`,
      id: `Tagihan ${invoiceNumber} atas perawatan ini tercatat pada kecelakaan dan dibayar oleh klaimnya (V-03)`,
    }),
    { allowed: [RETURN, PASS_ON] },
  ),
  SUMS_DO_NOT_AGREE: conflict(
    ({ line, expectedIdr }: { line: number; expectedIdr: Rupiah }) => ({
      en:
        line === 0
          ? `The lines come to ${expectedIdr} rupiah, not to totalIdr (V-02)`
          : `Line ${line}: quantity times unit price is ${expectedIdr} rupiah (V-02)`,
      id:
        line === 0
          ? `Jumlah semua baris ${expectedIdr} rupiah, bukan totalIdr (V-02)`
          : `Baris ${line}: jumlah kali harga satuan ${expectedIdr} rupiah (V-02)`,
    }),
    { allowed: [{ en: 'sums that agree', id: 'jumlah yang cocok' }] },
  ),
  LINES_NOT_NUMBERED: conflict(
    { en: 'Lines are numbered from 1 on, each once', id: 'Baris bernomor mulai 1, masing-masing sekali' },
    { allowed: [{ en: 'lines 1, 2, 3 …', id: 'baris 1, 2, 3 …' }] },
  ),
  SERVICE_OUTSIDE_STAY: conflict(({ line }: { line: number }) => ({
    en: `Line ${line} lies outside the stay`,
    id: `Baris ${line} di luar masa rawat`,
  })),
  ROOM_DAYS_DO_NOT_AGREE: conflict(({ days }: { days: number }) => ({
    en: `A stay of these days has ${days} room days at most (V-02)`,
    id: `Masa rawat ini paling banyak ${days} hari kamar (V-02)`,
  })),
  ROOM_CLASS_MISSING: conflict({
    en: 'An inpatient stay names the class of its room',
    id: 'Rawat inap menyebut kelas kamarnya',
  }),
  DIAGNOSIS_NOT_OF_AN_ACCIDENT: conflict(
    {
      en: 'The main diagnosis is no injury, and the accident no disease (V-04)',
      id: 'Diagnosis utama bukan cedera, dan kecelakaan ini bukan penyakit (V-04)',
    },
    { allowed: [{ en: 'a code from S00 to T98', id: 'kode S00 sampai T98' }] },
  ),
  EXTERNAL_CAUSE_MISSING: conflict(
    {
      en: 'An injury names its external cause, V01 to Y98 (V-04)',
      id: 'Cedera menyebut penyebab luar, V01 sampai Y98 (V-04)',
    },
    { allowed: [{ en: 'externalCause from V01 to Y98', id: 'externalCause V01 sampai Y98' }] },
  ),
  STAY_BEFORE_ACCIDENT: conflict(({ occurredOn }: { occurredOn: LocalDate }) => ({
    en: `The accident happened on ${occurredOn}`,
    id: `Kecelakaan terjadi pada ${occurredOn}`,
  })),
  STAY_AFTER_AGREEMENT: conflict(
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
  STAY_OUT_OF_ORDER: conflict(({ today }: { today: LocalDate }) => ({
    en: `The stay ends before it begins, or after today, ${today}`,
    id: `Masa rawat berakhir sebelum dimulai, atau sesudah hari ini, ${today}`,
  })),
  NOT_JKK: conflict(
    {
      en: 'It was concluded that this is no work accident: JKK bears no care',
      id: 'Disimpulkan bukan kecelakaan kerja: JKK tidak menanggung perawatan',
    },
    { allowed: [PASS_ON] },
  ),
  TOO_LATE_TO_BILL: conflict(({ lastDay }: { lastDay: LocalDate }) => ({
    en: `The right lapsed on ${lastDay}`,
    id: `Hak gugur pada ${lastDay}`,
  })),
  STAGE_ONE_IS_MISSING: conflict(
    { en: 'Stage I of the accident is not reported yet', id: 'Tahap I kecelakaan belum dilaporkan' },
    { allowed: [{ en: 'report stage one', id: 'laporkan tahap I' }] },
  ),
  TOO_LATE_TO_RESUBMIT: conflict(
    ({ resubmitBy }: { resubmitBy: LocalDate }) => ({
      en: `The invoice could come again until ${resubmitBy}, or was returned three times`,
      id: `Tagihan dapat dikirim lagi sampai ${resubmitBy}, atau sudah dikembalikan tiga kali`,
    }),
    { allowed: [READMIT, PASS_ON] },
  ),
});
