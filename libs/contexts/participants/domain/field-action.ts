import {
  type CommandContext,
  type LocalDate,
  type Reading,
  Rejection,
  addDays,
  assertNever,
  inSituation,
  stream,
} from '#kernel';
import type { CancellingReason, FieldActionEvent, FieldActionPlanned } from './field-action.events.js';
import { fieldActionRefusals } from './field-action-refusals.js';

/** An action that was planned. */
export interface FieldAction {
  readonly situation: 'PLANNED';
  readonly fieldActionId: string;
  readonly startsOn: LocalDate;
  readonly endsOn: LocalDate;
  /** From this day on it does not take place. */
  readonly cancelledOn?: LocalDate;
}

export type FieldActionState = { readonly situation: 'UNKNOWN' } | FieldAction;

/** What is known of one action in the field: `fieldaction-<id>`. */
export const fieldActions = stream<FieldActionState, FieldActionEvent>('fieldaction', {
  initial: { situation: 'UNKNOWN' },
  evolve(state, event) {
    if (event.type === 'FieldActionPlanned') {
      const { fieldActionId, startsOn, endsOn } = event.data;
      return { situation: 'PLANNED', fieldActionId, startsOn, endsOn };
    }
    if (state.situation === 'UNKNOWN') throw new Error(`${event.type} before FieldActionPlanned`);
    if (event.type !== 'FieldActionCancelled') return assertNever(event, 'field action event');
    return { ...state, cancelledOn: event.data.effectiveOn };
  },
});

/** Longer than a month nobody stays away: a later day is a slip of the pen. */
const MOST_DAYS = 31;

export type PlanFieldActionInput = Omit<FieldActionPlanned['data'], 'effectiveOn'>;

/**
 * Plans an action in the field (aksi lapangan). It may be planned afterwards: papers come back from the market days later.
 * @throws Rejection `FIELD_ACTION_KNOWN`, `FIELD_ACTION_ENDS_BEFORE_IT_BEGINS`, `FIELD_ACTION_TOO_LONG`
 */
export function planFieldAction(
  input: PlanFieldActionInput,
  state: FieldActionState,
  { today }: CommandContext,
): readonly FieldActionEvent[] {
  inSituation(state, ['UNKNOWN'], () => fieldActionRefusals.FIELD_ACTION_KNOWN());
  const { startsOn, endsOn } = input;
  if (endsOn < startsOn) throw new Rejection(fieldActionRefusals.FIELD_ACTION_ENDS_BEFORE_IT_BEGINS());
  if (endsOn >= addDays(startsOn, MOST_DAYS)) {
    throw new Rejection(fieldActionRefusals.FIELD_ACTION_TOO_LONG({ days: MOST_DAYS }));
  }
  return [{ type: 'FieldActionPlanned', data: { ...input, effectiveOn: today } }];
}

/**
 * Cancels an action from today on: who was registered on it before stays so.
 * @throws Rejection `FIELD_ACTION_NOT_FOUND`, `FIELD_ACTION_CANCELLED`
 */
export function cancelFieldAction(
  input: { readonly fieldActionId: string; readonly reason: CancellingReason },
  state: FieldActionState,
  { today }: CommandContext,
): readonly FieldActionEvent[] {
  const { cancelledOn } = knownFieldAction(state);
  if (cancelledOn !== undefined) {
    throw new Rejection(fieldActionRefusals.FIELD_ACTION_CANCELLED({ cancelledOn }));
  }
  return [{ type: 'FieldActionCancelled', data: { ...input, effectiveOn: today } }];
}

/** The action. @throws Rejection `FIELD_ACTION_NOT_FOUND` */
export const knownFieldAction = (state: FieldActionState): FieldAction =>
  inSituation(state, ['PLANNED'], () => fieldActionRefusals.FIELD_ACTION_NOT_FOUND());

/**
 * A registration that names an action was made on one of its days.
 * @throws Rejection `FIELD_ACTION_NOT_FOUND`, `FIELD_ACTION_CANCELLED`, `NOT_ON_FIELD_ACTION`
 */
export function requireOnAction(state: FieldActionState, on: LocalDate): void {
  const { startsOn, endsOn, cancelledOn } = knownFieldAction(state);
  if (on < startsOn || on > endsOn) {
    throw new Rejection(fieldActionRefusals.NOT_ON_FIELD_ACTION({ startsOn, endsOn }));
  }
  if (cancelledOn !== undefined && on >= cancelledOn) {
    throw new Rejection(fieldActionRefusals.FIELD_ACTION_CANCELLED({ cancelledOn }));
  }
}

/** The action that a registration names; nothing is known where it names none. */
export async function namedAction(
  read: Reading,
  { fieldActionId }: { readonly fieldActionId?: string },
): Promise<FieldActionState | undefined> {
  return fieldActionId === undefined ? undefined : read.state(fieldActions, fieldActionId);
}
