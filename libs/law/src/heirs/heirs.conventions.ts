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
