import {
  type AuthorityUsed,
  type BankAccount,
  type CommandContext,
  type LocalDate,
  Rejection,
  ZERO_RUPIAH,
  authorityNeeded,
  authorityPolicies,
  authorityUsed,
  enforce,
  inSituation,
  opened,
} from '#kernel';
import { type Calculation, calculateScholarshipYear } from '#law';
import { componentOf } from './component-of.js';
import { type EntitlingEvent, requireEntitlingEvent } from './entitling-event.js';
import { ended } from './end-scholarship.js';
import { scholarshipRefusals } from './refusals.js';
import type { EndReason, ScholarshipEvent } from './scholarship.events.js';
import {
  type Ended,
  type Entitled,
  type Evidence,
  type ScholarshipState,
  entitledIn,
  yearOf,
} from './scholarship.js';
import { yearInputs } from './year-inputs.js';

export interface ApproveYearInput {
  readonly scholarshipId: string;
  readonly year: number;
}

/**
 * A second person decides on a year (persetujuan beasiswa tahunan), a supervisor as far as their authority reaches: each year counts by
 * itself, whatever the right may come to (reference 6.1). What the law refuses becomes `ScholarshipYearDenied`,
 * and where it ends the right, `ScholarshipEnded`: that is an outcome, not an error. Years up to the end of
 * a right are decided after it as well.
 * @throws Rejection `SCHOLARSHIP_NOT_FOUND`, `SCHOLARSHIP_ENDED`, `EVIDENCE_NOT_SUBMITTED`, `YEAR_ALREADY_APPROVED`,
 *   `YEAR_ALREADY_DENIED`, `APPROVER_IS_SUBMITTER`, `BEYOND_AUTHORITY`, `PERSONAL_DATA_ERASED`, `EVENT_REVOKED`
 */
export function approveYear(
  { year }: ApproveYearInput,
  state: ScholarshipState,
  { actor, today }: CommandContext,
  event: EntitlingEvent = {},
): readonly ScholarshipEvent[] {
  const scholarship = entitledIn(state, year);
  requireEntitlingEvent(event);
  const evidence = openEvidence(scholarship, year);
  if (evidence.submittedBy === actor.id) throw new Rejection(scholarshipRefusals.APPROVER_IS_SUBMITTER());
  // Once a person's key is destroyed, nothing more can be decided or paid for them.
  const person = opened(evidence.person);
  if (!person) throw new Rejection(scholarshipRefusals.PERSONAL_DATA_ERASED());
  const answer = calculateScholarshipYear(yearInputs(scholarship, evidence, person.birthDate));
  const isApproved = answer.decision === undefined;
  const grounds = {
    decider: actor,
    needed: authorityNeeded('CASH', isApproved ? answer.totalIdr : ZERO_RUPIAH, today),
  };
  enforce(authorityPolicies(scholarshipRefusals), grounds);
  const by = { approverId: actor.id, authority: authorityUsed(grounds) };
  return isApproved
    ? approved(scholarship, { ...evidence, person }, answer, by, today)
    : denied(scholarship, evidence, answer, actor.id, today);
}

/** The evidence of a year that is still to be decided. */
function openEvidence(scholarship: Entitled | Ended, year: number): Evidence {
  const known = yearOf(scholarship, year);
  if (!known) throw new Rejection(scholarshipRefusals.EVIDENCE_NOT_SUBMITTED({ year }));
  // One that was closed is beyond the end of the right, and open again once that goes on.
  const { evidence } = inSituation(known, ['EVIDENCED', 'CLOSED'], (decided) =>
    decided.situation === 'APPROVED'
      ? scholarshipRefusals.YEAR_ALREADY_APPROVED(decided)
      : scholarshipRefusals.YEAR_ALREADY_DENIED(decided),
  );
  return evidence;
}

function approved(
  scholarship: Entitled | Ended,
  evidence: Omit<Evidence, 'person'> & { readonly person: { readonly account: BankAccount } },
  { components, totalIdr, ruleSetVersion }: Calculation,
  by: { readonly approverId: string; readonly authority: AuthorityUsed },
  today: LocalDate,
): readonly ScholarshipEvent[] {
  const { scholarshipId, claimId, participantId } = scholarship;
  const { year, level, yearInLevel, payee, person } = evidence;
  const approval: ScholarshipEvent = {
    type: 'ScholarshipYearApproved',
    data: {
      scholarshipId,
      claimId,
      participantId,
      year,
      level,
      yearInLevel,
      components: components.map(componentOf),
      amountIdr: totalIdr,
      ruleSetVersion,
      ...by,
      payee,
      effectiveOn: today,
      person: { account: person.account },
    },
  };
  // The law before 2019-12-02 pays the child once, whatever the level: its component names none.
  const paidOnce = components.some(({ code }) => code === 'SCHOLARSHIP');
  return paidOnce ? [approval, endedWith(scholarship, year, 'PAID_ONCE', by.approverId, today)] : [approval];
}

function denied(
  scholarship: Entitled | Ended,
  { year, level }: Evidence,
  { decision = '', rule = '', components }: Calculation,
  deciderId: string,
  today: LocalDate,
): readonly ScholarshipEvent[] {
  const { scholarshipId, participantId, situation } = scholarship;
  const [refusal] = components;
  if (!refusal) throw new Error(`The scholarship calculator decided ${decision} without a reason`);
  const denial: ScholarshipEvent = {
    type: 'ScholarshipYearDenied',
    data: {
      scholarshipId,
      participantId,
      year,
      decision,
      rule,
      law: refusal.law,
      article: refusal.article,
      detail: refusal.explanation.en,
      deciderId,
      effectiveOn: today,
    },
  };
  const reason = situation === 'ENTITLED' ? endReasonOf(decision, level) : undefined;
  return reason ? [denial, endedWith(scholarship, year, reason, deciderId, today)] : [denial];
}

/** The right ends with the decision on a year, which that does not close. */
const endedWith = (
  scholarship: Entitled | Ended,
  decided: number,
  reason: EndReason,
  deciderId: string,
  today: LocalDate,
): ScholarshipEvent => {
  const years = scholarship.years.filter(({ year }) => year !== decided);
  return ended({ ...scholarship, years }, reason, deciderId, today);
};

/** Missing evidence leaves the right as it is, and after a level that is used up the next one may follow. */
function endReasonOf(decision: string, level: Evidence['level']): EndReason | undefined {
  switch (decision) {
    case 'REJECTED_AGE_23':
      return 'AGE_23';
    case 'REJECTED_MARRIED':
      return 'MARRIED';
    case 'REJECTED_WORKING':
      return 'WORKING';
    case 'REJECTED_LEVEL_EXHAUSTED':
      return level === 'PT' ? 'LEVELS_DONE' : undefined;
    default:
      return undefined;
  }
}
