import { deathFacts } from '#contexts/deaths/facts';
import { participantFacts } from '#contexts/participants/facts';
import { type LocalDate, Rejection, conflict, derivedId, refusals } from '#kernel';
import { type JhtAccount, calculateJhtFull } from '#law';
import { PAPERS_OF_HEIRS } from '../../domain/policies/takeover.policies.js';
import type { AssessableClaim, Assessed, Programme } from '../../domain/programme.js';

/** What a decision about a JHT claim needs to know. */
export interface JhtFacts {
  /** What was saved for old age; nobody keeps such accounts here yet. */
  readonly account?: JhtAccount;
  /** The day on which a participant stopped to contribute, or died. */
  readonly stoppedOn?: LocalDate;
  readonly diedOn?: LocalDate;
}

/** One claim for the whole account. The id is stored, so its parts never change. */
export const jhtClaimId = (participantId: string) => derivedId('claim', 'JHT', participantId);

/** Why a JHT claim is refused, beside what every claim is refused for. */
export const jhtRefusals = refusals({
  JHT_ACCOUNT_UNKNOWN: conflict({
    en: 'No JHT account of this participant is known',
    id: 'Saldo JHT peserta ini tidak diketahui',
  }),
  JHT_STILL_SAVING: conflict({
    en: 'The participant neither stopped contributing nor died',
    id: 'Peserta tidak berhenti mengiur dan tidak meninggal',
  }),
});

/** Jaminan Hari Tua of a participant who works for nobody (BPU): the whole account, when they stop or die. */
export const jht: Programme<JhtFacts> = {
  code: 'JHT',
  isOpen: false,
  calculator: 'JHT_FULL',
  refusals: jhtRefusals,
  nothingPayable: {
    decision: 'REJECTED_NOTHING_PAYABLE',
    rule: 'something-is-payable',
    law: 'PP 46/2015',
    article: 'Art. 22',
    detail: 'The account holds nothing.',
  },
  async facts(read, { participantId }) {
    await participantFacts(read, participantId);
    const { diedOn } = await deathFacts(read, participantId);
    return { ...(diedOn && { diedOn, stoppedOn: diedOn }) };
  },
  claimable({ account, stoppedOn }) {
    if (!account) throw new Rejection(jhtRefusals.JHT_ACCOUNT_UNKNOWN());
    if (stoppedOn === undefined) throw new Rejection(jhtRefusals.JHT_STILL_SAVING());
  },
  eventDay({ stoppedOn }) {
    if (stoppedOn === undefined) throw new Error('No day on which the saving stopped');
    return stoppedOn;
  },
  entitled: ({ diedOn }) => (diedOn === undefined ? 'PARTICIPANT' : 'HEIR'),
  /** Reference 7.1. */
  papers: ({ diedOn }) => [
    'KPJ_CARD',
    'E_KTP',
    'ACCOUNT_BOOK',
    ...(diedOn === undefined ? [] : PAPERS_OF_HEIRS),
  ],
  assess: assessJht,
  determinable: [],
  toFacilities: () => [],
};

/** @throws Rejection `JHT_ACCOUNT_UNKNOWN` */
function assessJht({ eventDate, submittedOn }: AssessableClaim, { account, diedOn }: JhtFacts): Assessed {
  if (!account) throw new Rejection(jhtRefusals.JHT_ACCOUNT_UNKNOWN());
  const reason = diedOn === undefined ? ('BPU_STOPPED' as const) : ('DEATH' as const);
  const inputs = { ...account, reason, stopDate: eventDate, claimDate: submittedOn };
  return { inputs, calculation: calculateJhtFull(inputs), entitledChildren: [] };
}
