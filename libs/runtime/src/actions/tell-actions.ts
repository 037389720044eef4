import { type Refusal, Rejection } from '#kernel';
import type { Decisions } from '../commands/decisions.js';
import type { Issue } from '../commands/stream-command.js';
import type { Trial } from '../commands/trial.js';
import type { Action, ActionTable, Attempt, Said } from './action-table.js';
import { actionRefusals } from './refusals.js';

/** What would become of one request. */
export interface Chance {
  readonly choice?: string;
  /** The types of the events that it would record; none where it is refused. */
  readonly records: readonly string[];
  /** Of the stream in which it would record them; undefined where that is another one than that of the thing. */
  readonly revision?: bigint | null;
  /** Why it is refused; undefined where it is not. */
  readonly refusal?: Refusal;
}

/** What can be done with a thing, now, by one person. */
export interface Told<State> {
  readonly trial: Trial<State>;
  /** In the order of the table. No chances where the role of whoever asks may not send it at all. */
  readonly actions: readonly { readonly action: Action<State>; readonly chances: readonly Chance[] }[];
}

/** What is said beside the thing. */
export interface Asking<State> {
  readonly said?: Said;
  /** Whether whoever asks may send such a request at all. */
  readonly isAllowed: (action: Action<State>) => boolean;
}

/**
 * Finds out what can be done with a thing, by asking the commands themselves: each is decided as if it were sent now.
 * @throws Rejection where there is no such thing, or it is out of sight
 */
export async function tellActions<State>(
  decisions: Decisions,
  { stream, known, permit, actions }: ActionTable<State>,
  id: string,
  issue: Issue,
  { isAllowed, said = {} }: Asking<State>,
): Promise<Told<State>> {
  const trial = await decisions.trial(stream, id, issue);
  known(trial.state);
  if (permit) await trial.permitted(permit, {});
  const { today, actor } = trial.context;
  const of = { id, state: trial.state, today, actor, said };
  const told: { action: Action<State>; chances: Chance[] }[] = [];
  for (const action of actions) {
    const chances: Chance[] = [];
    if (isAllowed(action)) {
      for (const one of action.attempts(of)) chances.push(await chanceOf(one, trial, stream.of(id)));
    }
    told.push({ action, chances });
  }
  return { trial, actions: told };
}

async function chanceOf(attempt: Attempt, trial: Trial, own: string): Promise<Chance> {
  const choice = attempt.choice === undefined ? {} : { choice: attempt.choice };
  try {
    const { streamId, events: records } = await attempt.run(trial);
    if (records.length === 0) return { ...choice, records, refusal: actionRefusals.CHANGES_NOTHING() };
    return { ...choice, records, ...(streamId === own && { revision: trial.revision }) };
  } catch (error) {
    if (!(error instanceof Rejection)) throw error;
    return { ...choice, records: [], refusal: error.refusal };
  }
}
