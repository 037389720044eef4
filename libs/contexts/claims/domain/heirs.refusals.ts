import { type LocalDate, conflict, refusals } from '#kernel';
import {
  DETERMINE,
  ESTABLISH_HEIRS,
  PROPOSE_DENIAL,
  REPORT_DISPUTE,
  REPORT_HEIR_DEATH,
  REVOKE_HEIR_DEATH,
} from './ways-out.js';

const AS_DEAD = {
  en: 'standing DIED, with the day and the certificate of death of whoever has died',
  id: 'standing DIED, dengan hari dan akta kematian bagi yang sudah meninggal',
};

/** Why heirs are not recorded as they were named, and why nobody is paid before they are. */
export const heirRefusals = refusals({
  NO_HEIRS_OF_THE_LIVING: conflict(
    {
      en: 'Nobody died, or an heir does not claim',
      id: 'Tidak ada yang meninggal, atau klaim tidak diajukan oleh ahli waris',
    },
    { allowed: [{ en: 'let the heir take the claim over', id: 'alihkan klaim kepada ahli waris' }] },
  ),
  HEIRS_ARE_OPEN: conflict(
    {
      en: 'It is still to be recorded who inherits: what is theirs is not paid before',
      id: 'Ahli warisnya belum ditetapkan: haknya tidak dibayar sebelumnya',
    },
    { allowed: [ESTABLISH_HEIRS, REVOKE_HEIR_DEATH] },
  ),
  HEIRS_ARE_ESTABLISHED: conflict(
    {
      en: 'It is recorded who inherits, and they may have been paid: others are recorded once that is disputed, or one of them has died',
      id: 'Ahli warisnya sudah ditetapkan dan mungkin sudah dibayar: yang lain ditetapkan setelah disengketakan, atau setelah seorang dari mereka meninggal',
    },
    { allowed: [REPORT_DISPUTE, REPORT_HEIR_DEATH] },
  ),
  NO_HEIR_DEATH: conflict(
    {
      en: 'No death of an heir is reported whose place nobody has taken',
      id: 'Tidak ada laporan kematian ahli waris yang penggantinya belum ditetapkan',
    },
    { allowed: [REPORT_HEIR_DEATH, REPORT_DISPUTE] },
  ),
  DEAD_HEIR_NOT_NAMED: conflict(
    {
      en: 'Several heirs have died, and each share passes on by itself: say which of them it is about',
      id: 'Ahli waris yang meninggal lebih dari satu, dan bagian masing-masing beralih sendiri-sendiri: sebutkan yang mana',
    },
    {
      allowed: [
        { en: 'inPlaceOfId: see GET /claims/{claimId}', id: 'inPlaceOfId: lihat GET /claims/{claimId}' },
        { en: 'heirId: see GET /claims/{claimId}', id: 'heirId: lihat GET /claims/{claimId}' },
      ],
    },
  ),
  REPORTER_CANNOT_REVOKE_HEIR_DEATH: conflict(
    {
      en: 'Whoever reported that the heir has died does not take it back: ask somebody else',
      id: 'Yang melaporkan kematian ahli waris tidak membatalkannya: mintalah orang lain',
    },
    { allowed: [{ en: 'somebody else does it', id: 'orang lain melakukannya' }] },
  ),
  HEIR_DIED_IN_FUTURE: conflict(
    ({ today }: { today: LocalDate }) => ({
      en: `Nobody has died after ${today}`,
      id: `Tidak ada yang meninggal setelah ${today}`,
    }),
    { allowed: ({ today }) => [{ en: `diedOn until ${today}`, id: `diedOn sampai dengan ${today}` }] },
  ),
  NOTHING_APPROVED_FOR_HEIRS: conflict(
    {
      en: 'Nothing is approved for heirs yet, and no share of it passes on: it is recorded who inherits, and who of them has died',
      id: 'Belum ada yang disetujui untuk ahli waris, sehingga tidak ada bagian yang beralih: tetapkan ahli warisnya, dan siapa yang sudah meninggal',
    },
    { allowed: [ESTABLISH_HEIRS, AS_DEAD] },
  ),
  HEIR_DEATH_NOT_SHOWN: conflict(
    {
      en: 'Of whoever has died the day and the certificate of death stand here, and of nobody else',
      id: 'Hari dan akta kematian disebut bagi yang sudah meninggal, yang lain tidak',
    },
    { allowed: [AS_DEAD] },
  ),
  HEIR_DIED_BEFORE_BIRTH: conflict(
    ({ bornOn }: { bornOn: LocalDate }) => ({
      en: `Nobody has died before they were born, here on ${bornOn}`,
      id: `Tidak ada yang meninggal sebelum lahir, di sini pada ${bornOn}`,
    }),
    { allowed: ({ bornOn }) => [{ en: `diedOn from ${bornOn} on`, id: `diedOn mulai ${bornOn}` }] },
  ),
  HEIR_DIED_BEFORE: conflict(
    ({ inheritedOn }: { inheritedOn: LocalDate }) => ({
      en: `Whoever died before ${inheritedOn}, the day on which the participant died, or the heir whose place they have, has inherited nothing: their part is others'`,
      id: `Yang meninggal sebelum ${inheritedOn}, hari meninggalnya peserta, atau ahli waris yang digantikannya, tidak mewaris: bagiannya milik ahli waris lain`,
    }),
    {
      allowed: ({ inheritedOn }) => [
        { en: `diedOn from ${inheritedOn} on`, id: `diedOn mulai ${inheritedOn}` },
        REPORT_DISPUTE,
      ],
    },
  ),
  HEIR_NOT_NAMED: conflict(
    {
      en: 'Several heirs are paid, and only the share of the one who died passes on: say which of them it was',
      id: 'Ahli waris yang dibayar lebih dari satu, dan hanya bagian yang meninggal yang beralih: sebutkan siapa',
    },
    { allowed: [{ en: 'heirId: see GET /claims/{claimId}', id: 'heirId: lihat GET /claims/{claimId}' }] },
  ),
  HEIR_IS_NOT_PAID: conflict(
    {
      en: 'None of the heirs who are paid is this one',
      id: 'Bukan salah satu ahli waris yang dibayar',
    },
    { allowed: [{ en: 'heirId: see GET /claims/{claimId}', id: 'heirId: lihat GET /claims/{claimId}' }] },
  ),
  NO_HEIR_IN_THE_ORDER: conflict(
    {
      en: 'None of these is an heir by the order of the law',
      id: 'Tidak satu pun dari mereka ahli waris menurut urutan peraturan',
    },
    {
      allowed: [
        { en: 'sharing COURT, with the ruling', id: 'sharing COURT, dengan penetapannya' },
        DETERMINE,
        PROPOSE_DENIAL,
      ],
    },
  ),
  NOT_FIRST_IN_RANK: conflict(
    ({ relations }: { relations: readonly string[] }) => ({
      en: `Others come before by the order of the law: ${relations.join(', ')}`,
      id: `Menurut urutan peraturan ada yang lebih dahulu: ${relations.join(', ')}`,
    }),
    {
      allowed: [
        { en: 'those who come first are paid', id: 'yang lebih dahulu dibayar' },
        { en: 'sharing COURT, with the ruling', id: 'sharing COURT, dengan penetapannya' },
      ],
    },
  ),
  REGISTERED_HEIR_NOT_NAMED: conflict(
    ({ relations }: { relations: readonly string[] }) => ({
      en: `The participant has named others, who come no later: ${relations.join(', ')}`,
      id: `Peserta mendaftarkan ahli waris lain yang tidak lebih akhir urutannya: ${relations.join(', ')}`,
    }),
    {
      allowed: [
        {
          en: 'name them too, paid or with their letter',
          id: 'sebutkan mereka juga, dibayar atau dengan suratnya',
        },
        AS_DEAD,
        { en: 'sharing COURT, with the ruling', id: 'sharing COURT, dengan penetapannya' },
      ],
    },
  ),
  NO_HEIR_IS_PAID: conflict(
    { en: 'None of them is to be paid', id: 'Tidak satu pun dari mereka dibayar' },
    { allowed: [{ en: 'standing PAID of at least one', id: 'standing PAID untuk sedikitnya satu orang' }] },
  ),
  HEIR_LETTER_MISSING: conflict({
    en: 'Whoever is of the same rank and not paid has said so in writing: name the letter',
    id: 'Yang segolongan dan tidak dibayar menyatakannya secara tertulis: sebutkan suratnya',
  }),
  ONE_PAYEE_ONLY: conflict({
    en: 'One of them is paid, and the others let them by power of attorney',
    id: 'Satu orang dibayar, yang lain memberi kuasa',
  }),
  PARTS_ARE_EQUAL: conflict(
    { en: 'Equal shares have one part each', id: 'Bagian yang sama berarti satu bagian masing-masing' },
    { allowed: [{ en: 'sharing AGREED, with the agreement', id: 'sharing AGREED, dengan kesepakatannya' }] },
  ),
  SHARING_NOT_SHOWN: conflict(
    {
      en: 'What shows how they share is missing; spouses of several marriages share by agreement or by court',
      id: 'Bukti pembagian belum ada; suami atau istri dari beberapa perkawinan berbagi menurut kesepakatan atau pengadilan',
    },
    { allowed: [{ en: 'sharing AGREED, with the agreement', id: 'sharing AGREED, dengan kesepakatannya' }] },
  ),
  GUARDIAN_OF_MINORS: conflict({
    en: 'A minor is paid, or lets another be paid, through a guardian, and nobody else does: name guardian and letter of the minor alone',
    id: 'Anak di bawah umur dibayar, atau memberi kuasa, melalui wali, orang lain tidak: sebutkan wali dan suratnya hanya untuk anak itu',
  }),
  MINOR_GIVES_NOTHING_UP: conflict(
    {
      en: 'A minor gives no share up, and nobody does it for them without a court',
      id: 'Anak di bawah umur tidak melepaskan bagiannya, dan tidak seorang pun melepaskannya tanpa pengadilan',
    },
    {
      allowed: [
        { en: 'standing PAID, with their guardian', id: 'standing PAID, dengan walinya' },
        { en: 'standing AUTHORISES, with their guardian', id: 'standing AUTHORISES, dengan walinya' },
        { en: 'sharing COURT, with the ruling', id: 'sharing COURT, dengan putusannya' },
      ],
    },
  ),
  BIRTH_DATE_MISSING: conflict(({ relations }: { relations: readonly string[] }) => ({
    en: `Whoever may be a minor and is paid, or lets another be paid, has a day of birth here: ${relations.join(', ')}`,
    id: `Yang dibayar, atau membiarkan orang lain dibayar, dan mungkin di bawah umur disebut tanggal lahirnya: ${relations.join(', ')}`,
  })),
  HEIR_BORN_AFTER_TODAY: conflict(
    ({ today }: { today: LocalDate }) => ({
      en: `Nobody inherits who is not born yet: an heir has a day of birth after ${today} here`,
      id: `Yang belum lahir tidak mewaris: tanggal lahir seorang ahli waris di sini setelah ${today}`,
    }),
    {
      allowed: ({ today }) => [{ en: `birthDate until ${today}`, id: `birthDate sampai dengan ${today}` }],
    },
  ),
  HEIR_NAMED_TWICE: conflict(
    ({ relations }: { relations: readonly string[] }) => ({
      en: `The same heir stands here twice, by NIK or by name and relation: ${relations.join(', ')}`,
      id: `Ahli waris yang sama disebut dua kali, menurut NIK atau nama dan hubungannya: ${relations.join(', ')}`,
    }),
    {
      allowed: [
        { en: 'heirs with each of them once', id: 'heirs dengan masing-masing satu kali' },
        {
          en: 'nik of both, where they are two of one name',
          id: 'nik keduanya, bila mereka dua orang yang bernama sama',
        },
      ],
    },
  ),
  ACCOUNTS_OF_THE_PAID: conflict({
    en: 'Whoever is paid has an account here, and nobody else',
    id: 'Yang dibayar mempunyai rekening di sini, yang lain tidak',
  }),
  HEIRS_NOT_ESTABLISHED: conflict(
    {
      en: 'Other heirs are registered than whoever claims: establish who inherits first',
      id: 'Ahli waris yang terdaftar bukan yang mengajukan klaim: tetapkan ahli warisnya lebih dahulu',
    },
    {
      allowed: [
        ESTABLISH_HEIRS,
        { en: 'let another heir take the claim over', id: 'alihkan klaim kepada ahli waris lain' },
      ],
    },
  ),
});
