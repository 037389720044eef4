import { type LocalDate, type Words, conflict, notFound, refusals, tooLarge, unprocessable } from '#kernel';

const AGAIN: Words = { en: 'hand the paper in again', id: 'serahkan kembali berkasnya' };

const TYPES: readonly Words[] = ['PDF', 'JPEG', 'PNG'].map((type) => ({ en: type, id: type }));

/** Why a paper is not kept, shown or named. */
export const paperRefusals = refusals({
  PAPER_NOT_FOUND: notFound({
    en: 'No such paper was handed in',
    id: 'Berkas ini tidak pernah diserahkan',
  }),
  PAPER_OF_NOBODY: notFound(
    { en: 'No such participant is registered', id: 'Peserta ini tidak terdaftar' },
    { allowed: [{ en: 'register the participant first', id: 'daftarkan pesertanya dahulu' }] },
  ),
  PAPER_DROPPED: conflict(
    {
      en: 'Nothing named this paper in time, so its file was deleted',
      id: 'Berkas ini tidak dipakai pada waktunya, sehingga dihapus',
    },
    { allowed: [AGAIN] },
  ),
  PAPER_OF_ANOTHER: conflict({
    en: 'This paper was handed in for another participant',
    id: 'Berkas ini diserahkan untuk peserta lain',
  }),
  PAPER_NAMED_LATE: conflict(
    ({ nameBy }: { nameBy: LocalDate }) => ({
      en: `This paper could be named until ${nameBy}: what nothing names is deleted`,
      id: `Berkas ini dapat dipakai sampai ${nameBy}: yang tidak dipakai dihapus`,
    }),
    { allowed: [AGAIN] },
  ),
  PAPER_NOT_SEALED_AS_HEALTH: conflict(
    {
      en: 'A document of this kind tells of health, and the paper was handed in as one that does not',
      id: 'Dokumen jenis ini memuat data kesehatan, sedangkan berkasnya diserahkan sebagai berkas tanpa data kesehatan',
    },
    {
      allowed: [
        { en: 'hand the paper in again with tells=HEALTH', id: 'serahkan kembali dengan tells=HEALTH' },
      ],
    },
  ),
  PAPER_OF_ANOTHER_KIND: conflict(
    ({ first, kind }: { first: string; kind: string }) => ({
      en: `This file is named as ${first} already, and so is not ${kind} as well: one file is one paper`,
      id: `File ini sudah disebut sebagai ${first}, jadi bukan sekaligus ${kind}: satu file berarti satu berkas`,
    }),
    {
      allowed: [
        { en: 'each paper as a file of its own', id: 'setiap berkas sebagai file tersendiri' },
        {
          en: 'the document without a file, by its number',
          id: 'dokumennya tanpa file, dengan nomornya',
        },
      ],
    },
  ),
  PAPER_ERASED: conflict({
    en: 'The keys of this paper were destroyed: nobody can open it any more',
    id: 'Kunci berkas ini sudah dimusnahkan: tidak seorang pun dapat membukanya lagi',
  }),
  PAPER_DAMAGED: conflict(
    {
      en: 'The file of this paper is not what was handed in',
      id: 'Isi berkas ini bukan lagi yang diserahkan',
    },
    {
      allowed: [
        AGAIN,
        { en: 'an operator restores it from a backup', id: 'operator memulihkannya dari cadangan' },
      ],
    },
  ),
  PAPER_OF_OTHER_TYPE: unprocessable(
    {
      en: 'The file is not what its Content-Type says, by its first bytes',
      id: 'Isi file tidak sesuai dengan Content-Type, dilihat dari byte pertamanya',
    },
    { allowed: TYPES },
  ),
  PAPER_TOO_LARGE: tooLarge(
    ({ megabytes }: { megabytes: number }) => ({
      en: `A paper has at most ${megabytes} MB`,
      id: `Sebuah berkas paling besar ${megabytes} MB`,
    }),
    {
      allowed: [
        {
          en: 'fewer pages, or a scan of 200 dots per inch',
          id: 'lebih sedikit halaman, atau pindaian 200 dpi',
        },
      ],
    },
  ),
});
