import { type EventOf, daysBetween, opened } from '#kernel';
import type { AccidentEvent } from './accident.events.js';
import type { StatedInjury } from './statement.events.js';
import type {
  Known,
  NoticeReceived,
  NoticeWithdrawn,
  StageTwoReported,
  Stated,
  UnderWay,
} from './accident-state.js';
import { careReached } from './care-reached.js';
import { isInvoice } from './invoice-name.js';

/** What was stated and reported before the injury came back. */
export interface Earlier {
  /** Days of incapacity of all statements before. */
  readonly incapacityDays: number;
  /** The last of them; undefined where there was none, or nobody can read it any more. */
  readonly unableUntil?: Stated['unableUntil'];
  readonly injuries: readonly StatedInjury[];
  readonly transport: StageTwoReported['transport'];
}

/** The days that a statement says, the first and the last included. */
export const daysUnable = ({
  unableFrom,
  unableUntil,
}: Pick<Stated, 'unableFrom' | 'unableUntil'>): number =>
  unableFrom && unableUntil ? daysBetween(unableFrom, unableUntil) + 1 : 0;

/** What a doctor states last, with what was stated of other items before. */
export const injuriesOf = (
  now: readonly StatedInjury[],
  { injuries = [] }: Partial<Earlier> = {},
): readonly StatedInjury[] => [
  ...injuries.filter((one) => !now.some(({ item, side }) => item === one.item && side === one.side)),
  ...now,
];

/** It goes on where its care had got to; nobody has stated anything of it yet. */
export function relapsed({ statement, ...state }: StageTwoReported): UnderWay {
  const { stageTwo: _before, transport, earlier, ...known } = state;
  const stated = opened<Stated>(statement);
  return {
    ...known,
    situation: careReached(known),
    earlier: {
      incapacityDays: (earlier?.incapacityDays ?? 0) + (stated ? daysUnable(stated) : 0),
      ...((stated?.unableUntil ?? earlier?.unableUntil) && {
        unableUntil: stated?.unableUntil ?? earlier?.unableUntil,
      }),
      injuries: injuriesOf(stated?.injuries ?? [], earlier),
      transport,
    },
  };
}

/** What the notice said wrong stands as it was said since. */
export function noticeCorrected<State extends Known>(
  state: State,
  { data: { kind, placeKind, occurredAt } }: EventOf<AccidentEvent, 'NoticeCorrected'>,
): State {
  return {
    ...state,
    ...(kind && { kind }),
    ...(placeKind && { placeKind }),
    ...(occurredAt && { occurredAt }),
  };
}

/** There was no such accident: what is left names it, so that a notice may be given again. */
export function noticeWithdrawn({ accidentId, participantId, occurredOn, ...known }: Known): NoticeWithdrawn {
  const { kind, placeKind, facilityId, interestedIds } = known;
  return {
    situation: 'NOTICE_WITHDRAWN',
    accidentId,
    participantId,
    occurredOn,
    kind,
    placeKind,
    facilityId,
    ...(interestedIds && { interestedIds }),
  };
}

/** The invoice by its facility and number comes to the corrected sum. */
export function careCorrected<State extends Exclude<Known, NoticeReceived>>(
  state: State,
  { data }: EventOf<AccidentEvent, 'CareCorrected'>,
): State {
  const isIt = isInvoice(data);
  const care = state.care.map((one) => (isIt(one) ? { ...one, invoiceIdr: data.invoiceIdr } : one));
  return { ...state, care };
}
