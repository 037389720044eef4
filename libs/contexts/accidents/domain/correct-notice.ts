import { type CommandContext, type Instant, type Policy, enforce } from '#kernel';
import type { AccidentEvent, AccidentKind, PlaceKind } from './accident.events.js';
import { knownAccident } from './accident.js';
import type { AccidentState, Known } from './accident-state.js';
import type { NoticeFault } from './corrections.events.js';
import { momentOf } from './deadlines.js';
import { placeFitsKind } from './policies/notice.policies.js';
import { accidentRefusals } from './refusals.js';

export interface CorrectNoticeInput {
  readonly accidentId: string;
  readonly kind?: AccidentKind;
  readonly placeKind?: PlaceKind;
  readonly occurredAt?: string;
}

interface CorrectionGrounds {
  readonly accident: Known;
  readonly kind: AccidentKind;
  readonly placeKind: PlaceKind;
  readonly occurredAt: string;
  readonly now: Instant;
}

const beforeItIsConcluded: Policy<{ readonly accident: Known }> = {
  name: 'before-it-is-concluded',
  check: ({ accident }) =>
    'conclusion' in accident && accident.conclusion
      ? accidentRefusals.ALREADY_CONCLUDED(accident.conclusion)
      : undefined,
};

/** A disease is reported on forms of its own. */
const fitsItsForms: Policy<CorrectionGrounds> = {
  name: 'fits-its-forms',
  check: ({ accident, kind }) => {
    const isDisease = (one: AccidentKind) => one === 'OCCUPATIONAL_DISEASE';
    return 'stageOne' in accident && isDisease(kind) !== isDisease(accident.kind)
      ? accidentRefusals.FORM_FOLLOWS_KIND()
      : undefined;
  },
};

const suddenDeathIsADeath: Policy<CorrectionGrounds> = {
  name: 'sudden-death-is-a-death',
  check: ({ accident, kind }) =>
    kind === 'SUDDEN_DEATH' && 'stageOne' in accident && accident.stageOne.effect !== 'DEATH'
      ? accidentRefusals.EFFECT_CONTRADICTS_KIND()
      : undefined,
};

const happenedAlready: Policy<CorrectionGrounds> = {
  name: 'happened-already',
  check: ({ accident: { occurredOn }, occurredAt, now }) =>
    momentOf({ occurredOn, occurredAt }) > now ? accidentRefusals.ACCIDENT_IN_FUTURE({ now }) : undefined,
};

/** In this order; the first refusal wins. */
const CORRECTION_POLICIES: readonly Policy<CorrectionGrounds>[] = [
  beforeItIsConcluded,
  fitsItsForms,
  suddenDeathIsADeath,
  happenedAlready,
  placeFitsKind,
];

/**
 * Corrects kind, place or hour of an accident (koreksi laporan dugaan), until somebody has concluded it. The day belongs to what the
 * accident is: a notice of a wrong day is taken back and given anew.
 * @throws Rejection `ACCIDENT_NOT_FOUND`, or the code of the first correction policy that objects
 */
export function correctNotice(
  { accidentId, ...said }: CorrectNoticeInput,
  state: AccidentState,
  { issuedAt, today, actor }: CommandContext,
): readonly AccidentEvent[] {
  const accident = knownAccident(state);
  const { kind = accident.kind, placeKind = accident.placeKind, occurredAt = accident.occurredAt } = said;
  enforce(CORRECTION_POLICIES, { accident, kind, placeKind, occurredAt, now: issuedAt });
  const changed = {
    ...(kind !== accident.kind && { kind }),
    ...(placeKind !== accident.placeKind && { placeKind }),
    ...(occurredAt !== accident.occurredAt && { occurredAt }),
  };
  if (Object.keys(changed).length === 0) return [];
  const { participantId } = accident;
  const by = { accidentId, participantId, correctorId: actor.id, effectiveOn: today };
  return [{ type: 'NoticeCorrected', data: { ...by, ...changed } }];
}

export interface WithdrawNoticeInput {
  readonly accidentId: string;
  readonly fault: NoticeFault;
}

/** What was built on a notice is ended by a conclusion, not by taking the notice back. */
const nothingRestsOnIt: Policy<{ readonly accident: Known }> = {
  name: 'nothing-rests-on-it',
  check: ({ accident }) => {
    if (accident.situation === 'NOTICE_RECEIVED') return undefined;
    return accident.situation !== 'STAGE_I_REPORTED' || accident.statement
      ? accidentRefusals.CARE_IS_UNDER_WAY()
      : undefined;
  },
};

/**
 * Takes a notice back of what did not happen to this person on this day (pencabutan laporan dugaan), as long as nothing rests on it. A
 * notice may be given again.
 * @throws Rejection `ACCIDENT_NOT_FOUND`, `ALREADY_CONCLUDED`, `CARE_IS_UNDER_WAY`
 */
export function withdrawNotice(
  { accidentId, fault }: WithdrawNoticeInput,
  state: AccidentState,
  { today, actor }: CommandContext,
): readonly AccidentEvent[] {
  const accident = knownAccident(state);
  enforce([beforeItIsConcluded, nothingRestsOnIt], { accident });
  const { participantId } = accident;
  return [
    {
      type: 'NoticeWithdrawn',
      data: { accidentId, participantId, fault, withdrawerId: actor.id, effectiveOn: today },
    },
  ];
}
