import 'reflect-metadata';
import { describe, expect, it } from '@jest/globals';
import { routeOfAction } from '#http';
import { type DomainEvent, type Role, type Stream, derivedId } from '#kernel';
import { type Action, type ActionTable, Decisions, type Said, tellActions } from '#runtime';
import { contextBy, testContext } from '#testing/decisions';
import { MemoryLog } from '#testing/memory';
import { contributions } from '../domain/contributions.js';
import { CHILD, HEIR, SECOND_CHILD, birthDateAsked } from '../domain/correction.examples.js';
import { duplicates } from '../domain/duplicate-pair.js';
import { TWIN, mergedInto, tookOver, twinRegistered } from '../domain/merger.examples.js';
import {
  SITI,
  childRegistered,
  contributionPaid,
  heirRegistered,
  sitiDied,
  sitiRegistered,
} from '../domain/participant.examples.js';
import { participants } from '../domain/participant.js';
import { sponsors } from '../domain/sponsor.js';
import { participantActions } from './participant.actions.js';
import { paymentActions } from './payment.actions.js';

/** Streams of persons, by their ids. */
type People = Readonly<Record<string, readonly DomainEvent[]>>;

const OF_SITI = [
  sitiRegistered(),
  childRegistered(CHILD),
  childRegistered(SECOND_CHILD),
  heirRegistered(HEIR),
];
const LIVING: People = { [SITI]: OF_SITI };
const DEAD: People = { [SITI]: [...OF_SITI, sitiDied('2026-11-10')] };
const MERGED: People = { [SITI]: [...OF_SITI, tookOver], [TWIN]: [twinRegistered(), mergedInto] };
const TWO: People = { ...LIVING, [TWIN]: [twinRegistered()] };

const paid = [
  contributionPaid('2026-11', 1, '2026-11-03'),
  contributionPaid('2026-12', 1, '2026-11-04', { receipt: 'R-2' }),
];

/** What somebody in a role is told of a person. */
async function told<State>(
  table: ActionTable<State>,
  { people, role = 'registrar', of = SITI, said = {}, isErased = false }: Asking,
) {
  const log = new MemoryLog([participants, contributions, duplicates, sponsors]);
  const record = (stream: Pick<Stream<never, never>, 'of'>, id: string, events: readonly DomainEvent[]) =>
    log.append(stream.of(id), events, null, testContext({ commandId: derivedId(stream.of(id)) }));
  for (const [id, events] of Object.entries(people)) await record(participants, id, events);
  await record(contributions, SITI, paid);
  if (isErased) await log.keyRing.destroy(SITI);
  const decisions = new Decisions(log.store, { idSecret: Buffer.alloc(32, 7) });
  const issue = { context: contextBy('user-7', role) };
  const isAllowed = (action: Action<State>) => routeOfAction(action).roles.includes(role);
  const { actions } = await tellActions(decisions, table, of, issue, { isAllowed, said });
  return actions.map(({ action: { name }, chances }) => ({
    name,
    open: chances.flatMap(({ choice, refusal }) => (refusal ? [] : [choice])),
    why: chances[0] ? chances[0].refusal?.code : 'FORBIDDEN',
  }));
}

interface Asking {
  readonly people: People;
  readonly role?: Role;
  readonly of?: string;
  readonly said?: Said;
  readonly isErased?: boolean;
}

/** The open ones by their names; of those that are closed why. */
async function answers(asking: Asking) {
  const actions = await told(participantActions, asking);
  return {
    open: actions.filter(({ open }) => open.length > 0).map(({ name }) => name),
    why: Object.fromEntries(actions.map(({ name, why }) => [name, why])),
    choices: (of: string) => actions.find(({ name }) => name === of)?.open,
  };
}

