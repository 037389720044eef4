import { type Expecting, type LocalDate, noMore, steps } from '#kernel';
import { stepDueBy } from '#law';
import type { DuplicateEvent, DuplicateReason } from './duplicate.events.js';
import { type Pair, duplicates } from './duplicate-pair.js';

/** What is asked of two who may be one person. */
export interface DuplicateSteps extends Expecting {
  /** What they have in common and nobody has answered, and since when that is asked. */
  readonly open?: Readonly<Partial<Record<DuplicateReason, LocalDate>>>;
  /** What they have in common though they are two. */
  readonly dismissed?: readonly DuplicateReason[];
}

/** What is asked longest says until when. */
function toCompare(state: DuplicateSteps): DuplicateSteps {
  const [since] = Object.values(state.open ?? {}).toSorted();
  if (since === undefined) return noMore(state);
  const dueDays = [stepDueBy('TWO_ALIKE', since)] as const;
  return { ...state, expected: { step: 'COMPARE_PERSONS', turn: 'REGISTRAR', since, dueDays } };
}

function asked(
  state: DuplicateSteps,
  { participantId, otherId, effectiveOn }: Pair & { readonly effectiveOn: LocalDate },
  reasons: readonly DuplicateReason[],
): DuplicateSteps {
  const anew = Object.fromEntries(reasons.map((reason) => [reason, effectiveOn]));
  const dismissed = (state.dismissed ?? []).filter((reason) => !reasons.includes(reason));
  return toCompare({ ...state, participantId, otherId, open: { ...anew, ...state.open }, dismissed });
}

function without({ open = {}, ...state }: DuplicateSteps, reasons: readonly DuplicateReason[]) {
  const left = Object.entries(open).filter(([reason]) => !reasons.includes(reason as DuplicateReason));
  return toCompare({ ...state, open: Object.fromEntries(left) });
}

/** Two who may be one person are compared by a registrar: they are merged, or are two for everything that they have in common. */
export const duplicateSteps = steps<DuplicateSteps, DuplicateEvent>(
  duplicates,
  'duplicate',
  {},
  {
    DuplicateSuspected: (state, data) => asked(state, data, [data.reason]),
    DuplicateNoted: (state, data) => asked(state, data, data.reasons),
    DuplicateDismissed: (state, { reasons }) =>
      without({ ...state, dismissed: [...new Set([...(state.dismissed ?? []), ...reasons])] }, reasons),
    DuplicateReopened: (state, data) => asked(state, data, state.dismissed ?? []),
    DuplicateLapsed: (state, { reasons }) => without(state, reasons),
  },
);
