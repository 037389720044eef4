import { conflict, refusals } from '#kernel';

/** Why a JHT claim is refused, beside what every claim is refused for. */
export const jhtRefusals = refusals({
  JHT_ACCOUNT_UNKNOWN: conflict({
    en: 'No JHT account of this participant is known',
    id: 'Saldo JHT peserta ini tidak diketahui',
  }),
  JHT_STILL_SAVING: conflict({
    en: 'The participant neither stopped contributing nor died',
    id: 'Peserta tidak berhenti mengiur dan tidak meninggal',
  }),
});