describe('What can be done with a participant', () => {
  it('who lives: whatever holds of them can be said anew, and corrected', async () => {
    const { open, why, choices } = await answers({ people: LIVING });
    expect(open).toEqual([
      'record-contribution',
      'report-death',
      'register-heir',
      'correct-child',
      'remove-child',
      'put-child-first',
      'correct-heir',
      'remove-heir',
      'correct-participant',
      'correct-nik',
      'change-income-band',
    ]);
    expect(why).toMatchObject({
      'register-self-employment': 'SELF_EMPLOYED_ALREADY',
      'register-child': 'TOO_MANY_CHILDREN',
      'confirm-nik-difference': 'NIK_AGREES',
      'revoke-death': 'DEATH_NOT_REPORTED',
      'correct-death-day': 'DEATH_NOT_REPORTED',
      'split-participant': 'NOT_MERGED',
    });
    expect(choices('put-child-first')).toEqual([SECOND_CHILD]);
    expect(choices('remove-heir')).toEqual([HEIR]);
    expect(choices('record-contribution')).toEqual(['2027-01']);
    expect(choices('change-income-band')?.[0]).toBe('2027-01');
  });

  it('who died: the death can be corrected, and nothing be said that only the living do', async () => {
    const { open, why } = await answers({ people: DEAD });
    expect(open).toEqual(
      expect.arrayContaining(['register-heir', 'revoke-death', 'correct-death-day', 'correct-participant']),
    );
    expect(why).toMatchObject({
      'report-death': 'DECEASED',
      'change-income-band': 'DECEASED',
      'register-self-employment': 'DECEASED',
    });
  });

  it('who was merged: what stands there is corrected there, and everything else under the other id', async () => {
    const { open, why } = await answers({ people: MERGED, of: TWIN });
    expect(open).toEqual(['split-participant']);
    expect(why).toMatchObject({
      'merge-participant': 'PARTICIPANT_MERGED',
      'dismiss-duplicate': 'PARTICIPANT_MERGED',
      'record-contribution': 'PARTICIPANT_MERGED',
      'correct-nik': 'PARTICIPANT_MERGED',
      'correct-child': 'CHILD_NOT_FOUND',
    });
  });

  it('who was erased: nobody can say any more what is right of them', async () => {
    const { why } = await answers({ people: LIVING, isErased: true });
    expect(why).toMatchObject({
      'correct-participant': 'PERSONAL_DATA_ERASED',
      'correct-nik': 'PERSONAL_DATA_ERASED',
      'merge-participant': 'PERSONAL_DATA_ERASED',
      'change-income-band': 'PERSONAL_DATA_ERASED',
      'record-contribution': 'PERSONAL_DATA_ERASED',
    });
  });

  it('of whom something is asked for already: the same is not asked for twice', async () => {
    const people = { [SITI]: [...OF_SITI, birthDateAsked], [TWIN]: [twinRegistered()] };
    const { open, why } = await answers({ people, said: { otherId: TWIN } });
    expect(open).toContain('correct-participant');
    expect(why['merge-participant']).toBe('CORRECTION_PENDING');
  });

  it('depends on the role', async () => {
    expect((await answers({ people: LIVING, role: 'finance' })).open).toEqual(['record-contribution']);
    expect((await answers({ people: LIVING, role: 'adjudicator' })).open).toEqual(['report-death']);
    const { open, why } = await answers({ people: TWO, role: 'supervisor', said: { otherId: TWIN } });
    expect([open, why['correct-nik']]).toEqual([['dismiss-duplicate'], 'FORBIDDEN']);
  });

  it('and with two who may be one depends on whom is thought of', async () => {
    const alone = await answers({ people: TWO });
    expect([alone.why['merge-participant'], alone.why['dismiss-duplicate']]).toEqual([
      'NOT_SAID',
      'NOT_SAID',
    ]);
    const { open, why } = await answers({ people: TWO, said: { otherId: TWIN } });
    expect(open).toEqual(expect.arrayContaining(['merge-participant', 'dismiss-duplicate']));
    expect(why['reopen-duplicate']).toBe('NOT_DISMISSED');
  });

  it('is that each payment may be asked to be taken back', async () => {
    const [request] = await told(paymentActions, { people: LIVING, role: 'finance' });
    expect(request).toMatchObject({ name: 'request-reversal', open: ['R-1', 'R-2'] });
    const [other] = await told(paymentActions, { people: TWO, of: TWIN });
    expect(other?.why).toBe('PAYMENT_NOT_FOUND');
  });
});
