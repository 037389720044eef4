import { convention, description } from '../kernel/convention.js';

export const CONTRIBUTION_ROUNDING = description(
  'R-2',
  { id: 'Bagaimana iuran dibulatkan?', en: 'How are contributions rounded?' },
  { id: 'Seperti R-1, per program dan per orang.', en: 'As R-1, per programme and per person.' },
);

export const RELIEF_FINE = convention(
  'Q-23',
  {
    id: 'Denda mana atas bulan terlambat dari keringanan industri padat karya (PP 7/2025 Pasal 7)?',
    en: 'Which fine is on a late month of the relief for labour-intensive industry (PP 7/2025 Art. 7)?',
  },
  {
    id: '0,5 % sebulan bila dibayar paling lambat 2026-06-30; sesudahnya denda biasa.',
    en: '0.5 % a month when it is paid by 2026-06-30; after that the ordinary fine.',
  },
  '0.5',
  'M',
);

export const NON_ASN_CONTRIBUTIONS = description(
  'E-19',
  {
    id: 'Iuran pegawai non-ASN badan negara: dengan tarif mana?',
    en: 'Contributions of staff of state bodies that are no civil servants (non-ASN): at which rates?',
  },
  {
    id: 'Seperti PU, ditanggung badan negara (APBN atau APBD); keringanan industri padat karya tidak berlaku. Denda keterlambatan seperti PU.',
    en: 'As those of PU, borne by the state body (APBN or APBD); the relief of labour-intensive industry does not apply. The fine is that of PU.',
  },
);
