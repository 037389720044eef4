import {
  type AnyStepFold,
  type DomainEvent,
  type Expecting,
  type HandOn,
  type HandTold,
  type Reading,
  type Stream,
  view,
} from '#kernel';
import { HANDS_TOLD } from './hands-told.js';
import { STEP_FOLDS } from './step-folds.js';

/** The streams of a kind of thing, for whoever asks who did what with it. */
const telling = ([fold]: readonly AnyStepFold[]): Stream<readonly HandTold[], DomainEvent> =>
  view<readonly HandTold[], DomainEvent>(fold as unknown as Stream<never, DomainEvent>, {
    initial: [],
    evolve: (told, { type, data }) => [...told, ...(HANDS_TOLD[type]?.(data as never) ?? [])],
  });

/** Things that are known by their own id; an invoice is told of by its accident. */
const OWN = [STEP_FOLDS.ACCIDENT, STEP_FOLDS.CLAIM, STEP_FOLDS.PAYOUT, STEP_FOLDS.SCHOLARSHIP].map(telling);
const INVOICES = telling(STEP_FOLDS.INVOICE);

/** Subjects of those who have one of these hands, by what the log knows now: the same as the read model says in `barredFrom`. */
export async function handsOf(
  read: Reading,
  barring: readonly HandOn[],
  { accidentId }: Pick<Expecting, 'accidentId'>,
): Promise<readonly string[]> {
  const ids = new Set(barring.map(({ of }) => of));
  const told = await Promise.all([
    ...[...ids].flatMap((id) => OWN.map((of) => read.state(of, id))),
    ...(accidentId === undefined || ids.size === 0 ? [] : [read.state(INVOICES, accidentId)]),
  ]);
  const isBarred = (one: HandTold) => barring.some(({ hand, of }) => hand === one.hand && of === one.of);
  return [...new Set(told.flat().flatMap((one) => (isBarred(one) ? [one.by] : [])))];
}
