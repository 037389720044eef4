import { type CommandContext, Rejection, requireSecondPerson } from '#kernel';
import type { ClosingReason, EmployerEvent } from './employer.events.js';
import { type EmployerState, enteredLateBy, known } from './employer.js';
import { type EmployerEntry, entryOf } from './correct-employer.js';
import { employerRefusals } from './refusals.js';

/**
 * Closes an employer (penutupan): after its last day it employs nobody; what it owes stays owed.
 * @throws Rejection `EMPLOYER_NOT_FOUND`, `EMPLOYER_CLOSED`, or the code of the first entry policy that objects
 */
export function closeEmployer(
  { reason, ...entry }: EmployerEntry & { readonly reason: ClosingReason },
  state: EmployerState,
  context: CommandContext,
): readonly EmployerEvent[] {
  const { closing } = known(state);
  if (closing) throw new Rejection(employerRefusals.EMPLOYER_CLOSED({ lastDay: closing.from }));
  return [{ type: 'EmployerClosed', data: { ...entryOf(entry, state, context), reason } }];
}

/** Takes back a closing that was a mistake. @throws Rejection `EMPLOYER_NOT_FOUND`, `EMPLOYER_NOT_CLOSED` */
export function reopenEmployer(
  { employerId, reference }: Pick<EmployerEntry, 'employerId' | 'reference'>,
  state: EmployerState,
  { today }: CommandContext,
): readonly EmployerEvent[] {
  if (!known(state).closing) throw new Rejection(employerRefusals.EMPLOYER_NOT_CLOSED());
  return [{ type: 'EmployerReopened', data: { employerId, reference, effectiveOn: today } }];
}

/**
 * Confirms what others entered late about an employer.
 * @throws Rejection `EMPLOYER_NOT_FOUND`, `NOTHING_BACK_DATED`, `ENTERED_BY_YOU`
 */
export function confirmEntries(
  { employerId }: { readonly employerId: string },
  state: EmployerState,
  { today, actor }: CommandContext,
): readonly EmployerEvent[] {
  requireSecondPerson(enteredLateBy(known(state)), actor, employerRefusals);
  return [
    {
      type: 'BackDatedEntriesConfirmed',
      data: { employerId, confirmerId: actor.id, effectiveOn: today },
    },
  ];
}
