import { alike, conflict, refusals } from '#kernel';

const OTHER_WAY = { en: 'merge the other way round', id: 'gabungkan ke arah sebaliknya' };

/** Why two participants are not made one, or one not two. */
export const mergerRefusals = refusals({
  MERGER_WITH_ITSELF: conflict({
    en: 'This is one participant already',
    id: 'Ini sudah satu peserta',
  }),
  STANDS_FOR_OTHERS: conflict(
    (_merged: { participantId: string }) => ({
      en: 'Another participant was merged into this one, who therefore stays',
      id: 'Peserta lain sudah digabungkan ke peserta ini, sehingga peserta ini yang dilanjutkan',
    }),
    {
      allowed: [OTHER_WAY, { en: 'split the other one off first', id: 'pisahkan dahulu peserta lain itu' }],
      facts: ({ participantId }) => ({ participantId }),
    },
  ),
  PERSONS_DIFFER: conflict(
    (_details: { differing: readonly string[] }) => ({
      en: 'One person has one name, one birth date and one sex: what is wrong is corrected first',
      id: 'Satu orang mempunyai satu nama, tanggal lahir, dan jenis kelamin: koreksi dahulu yang salah',
    }),
    { allowed: ({ differing }) => differing.map((detail) => alike(`person.${detail}`)) },
  ),
  BOTH_NIKS_CONFIRMED: conflict(
    {
      en: 'Dukcapil has confirmed both NIKs, and they differ: these are two persons',
      id: 'Kedua NIK sudah dikonfirmasi Dukcapil dan berbeda: ini dua orang',
    },
    { allowed: [{ en: 'correct the NIK that is wrong first', id: 'koreksi dahulu NIK yang salah' }] },
  ),
  SURVIVOR_NOT_SELF_EMPLOYED: conflict(
    {
      en: 'The one who stays has to work for himself, as the other does',
      id: 'Peserta yang dilanjutkan harus terdaftar sebagai BPU, seperti peserta yang digabungkan',
    },
    {
      allowed: [
        OTHER_WAY,
        {
          en: 'register the self-employment of the one who stays',
          id: 'daftarkan BPU peserta yang dilanjutkan',
        },
      ],
    },
  ),
  DEATHS_DIFFER: conflict(
    {
      en: 'The death of this participant is reported, and not the same one of the participant who stays',
      id: 'Kematian peserta ini dilaporkan, dan tidak sama dengan pada peserta yang dilanjutkan',
    },
    {
      allowed: [
        OTHER_WAY,
        { en: 'report the death of the one who stays', id: 'laporkan kematian peserta yang dilanjutkan' },
        {
          en: 'correct the day of a death, or take it back',
          id: 'koreksi tanggal meninggal, atau cabut laporannya',
        },
      ],
    },
  ),
  CHILDREN_OF_BOTH: conflict(
    {
      en: 'Together they would have named a child twice, or more than two',
      id: 'Bila digabungkan, seorang anak tercatat dua kali atau lebih dari dua anak',
    },
    {
      allowed: [
        { en: 'take off the child that is named twice first', id: 'coret dahulu anak yang tercatat ganda' },
      ],
    },
  ),
  NOT_MERGED: conflict({
    en: 'This participant was not merged into another',
    id: 'Peserta ini tidak digabungkan ke peserta lain',
  }),
  NIK_TAKEN_OVER: conflict(
    (_survivor: { participantId: string }) => ({
      en: 'The NIK of this participant is by now that of the one who stayed',
      id: 'NIK peserta ini sekarang menjadi NIK peserta yang dilanjutkan',
    }),
    {
      allowed: [{ en: 'correct the NIK of that one first', id: 'koreksi dahulu NIK peserta itu' }],
      facts: ({ participantId }) => ({ participantId }),
    },
  ),
});
