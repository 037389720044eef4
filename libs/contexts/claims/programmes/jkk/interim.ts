import { Rejection } from '#kernel';
import { type JkkCaseInput, calculateJkkCase, daysThatCount } from '#law';
import { interimRefusals } from '../../domain/interim.refusals.js';
import type { Assessed, InterimAsked, OpenClaim } from '../../domain/programme.js';
import { requireConfirmedPlacement } from '../project.js';
import { ofWork } from './assess.js';
import type { JkkFacts } from './facts.js';
import { jkkRefusals } from './refusals.js';

/**
 * Whether a claim waits for the end of the treatment: stage II is not reported, and the law grants the claim so far. What it refuses
 * anyway, or what waits for arrears, need not wait for a doctor.
 */
export function isUnfinished({ accident, participant }: JkkFacts): boolean {
  if (accident.stageTwoReported) return false;
  const { decision } = calculateJkkCase({
    segment: participant.segment,
    accidentDate: accident.occurredOn,
    conclusion: accident.conclusion,
    ...ofWork(accident, participant),
    outcome: 'HEALED',
  });
  return decision === undefined;
}

/**
 * What the law gives for incapacity while the patient is still treated (reference 2.6): for so many days since the accident in all, less
 * what was paid. It waits for the conclusion, and not for the end of the treatment.
 * @throws Rejection `PLACEMENT_UNCONFIRMED`, `HEALTH_DATA_ERASED`, `ACCIDENT_NOT_CONCLUDED`, `TREATMENT_HAS_ENDED`
 */
export function interimJkk(
  claim: OpenClaim,
  { accident, participant }: JkkFacts,
  { days, paidIdr, wageContinued }: InterimAsked,
): Assessed {
  requireConfirmedPlacement(participant);
  if (accident.healthErased) throw new Rejection(jkkRefusals.HEALTH_DATA_ERASED());
  if (accident.conclusion === undefined) throw new Rejection(jkkRefusals.ACCIDENT_NOT_CONCLUDED());
  if (accident.stageTwoReported) throw new Rejection(interimRefusals.TREATMENT_HAS_ENDED());
  const inputs: JkkCaseInput = {
    segment: participant.segment,
    accidentDate: accident.occurredOn,
    claimDate: claim.submittedOn,
    conclusion: accident.conclusion,
    ...ofWork({ ...accident, ...(wageContinued !== undefined && { wageContinued }) }, participant),
    incapacityDays: daysThatCount(days),
    ...(paidIdr > 0 && { stmbPaid: paidIdr }),
    outcome: 'HEALED',
  };
  return { inputs, calculation: calculateJkkCase(inputs), entitledChildren: [] };
}
