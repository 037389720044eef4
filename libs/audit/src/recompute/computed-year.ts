import {
  type ScholarshipEvent,
  type ScholarshipState,
  scholarships,
  yearInputs,
  yearOf,
} from '#contexts/scholarships/facts';
import type { RecordedEvent } from '#event-store';
import { opened, rupiah } from '#kernel';
import type { ComputedDecision } from './computed-decision.js';

/** As `--programme` names scholarships: they follow from claims of every programme. */
export const SCHOLARSHIP = 'SCHOLARSHIP';

/**
 * Finds decisions on school years in the events of scholarships, in the order of the log. What the law was asked is not stored with them: it
 * is worked out from the evidence and from the years that were approved before, as whoever decided had it worked out.
 */
export function yearReader(): (event: RecordedEvent) => ComputedDecision | undefined {
  const known = new Map<string, ScholarshipState>();
  return (event) => {
    if (!event.streamId.startsWith('scholarship-')) return undefined;
    const told = event as RecordedEvent<ScholarshipEvent>;
    const state = known.get(told.streamId) ?? scholarships.initial;
    known.set(told.streamId, scholarships.evolve(state, told));
    if (told.type !== 'ScholarshipYearApproved' && told.type !== 'ScholarshipYearDenied') return undefined;
    if (state.situation === 'UNKNOWN')
      throw new Error(`Decision at ${told.position} of a scholarship that nobody granted`);
    const { scholarshipId, year, effectiveOn: decidedOn } = told.data;
    const inputs = inputsOf(state, year);
    return {
      ...outcomeIn(told),
      claimId: state.claimId,
      scholarshipId,
      year,
      type: told.type,
      programme: SCHOLARSHIP,
      calculator: 'SCHOLARSHIP_YEAR',
      position: told.position,
      eventId: told.id,
      recordedAt: told.recordedAt,
      decidedOn,
      ...(inputs && { inputs }),
    };
  };
}

type Decided = Extract<ScholarshipEvent, { type: 'ScholarshipYearApproved' | 'ScholarshipYearDenied' }>;

/** A denial of a year does not name its rules. */
const outcomeIn = ({ type, data }: Decided) =>
  type === 'ScholarshipYearApproved'
    ? {
        ruleSetVersion: data.ruleSetVersion,
        components: data.components.map(({ code, amountIdr }) => ({ code, amountIdr })),
        totalIdr: data.amountIdr,
      }
    : { ruleSetVersion: '', components: [], totalIdr: rupiah(0), refusal: data.decision };

/** Undefined where nobody can open the evidence any more. */
function inputsOf(
  state: Exclude<ScholarshipState, { situation: 'UNKNOWN' }>,
  year: number,
): Readonly<Record<string, unknown>> | undefined {
  const shown = yearOf(state, year);
  const evidence = shown?.situation === 'EVIDENCED' ? shown.evidence : undefined;
  const person = evidence && opened(evidence.person);
  return person && { ...yearInputs(state, evidence, person.birthDate) };
}
