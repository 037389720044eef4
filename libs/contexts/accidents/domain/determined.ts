import type { Conclusion } from '#law';
import type { EventOf, LocalDate } from '#kernel';
import type { AccidentEvent } from './accident.events.js';
import type { AccidentState, NotWorkAccident, StageTwoReported, UnderWay } from './accident-state.js';
import { careReached } from './care-reached.js';
import { AUTHORITIES, type Authority } from './determination.events.js';

/** What an authority above BPJS determined, and which holds. */
export interface Determination {
  readonly by: Authority;
  readonly issuedOn: LocalDate;
  readonly conclusion: Conclusion;
}

/** Whether a determination holds against another one: the higher authority, and of the same the later day. */
export function prevails(
  one: Pick<Determination, 'by' | 'issuedOn'>,
  before: Pick<Determination, 'by' | 'issuedOn'> | undefined,
): boolean {
  if (!before) return true;
  const rank = AUTHORITIES.indexOf(one.by) - AUTHORITIES.indexOf(before.by);
  return rank > 0 || (rank === 0 && one.issuedOn >= before.issuedOn);
}

type Reported = UnderWay | StageTwoReported | NotWorkAccident;

/** The accident as the highest authority sees it: out of the hands of JKK, or in them again where its care had got to. */
export function determined(
  state: Reported,
  { data: { by, issuedOn, conclusion } }: EventOf<AccidentEvent, 'DeterminationIssued'>,
): AccidentState {
  if (!prevails({ by, issuedOn }, state.determination)) return state;
  const determination = { by, issuedOn, conclusion };
  if (conclusion === 'NOT_WORK_ACCIDENT') {
    return {
      ...state,
      determination,
      situation: 'NOT_WORK_ACCIDENT',
      conclusion: { conclusion, concludedOn: issuedOn },
    };
  }
  return { ...openAgain(state), determination, conclusion: { conclusion, concludedOn: issuedOn } };
}

function openAgain(state: Reported): UnderWay | StageTwoReported {
  if (state.situation !== 'NOT_WORK_ACCIDENT') return state;
  const { stageTwo, statement, transport = [], ...known } = state;
  return stageTwo && statement
    ? ({ ...known, situation: 'STAGE_II_REPORTED', statement, stageTwo, transport } as StageTwoReported)
    : { ...known, ...(statement && { statement }), situation: careReached(state) };
}

/** What was told facilities, once it was no work accident. */
export function bearerNamed(
  state: Reported,
  { data: { bearer, facilityIds, effectiveOn } }: EventOf<AccidentEvent, 'CareBearerNamed'>,
): AccidentState {
  return { ...state, careBearer: { bearer, namedOn: effectiveOn, facilityIds } };
}
