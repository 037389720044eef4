import {
  type CommandContext,
  type Instant,
  Rejection,
  addDays,
  addHours,
  dateIn,
  momentAt,
  requireSight,
  rupiah,
} from '#kernel';
import { addWorkingDays } from '#law';
import type { AccidentEvent } from './accident.events.js';
import type { NotConfirmedReason } from './guarantee.events.js';
import { openAccident } from './accident.js';
import type { AccidentState } from './accident-state.js';
import { type PlkkLetterFacts, letterNumber, permitLetter } from './plkk-letter.js';
import { PROVISIONAL_POLICIES } from './policies/plkk.policies.js';
import { accidentRefusals } from './refusals.js';

/** As much care a provisional letter covers before it is confirmed (reference 3.2). */
export const PROVISIONAL_AT_MOST_IDR = rupiah(25_000_000);

const PROVISIONAL_HOURS = 72;
const OFFICE_ANSWERS_ON_WORKING_DAY = 2;
const OFFICE_ANSWERS_BY = '10:00';

/** The end of a provisional letter: after three days and nights, and not before the office had a morning to answer. */
export function provisionalUntil(issuedAt: Instant): Instant {
  const after = addHours(issuedAt, PROVISIONAL_HOURS);
  const day = addWorkingDays(dateIn(issuedAt), OFFICE_ANSWERS_ON_WORKING_DAY);
  const morning = momentAt(day, OFFICE_ANSWERS_BY);
  return after > morning ? after : morning;
}

export interface IssueProvisionalGuaranteeInput {
  readonly accidentId: string;
  readonly facilityId: string;
}

/** A desk promises for its own facility. @throws Rejection `NOT_YOUR_FACILITY` */
export function requireOwnDesk(
  { facilityId }: IssueProvisionalGuaranteeInput,
  { actor }: Pick<CommandContext, 'actor'>,
): void {
  requireSight(actor, [facilityId], accidentRefusals.NOT_YOUR_FACILITY);
}

/**
 * Lets the desk of a PLKK guarantee at any hour what an office would in the morning (surat jaminan sementara): stage I is reported and
 * the contributions are in order on the day of the accident. Once for a facility; care of the time before it is not confirmed stays
 * guaranteed, up to 25 million.
 * @throws Rejection as `accidentUnderWay` does, or with the code of the first provisional policy that objects
 */
export function issueProvisionalGuarantee(
  { accidentId, facilityId }: IssueProvisionalGuaranteeInput,
  state: AccidentState,
  context: CommandContext,
  facts: PlkkLetterFacts,
): readonly AccidentEvent[] {
  const input = { accidentId, facilityId };
  const { accident, agreementId, issuedOn } = permitLetter(
    PROVISIONAL_POLICIES,
    input,
    state,
    context,
    facts,
  );
  const nth = accident.guaranteedAt.length + (accident.provisional ?? []).length + 1;
  return [
    {
      type: 'ProvisionalGuaranteeIssued',
      data: {
        accidentId,
        participantId: accident.participantId,
        facilityId,
        agreementId,
        guaranteeNumber: letterNumber('P', accidentId, nth),
        validUntil: provisionalUntil(context.issuedAt),
        atMostIdr: PROVISIONAL_AT_MOST_IDR,
        effectiveOn: issuedOn,
      },
    },
  ];
}

export interface RefuseProvisionalGuaranteeInput {
  readonly accidentId: string;
  readonly facilityId: string;
  readonly reason: NotConfirmedReason;
}

/**
 * Says that the office does not stand by a provisional letter (jaminan tidak dikonfirmasi), from tomorrow on: the patient is told who
 * pays then. What confirms it is a guarantee letter.
 * @throws Rejection as `openAccident` does, `NO_PROVISIONAL_LETTER`, `ALREADY_GUARANTEED`
 */
export function refuseProvisionalGuarantee(
  input: RefuseProvisionalGuaranteeInput,
  state: AccidentState,
  { today, actor }: CommandContext,
): readonly AccidentEvent[] {
  const { participantId, guaranteedAt, provisional = [] } = openAccident(state);
  const letter = provisional.find(({ facilityId }) => facilityId === input.facilityId);
  if (!letter || letter.notConfirmedFrom !== undefined)
    throw new Rejection(accidentRefusals.NO_PROVISIONAL_LETTER());
  if (guaranteedAt.includes(input.facilityId)) throw new Rejection(accidentRefusals.ALREADY_GUARANTEED());
  return [
    {
      type: 'GuaranteeNotConfirmed',
      data: { ...input, participantId, deciderId: actor.id, effectiveOn: addDays(today, 1) },
    },
  ];
}
