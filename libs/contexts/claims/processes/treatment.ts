import type {
  AccidentConcluded,
  DeterminationIssued,
  NoticeWithdrawn,
  StageTwoReported,
} from '#contexts/accidents/facts';
import type { Caused, Process } from '#kernel';
import type { EndTreatmentInput } from '../domain/treatment.js';
import { claimsOfAccident } from '../programmes/index.js';

type Ended = StageTwoReported | AccidentConcluded | DeterminationIssued | NoticeWithdrawn;

/** A claim that was handed in while the patient was treated goes on once the treatment has ended, or is none of JKK's. */
export const treatment: Process<Ended, { readonly EndTreatment: EndTreatmentInput }> = {
  name: 'treatment',
  version: 1,
  categories: ['accident'],
  on: {
    StageTwoReported: endOf,
    AccidentConcluded: endOf,
    DeterminationIssued: endOf,
    NoticeWithdrawn: endOf,
  },
};

function endOf({ data: { accidentId } }: Caused<Ended>) {
  return claimsOfAccident(accidentId).map((claimId) => ({
    key: claimId,
    command: 'EndTreatment' as const,
    input: { claimId },
  }));
}
