import type { DomainEvent } from './domain-event.js';
import {
  type AnyStepFold,
  type ExpectedStep,
  type Expecting,
  type Turn,
  noMore,
  stepsOfEach,
} from './expected-step.js';
import { type LocalDate, addDays } from './local-date.js';
import type { Stream } from './stream.js';

/** What was entered late is confirmed by a second person, or not, within so many days: as many as make an entry late (1.6, D). */
const CONFIRMED_WITHIN_DAYS = 7;

/**
 * What somebody entered or asked for alone, and a second person confirms.
 * @param by subjects of those who entered it: nobody confirms what they have entered alone
 */
export const toBeConfirmed = (
  step: string,
  turn: Turn,
  since: LocalDate,
  by: readonly string[],
): ExpectedStep => ({
  step,
  turn,
  since,
  dueDays: [addDays(since, CONFIRMED_WITHIN_DAYS)],
  ...(new Set(by).size === 1 && { notBy: by.slice(0, 1) }),
});

/** Steps of late entries: of all the others of their types nothing is kept. */
export const ofLateEntries = <Fold extends AnyStepFold>(fold: Fold): Fold & AnyStepFold => ({
  ...fold,
  concerns: (data: { readonly backDatedBy?: string; readonly confirmerId?: string }) =>
    data.backDatedBy !== undefined || data.confirmerId !== undefined,
});

/** What was entered late and nobody has confirmed: who entered it, by what it is. */
export interface LateEntries extends Expecting {
  readonly entered?: Readonly<Record<string, string>>;
  readonly since?: LocalDate;
}

/** How late entries of a kind are confirmed, and by whom. */
export interface Confirmation {
  readonly step: string;
  readonly turn: Turn;
}

/** How it goes on once these are the entries that wait. */
function waiting<State extends LateEntries>(
  before: State,
  entered: Readonly<Record<string, string>>,
  { step, turn }: Confirmation,
): State {
  const by = Object.values(entered);
  const state = { ...noMore(before), entered };
  const { since } = state;
  return by.length === 0 || since === undefined
    ? state
    : { ...state, expected: toBeConfirmed(step, turn, since, by) };
}

/** One entry more, by whoever made it so late; nothing where it was made in time. */
export function enteredLate<State extends LateEntries>(
  state: State,
  what: string,
  data: { readonly participantId?: string; readonly backDatedBy?: string; readonly effectiveOn: LocalDate },
  confirmation: Confirmation,
  recordedOn: LocalDate = data.effectiveOn,
): State {
  const { participantId, backDatedBy: by } = data;
  if (by === undefined) return state;
  // The first of them says since when it waits.
  const since = Object.keys(state.entered ?? {}).length > 0 ? state.since : recordedOn;
  const known = { ...state, since, ...(participantId !== undefined && { participantId }) };
  return waiting(known, { ...state.entered, [what]: by }, confirmation);
}

/** Some of them wait no more. */
export function withoutEntries<State extends LateEntries>(
  state: State,
  confirmation: Confirmation,
  isGone: (what: string, by: string) => boolean,
): State {
  const left = Object.entries(state.entered ?? {}).filter(([what, by]) => !isGone(what, by));
  return waiting(state, Object.fromEntries(left), confirmation);
}

/** Somebody has confirmed what others entered; what they entered themselves waits on. */
export const confirmedByOther = <State extends LateEntries>(
  state: State,
  confirmation: Confirmation,
  confirmerId: string,
): State => withoutEntries(state, confirmation, (_what, by) => by !== confirmerId);

/** A correction as somebody asks for it. */
interface Asked {
  readonly participantId?: string;
  readonly requesterId: string;
  readonly effectiveOn: LocalDate;
}

/**
 * What one person asks for and a second one confirms or refuses, several of them in one stream: each is known by its `correctionId`.
 * @param types which events ask for one, and which decide on it
 */
export function stepsOfRequests<Event extends DomainEvent>(
  of: Pick<Stream<never, Event>, 'category' | 'upcasters' | 'of'>,
  slot: string,
  { step, turn }: Confirmation,
  types: { readonly asked: readonly Event['type'][]; readonly decided: readonly Event['type'][] },
): AnyStepFold {
  const asked = (
    _state: Expecting,
    { participantId, requesterId, effectiveOn }: Asked,
    on = effectiveOn,
  ) => ({
    ...(participantId !== undefined && { participantId }),
    expected: toBeConfirmed(step, turn, on, [requesterId]),
  });
  const handlers = [
    ...types.asked.map((type) => [type, asked]),
    ...types.decided.map((type) => [type, noMore]),
  ];
  const idIn = (data: { readonly correctionId?: string }) => data.correctionId ?? '';
  return stepsOfEach<Expecting, Event>(of, { slot, idIn }, {}, Object.fromEntries(handlers) as object);
}
