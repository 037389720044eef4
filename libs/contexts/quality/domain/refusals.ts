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
  NOTHING_FOLLOWS: conflict(
    {
      en: 'Nothing is to be said of this one: it was not reviewed, nothing was wrong, or its claim is open again',
      id: 'Tidak ada tindak lanjut: belum diuji, tidak ada yang salah, atau klaimnya sudah dibuka kembali',
    },
    {
      allowed: [
        {
          en: 'a review that finds money or person wrong, of what is no claim',
          id: 'uji petik yang menemukan jumlah atau orang yang salah, selain klaim',
        },
      ],
    },
  ),
  SAMPLE_FOLLOWED_UP: conflict(
    { en: 'Somebody has said already what follows', id: 'Tindak lanjutnya sudah dicatat' },
    { allowed: [{ en: 'nothing: it is done', id: 'tidak ada: sudah selesai' }] },
  ),
  FOLLOWED_UP_AT_ITS_BRANCH: conflict(
    {
      en: 'What follows is said at the branch that decided, or above the branches',
      id: 'Tindak lanjut ditentukan di cabang yang memutus, atau oleh tingkat di atas cabang',
    },
    {
      allowed: [
        { en: 'another supervisor says what follows', id: 'supervisor lain menentukan tindak lanjutnya' },
      ],
    },
  ),
  FOLLOWER_HAD_A_HAND: conflict(
    {
      en: 'Whoever decided it, or found it wrong, does not say what follows',
      id: 'Yang memutus atau yang menemukan kesalahannya tidak menentukan tindak lanjut',
    },
    {
      allowed: [
        { en: 'another supervisor says what follows', id: 'supervisor lain menentukan tindak lanjutnya' },
      ],
    },
  ),
  FOLLOW_UP_DOES_NOT_FIT: conflict(
    ({ how }: { how: string }) => ({
      en: `${how} does not fit what was found: PAID_AFTER is of what was too little, OWED_BACK of what a person was paid too much`,
      id: `${how} tidak sesuai dengan temuan: PAID_AFTER untuk yang kurang, OWED_BACK untuk yang terlalu banyak dibayarkan kepada orang`,
    }),
    { allowed: [{ en: 'CORRECTED or LEFT', id: 'CORRECTED atau LEFT' }] },
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
