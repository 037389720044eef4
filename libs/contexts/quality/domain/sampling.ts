import { type CommandContext, type Period, assertNever, stream } from '#kernel';
import { type SampleDrawn, type SamplingEvent, SUBJECTS, type SubjectKind } from './sample.events.js';
import { type Reviewed, isTooHigh } from './error-rate.js';

/** What became of the sample of a month. */
export interface SampleOfMonth {
  readonly seed: string;
  readonly drawn?: Pick<SampleDrawn['data'], 'positionId' | 'isDoubled' | 'subjects'>;
  readonly isEnded: boolean;
}

export type SamplingState = Readonly<Record<Period, SampleOfMonth>>;

/** The samples of all months follow each other in one stream: `sampling-all`. */
export const ALL = 'all';

export const samplings = stream<SamplingState, SamplingEvent>('sampling', {
  initial: {},
  evolve(state, event) {
    const { month } = event.data;
    const known = state[month] ?? { seed: '', isEnded: false };
    switch (event.type) {
      case 'SampleSeedRecorded':
        return { ...state, [month]: { seed: event.data.seed, isEnded: false } };
      case 'SampleDrawn': {
        const { positionId, isDoubled, subjects } = event.data;
        return {
          ...state,
          [month]: { ...known, drawn: { positionId, isDoubled, ...(subjects && { subjects }) } },
        };
      }
      case 'SamplingEnded':
        return { ...state, [month]: { ...known, isEnded: true } };
      default:
        return assertNever(event, 'sampling event');
    }
  },
});

/** Months before this one that have a seed and no end, the oldest first: a draw that failed through a whole month is still owed. */
export const unfinishedBefore = (month: Period, state: SamplingState): readonly Period[] =>
  (Object.keys(state) as Period[]).filter((one) => one < month && !state[one]?.isEnded).sort();

/** What a month was or is drawn from: earlier releases drew from claims alone. */
export const drawnFrom = (
  drawn: Pick<SampleDrawn['data'], 'subjects'> | undefined,
): readonly SubjectKind[] => (drawn ? (drawn.subjects ?? ['CLAIM']) : SUBJECTS);

interface OfMonth {
  readonly month: Period;
}

/** Records the seed of a month, once: whoever comes second with another one changes nothing. */
export function recordSeed(
  { month, seed }: OfMonth & { readonly seed: string },
  state: SamplingState,
  { today }: CommandContext,
): readonly SamplingEvent[] {
  if (state[month]) return [];
  return [{ type: 'SampleSeedRecorded', data: { month, seed, effectiveOn: today } }];
}

export interface DrawnOfMonth extends OfMonth {
  readonly positionId: string;
  readonly decisions: number;
  readonly drawn: number;
  /** Of the month before. */
  readonly before: Reviewed;
}

/** Records that a month was drawn from, once; nothing without a seed of before. */
export function recordDraw(
  { month, positionId, decisions, drawn, before }: DrawnOfMonth,
  state: SamplingState,
  { today }: CommandContext,
): readonly SamplingEvent[] {
  const known = state[month];
  if (!known || known.drawn) return [];
  const counts = { decisions, drawn, reviewedBefore: before.reviewed, wrongBefore: before.wrong };
  return [
    {
      type: 'SampleDrawn',
      data: {
        month,
        positionId,
        subjects: SUBJECTS,
        ...counts,
        isDoubled: isTooHigh(before),
        effectiveOn: today,
      },
    },
  ];
}

/** Records that everything that was drawn is there to be reviewed, once. */
export function endSampling(
  { month }: OfMonth,
  state: SamplingState,
  { today }: CommandContext,
): readonly SamplingEvent[] {
  const known = state[month];
  if (!known?.drawn || known.isEnded) return [];
  return [{ type: 'SamplingEnded', data: { month, effectiveOn: today } }];
}
