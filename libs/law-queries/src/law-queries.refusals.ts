import { conflict, notFound, refusals } from '#kernel';

/** Why a question about the law is refused, beside what the law itself cannot be asked. */
export const lawQueryRefusals = refusals({
  RULE_NOT_FOUND: notFound(
    { en: 'No rule of the law has this id', id: 'Tidak ada aturan dengan id ini' },
    { allowed: [{ en: 'look it up with GET /law/rules', id: 'cari dengan GET /law/rules' }] },
  ),
  REQUEST_IS_NO_JSON: conflict({
    en: 'request must be a JSON object such as {"calculator":"JKM"}',
    id: 'request harus berupa objek JSON seperti {"calculator":"JKM"}',
  }),
  HEALTH_IN_ADDRESS: conflict(
    {
      en: 'A request with injuries tells of health, and addresses are logged',
      id: 'Permintaan dengan cacat memuat data kesehatan, padahal alamat dicatat',
    },
    {
      allowed: [
        { en: 'send it in the body of POST /law/explanation', id: 'kirim dalam isi POST /law/explanation' },
      ],
    },
  ),
});
