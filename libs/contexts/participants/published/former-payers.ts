import type { Payer } from '../domain/participant.events.js';

/** The payers that the first versions of the contracts name. */
export const FORMER_PAYERS = [
  'SELF',
  'EMPLOYER',
  'VILLAGE',
  'LOCAL_GOV',
  'CSR_SPONSOR',
  'PROJECT_OWNER',
] as const;

type FormerPayer = (typeof FORMER_PAYERS)[number];

/** The nearest that they name. */
const NEAREST: Readonly<Record<Exclude<Payer, FormerPayer>, FormerPayer>> = {
  KELURAHAN: 'LOCAL_GOV',
  CENTRAL_GOV: 'LOCAL_GOV',
  CHAMBER: 'CSR_SPONSOR',
};

export const formerPayer = (payer: Payer): FormerPayer =>
  FORMER_PAYERS.find((one) => one === payer) ?? NEAREST[payer as Exclude<Payer, FormerPayer>];
