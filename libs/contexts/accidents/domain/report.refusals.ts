import type { Conclusion } from '#law';
import { type Instant, type LocalDate, conflict } from '#kernel';
import type { AccidentKind, EvidenceKind } from './accident.events.js';
import type { Authority } from './determination.events.js';
import {
  RECEIVE_EVIDENCE,
  REPORT_STAGE_ONE,
  REPORT_STAGE_TWO,
  STATE_UNDER_TREATMENT,
  happenedOn,
} from './refusal-words.js';

const RECORD_DETERMINATION = {
  en: 'record a determination of an inspector, the Minister or a court',
  id: 'catat penetapan pengawas, Menteri atau pengadilan',
};
const NAME_CARE_BEARER = { en: 'name who bears the care', id: 'sebutkan penanggung biaya perawatan' };
const SUBMIT_CLAIM = { en: 'submit a claim', id: 'ajukan klaim' };

/** Why a report of an accident is refused, or what is concluded or determined of it. */
export const REPORT_LINES = {
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
};
