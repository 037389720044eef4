import type { Conclusion } from '#law';
import type { LocalDate, Policy } from '#kernel';
import type { AccidentKind, EvidenceKind } from '../accident.events.js';
import type { NotWorkAccident, StageTwoReported, UnderWay } from '../accident-state.js';
import { accidentRefusals } from '../refusals.js';

/** What the rules about a conclusion look at. */
export interface ConclusionGrounds {
  readonly accident: UnderWay | StageTwoReported | NotWorkAccident;
  readonly conclusion: Conclusion;
  readonly concludedOn: LocalDate;
  readonly today: LocalDate;
}

interface Proof {
  /** One of these is enough. */
  readonly anyOf: readonly EvidenceKind[];
  readonly article: string;
}

/** Kinds of accident that the victim's word alone does not prove. */
const PROOF_NEEDED: Readonly<Partial<Record<AccidentKind, Proof>>> = {
  COMMUTE: { anyOf: ['POLICE_LETTER', 'TWO_WITNESSES'], article: 'Kepmen 609/2012' },
  VIOLENCE: { anyOf: ['POLICE_LETTER', 'VISUM'], article: 'Permenaker 1/2025' },
};

const notInTheFuture: Policy<ConclusionGrounds> = {
  name: 'not-in-the-future',
  check: ({ concludedOn, today }) =>
    concludedOn > today ? accidentRefusals.CONCLUDED_IN_FUTURE({ today }) : undefined,
};

const notBeforeStageOne: Policy<ConclusionGrounds> = {
  name: 'not-before-stage-one',
  check: ({ concludedOn, accident: { stageOne } }) =>
    concludedOn < stageOne.reportedOn ? accidentRefusals.CONCLUDED_BEFORE_STAGE_ONE(stageOne) : undefined,
};

const provenByItsKindOfEvidence: Policy<ConclusionGrounds> = {
  name: 'proven-by-its-kind-of-evidence',
  check: ({ accident: { kind, evidence }, conclusion }) => {
    const proof = PROOF_NEEDED[kind];
    if (!proof || conclusion === 'NOT_WORK_ACCIDENT') return undefined;
    if (proof.anyOf.some((one) => evidence.includes(one))) return undefined;
    const { anyOf, article } = proof;
    return { ...accidentRefusals.EVIDENCE_MISSING({ kind, anyOf }), article };
  },
};

/** In this order; the first refusal wins. */
export const CONCLUSION_POLICIES: readonly Policy<ConclusionGrounds>[] = [
  notInTheFuture,
  notBeforeStageOne,
  provenByItsKindOfEvidence,
];
