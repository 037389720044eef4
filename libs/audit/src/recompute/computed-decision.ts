import {
  type ClaimEvent,
  type Computation,
  type LawGave,
  calculatorOf,
  isComputed,
  lawGave,
} from '#contexts/claims/facts';
import type { RecordedEvent } from '#event-store';
import { type Instant, type LocalDate, opened } from '#kernel';

/** What was computed for a claim or a school year, as the log holds it (penetapan besar manfaat). */
export interface ComputedDecision extends LawGave {
  readonly claimId: string;
  /** An interim calculation is of what is due by then, less what was paid. */
  readonly type:
    | 'BenefitCalculated'
    | 'InterimCalculated'
    | 'BenefitReassessed'
    | 'ScholarshipYearApproved'
    | 'ScholarshipYearDenied';
  /** Only of a school year: which one, of which right. */
  readonly scholarshipId?: string;
  readonly year?: number;
  /** Code of the programme: `JKK`, `JKM`, `SCHOLARSHIP`. */
  readonly programme: string;
  /** The calculator of the law that the programme asks. */
  readonly calculator: string;
  /** Where it stands in the log. */
  readonly position: bigint;
  readonly eventId: string;
  readonly recordedAt: Instant;
  readonly decidedOn: LocalDate;
  /** The law that was applied, as the decision names it; empty where it names none. */
  readonly ruleSetVersion: string;
  /** What was asked of the calculator; absent once the key of health data was destroyed. */
  readonly inputs?: Readonly<Record<string, unknown>>;
}

/** Finds decisions in the events of claims, in the order of the log: only the first event of a claim names its programme. */
export function decisionReader(): (event: RecordedEvent) => ComputedDecision | undefined {
  const programmes = new Map<string, string>();
  return (event) => {
    const { type, data } = event as RecordedEvent<ClaimEvent>;
    if (type === 'ClaimSubmitted') programmes.set(data.claimId, data.programme);
    if (type !== 'BenefitCalculated' && type !== 'InterimCalculated' && type !== 'BenefitReassessed')
      return undefined;
    if (!isComputed(data)) return undefined;
    const programme = programmes.get(data.claimId);
    if (programme === undefined)
      throw new Error(`Decision at ${event.position} of a claim that nobody submitted`);
    return { ...decisionIn(event, programme, data), type };
  };
}

function decisionIn(
  event: RecordedEvent,
  programme: string,
  data: Computation,
): Omit<ComputedDecision, 'type'> {
  const { claimId, ruleSetVersion, effectiveOn } = data;
  const health = opened(data.health);
  return {
    claimId,
    programme,
    calculator: calculatorOf(programme),
    position: event.position,
    eventId: event.id,
    recordedAt: event.recordedAt,
    decidedOn: effectiveOn,
    ruleSetVersion,
    ...lawGave(data),
    ...(health && { inputs: health.inputs }),
  };
}
