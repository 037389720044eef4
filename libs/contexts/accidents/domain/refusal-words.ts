import type { LocalDate } from '#kernel';

/** What refusals of several kinds say. */
export const RECEIVE_EVIDENCE = { en: 'receive evidence', id: 'terima bukti' };
export const REPORT_STAGE_ONE = { en: 'report stage one', id: 'laporkan tahap I' };
export const REPORT_STAGE_TWO = { en: 'report stage two', id: 'laporkan tahap II' };
export const STATE_UNDER_TREATMENT = {
  en: 'issue a doctor statement UNDER_TREATMENT',
  id: 'catat surat keterangan dokter UNDER_TREATMENT',
};

export const happenedOn = ({ occurredOn }: { occurredOn: LocalDate }) => ({
  en: `The accident happened on ${occurredOn}`,
  id: `Kecelakaan terjadi pada ${occurredOn}`,
});
