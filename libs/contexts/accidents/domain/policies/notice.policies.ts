import type { Instant, LocalDate, Policy } from '#kernel';
import type { AccidentKind, PlaceKind } from '../accident.events.js';
import { momentOf } from '../deadlines.js';
import { accidentRefusals } from '../refusals.js';

/** What the rules about a notice look at. */
export interface NoticeGrounds {
  readonly kind: AccidentKind;
  readonly placeKind: PlaceKind;
  readonly occurredOn: LocalDate;
  readonly occurredAt: string;
  /** When the victim had died by what is registered. */
  readonly diedOn?: LocalDate;
  readonly now: Instant;
}

const happenedAlready: Policy<NoticeGrounds> = {
  name: 'happened-already',
  check: (notice) =>
    momentOf(notice) > notice.now ? accidentRefusals.ACCIDENT_IN_FUTURE(notice) : undefined,
};

const toTheLiving: Policy<NoticeGrounds> = {
  name: 'to-the-living',
  check: ({ occurredOn, diedOn }) =>
    diedOn !== undefined && occurredOn > diedOn
      ? accidentRefusals.ACCIDENT_AFTER_DEATH({ diedOn })
      : undefined,
};

const commutesAreOnTheRoad: Policy<NoticeGrounds> = {
  name: 'commutes-are-on-the-road',
  check: ({ kind, placeKind }) =>
    kind === 'COMMUTE' && placeKind === 'INSIDE_WORK_SITE'
      ? accidentRefusals.PLACE_CONTRADICTS_KIND()
      : undefined,
};

/** In this order; the first refusal wins. */
export const NOTICE_POLICIES: readonly Policy<NoticeGrounds>[] = [
  happenedAlready,
  toTheLiving,
  commutesAreOnTheRoad,
];
