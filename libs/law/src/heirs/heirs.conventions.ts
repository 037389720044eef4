import { convention, description } from '../kernel/convention.js';

export const NO_HEIR = convention(
  'Q-9',
  {
    id: 'Tanpa ahli waris sama sekali: dana jaminan sosial atau Balai Harta Peninggalan?',
    en: 'No heir at all: social security fund or Balai Harta Peninggalan?',
  },
  { id: 'Petugas memutuskan.', en: 'A person decides.' },
  'MANUAL_REVIEW',
);

export const DEAD_HEIR = description(
  'E-23',
  {
    id: 'Ahli waris meninggal sesudah peserta dan sebelum dibayar: siapa dibayar?',
    en: 'An heir dies after the participant and before being paid: who is paid?',
  },
  {
    id: 'Sampai klaim disetujui, yang dibayar adalah yang masih hidup, menurut urutannya, seakan-akan yang meninggal tidak ada: bagiannya menjadi milik ahli waris lain segolongan, atau golongan berikutnya bila tidak ada. Ahli waris dari yang meninggal mendapat bagian itu dengan penetapan pengadilan. Sejak disetujui bagian itu miliknya, dan beralih kepada yang ditetapkan sebagai penggantinya.',
    en: 'Until the claim is approved those who live are paid, in their order, as if whoever died had not been there: the others of the class have that share, or the next class where there are none. Whoever inherits from the one who died has it by a ruling of a court. From the approval on the share is that heir’s own, and passes on to whoever is recorded in their place.',
  },
);

export const EQUAL_SHARES = description(
  'E-15',
  {
    id: 'Beberapa ahli waris dalam satu golongan: siapa dibayar berapa?',
    en: 'Several heirs of one class: who is paid how much?',
  },
  {
    id: 'Satu penerima dengan kuasa dari semuanya, atau atas permintaan bagian yang sama dalam rupiah penuh, sisanya kepada yang disebut pertama. Janda atau duda dari beberapa perkawinan dan anak-anak berbagi menurut kesepakatan atau penetapan pengadilan; anak di bawah umur melalui wali.',
    en: 'One payee with the power of attorney of all, or on request equal shares in whole rupiah, the remainder to the one named first. Spouses of several marriages and the children share by agreement or by court; minors through a guardian.',
  },
);
