import { conflict, notFound, refusals } from '#kernel';

const SOMEBODY = {
  en: 'a supervisor of another branch who had no hand in it reviews it',
  id: 'supervisor cabang lain yang tidak terlibat mengujinya',
};

/** Why a decision that was drawn is not reviewed so. */
export const qualityRefusals = refusals({
  SAMPLE_NOT_FOUND: notFound(
    { en: 'This decision was not drawn', id: 'Keputusan ini tidak tersampel' },
    { allowed: [{ en: 'what GET /quality/samples tells', id: 'yang ditampilkan GET /quality/samples' }] },
  ),
  SAMPLE_REVIEWED: conflict(
    { en: 'Somebody has reviewed it already', id: 'Keputusan ini sudah diuji petik' },
    { allowed: [{ en: 'nothing: it is done', id: 'tidak ada: sudah selesai' }] },
  ),
  REVIEWED_BY_ITS_BRANCH: conflict(
    {
      en: 'Somebody of another branch than the one that decided reviews it',
      id: 'Diuji oleh cabang lain daripada cabang yang memutus',
    },
    { allowed: [SOMEBODY] },
  ),
  REVIEWER_HAD_A_HAND: conflict(
    {
      en: 'Whoever worked on the claim, or has an interest in it, does not review its decision',
      id: 'Yang menangani klaim ini, atau berkepentingan, tidak menguji keputusannya',
    },
    { allowed: [SOMEBODY] },
  ),
  DEVIATION_OF_MONEY: conflict(
    {
      en: 'MONEY says by how much and to which side, and no other result does',
      id: 'MONEY menyebut jumlah dan arahnya, hasil lain tidak',
    },
    {
      allowed: [
        {
          en: 'side and amountIdr with MONEY, and only with it',
          id: 'side dan amountIdr hanya dengan MONEY',
        },
      ],
    },
  ),
});
