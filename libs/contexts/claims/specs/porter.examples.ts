/** What clerks send about the porter of these specs. People are invented. */

/** Her registration; each spec adds a NIK. */
export const WORKER = {
  channel: 'PLKK',
  payer: 'SELF',
  district: '321605',
  sector: 'OTHER',
  declaredIncomeIdr: 900_000,
  registeredOn: '2026-08-03',
  person: {
    name: 'Siti Contoh',
    birthDate: '1990-05-12',
    sex: 'FEMALE',
    occupation: 'kuli panggul',
    workplace: 'Pasar Contoh',
  },
};

/** The notice of her accident at work. */
export const NOTICE = {
  kind: 'AT_WORK',
  placeKind: 'INSIDE_WORK_SITE',
  occurredOn: '2026-09-01',
  occurredAt: '08:00',
  notifiedBy: 'GROUP',
  person: { contactName: 'Sari Contoh', contactPhone: '0812 0000 0001', place: 'Pasar Contoh, blok A' },
  health: { chronology: 'A crate fell on her hand' },
};

export const papers = (...kinds: string[]) => kinds.map((kind) => ({ kind, reference: `archive/${kind}` }));

/** What a JKK claim of a participant who lives needs. */
export const JKK_PAPERS = papers('KPJ_CARD', 'E_KTP', 'CHRONOLOGY', 'KK1', 'KK2', 'KK3', 'ACCOUNT_BOOK');

/** What the heir brings beside them. */
export const HEIR_PAPERS = papers('DEATH_CERTIFICATE', 'HEIR_CERTIFICATE', 'KK', 'HEIR_KTP');

/** The porter claims for herself. */
export const PORTER = {
  claimantName: 'Siti Contoh',
  account: { bank: 'Bank Contoh', number: '0000011111', holder: 'Siti Contoh' },
};

/** Her heir claims. */
export const WIDOWER = {
  claimantName: 'Budi Contoh',
  account: { bank: 'Bank Lain', number: '0000033333', holder: 'Budi Contoh' },
};
