import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  type CommandContext,
  type EventOf,
  type LocalDate,
  Rejection,
  addDays,
  fold,
  isHeld,
  localDate,
  rupiah,
} from '#kernel';
import { disputeSteps } from './after-decision-steps.js';
import { APPROVED, approvedForHeir, as } from './after-decision.examples.js';
import { approveDifference } from './approve-difference.js';
import { ACCOUNT, CLAIM, PARTICIPANT, jkkFacts } from './claim.examples.js';
import { claimsAfterDecision } from './claim-after-decision.js';
import type { ClaimEvent } from './claim.events.js';
import { disputesOfHeirs, timesOf } from './days-in-dispute.js';
import { endDispute } from './end-dispute.js';
import { establish } from './establish-heirs.js';
import type { HeirInput } from './heir-input.js';
import { heirsInDispute, isWithoutHeir } from './heirs-in-dispute.js';
import { reassessClaim } from './reassess-claim.js';
import { reopenClaim } from './reopen-claim.js';
import { reportDispute } from './report-dispute.js';
import { takeOver } from './take-claim-over.js';
import { giveHeirsUp, reportHeirDeath, revokeHeirDeath, wantHeirs, wantHeirsNoMore } from './wanted-heirs.js';

const claim = { claimId: CLAIM };
const said = { ...claim, words: 'A letter', evidence: 'map 9' };
const ALIVE = jkkFacts({ incapacityDays: 90 });
const DEAD = jkkFacts({}, { diedOn: localDate('2026-11-01') });

const MONTH: EventOf<ClaimEvent, 'InterimApproved'> = {
  type: 'InterimApproved',
  data: {
    ...claim,
    participantId: PARTICIPANT,
    programme: 'JKK',
    approverId: 'head',
    totalIdr: rupiah(1_000_000),
    payments: [{ payee: 'PARTICIPANT', componentCodes: ['JKK_STMB'], amountIdr: rupiah(1_000_000) }],
    payBy: localDate('2026-11-20'),
    authority: { level: 2 },
    effectiveOn: localDate('2026-10-20'),
    person: { account: ACCOUNT },
  },
};

/** A claim, and what is known of its participant. */
interface World {
  readonly events: readonly ClaimEvent[];
  readonly today: LocalDate;
  readonly isDead: boolean;
  /** Something is paid to the participant by it; before that, to an heir alone. */
  readonly isTheirs: boolean;
  /** A month was approved for the participant before they died, as they have, beside what is paid to that heir. */
  readonly hasMonth?: true;
}

const context = ({ today, events }: World, id: string): CommandContext => ({
  ...as(id, today),
  commandId: `command ${events.length}`,
});
const basisOf = ({ isDead }: World) => (isDead ? DEAD : ALIVE);
const stateOf = ({ events }: World) => fold(claimsAfterDecision, events);
const heirsOf = (world: World): readonly string[] => {
  const { claim: state } = stateOf(world).after;
  return state.situation === 'UNKNOWN' ? [] : (state.heirs ?? []).map(({ heirId }) => heirId);
};

/** What is decided, or the world as it is where that is refused. */
function tried(world: World, decide: () => readonly ClaimEvent[]): World {
  try {
    return { ...world, events: [...world.events, ...decide()] };
  } catch (error) {
    if (error instanceof Rejection) return world;
    throw error;
  }
}

const asked = (world: World, decide: typeof wantHeirs): World =>
  tried(world, () => decide(claim, fold(heirsInDispute, world.events), context(world, 'process')));

const heirs = (count: number): readonly HeirInput[] =>
  Array.from({ length: count }, (_one, place) => ({
    relation: 'CHILD',
    standing: 'PAID',
    name: `Anak Contoh ${place}`,
    birthDate: localDate('2000-01-01'),
    account: { bank: 'Bank Contoh', number: `00000222${place}`, holder: `Anak Contoh ${place}` },
  }));

const established = (world: World, count: number, inPlaceOfId?: string): World =>
  tried(world, () =>
    establish(
      {
        ...claim,
        sharing: 'COURT',
        certificate: 'archive/skaw',
        heirs: heirs(count),
        ...(inPlaceOfId && { inPlaceOfId }),
      },
      stateOf(world).after,
      context(world, 'desk'),
      basisOf(world),
    ),
  );

const ended = (world: World, outcome: 'AS_APPROVED' | 'OTHERWISE'): World =>
  tried(world, () =>
    endDispute({ ...said, how: 'JUDGED', outcome }, stateOf(world), context(world, 'counter')),
  );

/** The participant has the claim computed anew, and is paid what is due to them. */
function takenBack(world: World): World {
  if (world.isDead || world.isTheirs) return world;
  const steps = [
    (at: World) =>
      reopenClaim(
        { ...claim, ground: 'NEW_FACT', reason: 'Lives' },
        stateOf(at).after,
        context(at, 'opener'),
        ALIVE,
      ),
    (at: World) =>
      takeOver(
        {
          ...claim,
          claimant: 'PARTICIPANT',
          documents: [],
          person: { claimantName: 'Sari Contoh', account: ACCOUNT },
        },
        stateOf(at).after,
        context(at, 'taker'),
        ALIVE,
      ),
    (at: World) => reassessClaim(claim, stateOf(at).after, context(at, 'assessor anew'), ALIVE),
    (at: World) => approveDifference(claim, stateOf(at).after, context(at, 'approver anew'), ALIVE),
  ];
  const events = steps.reduce(
    (known, step) => [...known, ...step({ ...world, events: known })],
    world.events,
  );
  return { ...world, events, isTheirs: true };
}

/** What may happen, with a number by which it is chosen whom it is about. */
const HAPPENINGS: Readonly<Record<string, (world: World, pick: number) => World>> = {
  dies: (world) =>
    world.isDead ? world : asked({ ...world, isDead: true }, world.isTheirs ? wantHeirs : () => []),
  lives: (world) =>
    world.isDead && !world.hasMonth
      ? asked({ ...world, isDead: false }, world.isTheirs ? wantHeirsNoMore : () => [])
      : world,
  takesBack: takenBack,
  heirs: (world, pick) => established(world, 1 + (pick % 2), [undefined, ...heirsOf(world)][pick]),
  heirDies: (world, pick) =>
    tried(world, () => {
      const heirId = [undefined, ...heirsOf(world)][pick];
      const input = { ...said, diedOn: world.today, ...(heirId && { heirId }) };
      return reportHeirDeath(input, stateOf(world), context(world, 'reporter'), basisOf(world));
    }),
  heirLives: (world, pick) =>
    tried(world, () => {
      const heirId = [undefined, ...heirsOf(world)][pick];
      return revokeHeirDeath(
        { ...said, ...(heirId && { heirId }) },
        stateOf(world),
        context(world, 'colleague'),
      );
    }),
  disagree: (world) => tried(world, () => reportDispute(said, stateOf(world), context(world, 'counter'))),
  agree: (world) => ended(world, 'AS_APPROVED'),
  judged: (world) => ended(world, 'OTHERWISE'),
  nobodyComes(world) {
    const { lapsesAfter } = fold(disputeSteps, world.events).expected ?? {};
    return lapsesAfter ? asked({ ...world, today: addDays(lapsesAfter, 1) }, giveHeirsUp) : world;
  },
};

const happened = (begin: World, story: readonly (readonly [string, number])[]): World =>
  story.reduce((world, [name, pick]) => {
    const next = HAPPENINGS[name]?.(world, pick) ?? world;
    return { ...next, today: addDays(next.today, 1) };
  }, begin);

type Standing = 'is paid' | 'goes to others' | 'is given up' | 'waits';

/** Who was paid at first: nobody had to be established for that. */
const firstOf = ({ isTheirs }: Pick<World, 'isTheirs'>): string => (isTheirs ? 'PARTICIPANT' : 'HEIR');

/** What becomes of what is paid to an heir, or to whoever was paid at first, by the steps that finance and supervisors are shown. */
function shownFor({ events }: World, party: string): Standing {
  const known = fold(disputeSteps, events);
  const of = { kind: 'CLAIM', id: CLAIM, slot: 'dispute', party };
  if (!isHeld(of, known)) return 'is paid';
  if (!isHeld({ ...of, onlyFor: 'OTHERS' }, known)) return 'goes to others';
  return isHeld({ ...of, onlyFor: 'NOBODY' }, known) ? 'waits' : 'is given up';
}

/** The same by what their commands know. */
function decidedFor(world: World, party: string): Standing {
  const known = fold(heirsInDispute, world.events);
  const { until, areOpen, nobody, nobodyOf, givenUp = [], since } = known;
  if (until) return 'waits';
  const isHeirs = party === 'HEIR';
  if ((nobody && !(isHeirs && nobodyOf === 'PARTICIPANT')) || givenUp.includes(party)) return 'is given up';
  if (areOpen || isWithoutHeir(known, party)) return 'waits';
  const isDead = party === 'PARTICIPANT' && world.isDead;
  if (since && !(isHeirs && since.isOfParticipant))
    return since.heirs.some(({ heirId }) => heirId === party) ? 'is paid' : 'goes to others';
  return isDead ? 'waits' : 'is paid';
}

/** Everybody who was to be paid since the claim is of whoever it is of now. */
function parties({ events, isDead, isTheirs, hasMonth }: World): readonly string[] {
  // Of somebody who lives no heir is paid, whatever was said of them.
  if (!isDead) return isTheirs ? ['PARTICIPANT'] : [];
  const from = events.findLastIndex(({ type }) => type === 'ClaimTakenOver' || type === 'HeirsWantedNoMore');
  const named = events
    .slice(from + 1)
    .flatMap(({ type, data }) => (type === 'HeirsEstablished' ? data.heirs.map(({ heirId }) => heirId) : []));
  return [firstOf({ isTheirs }), ...(hasMonth && !isTheirs ? ['PARTICIPANT'] : []), ...named];
}

/** What somebody may do about the step that is expected; undefined where nobody may do anything. */
function oneStepOn(world: World): World | undefined {
  const { expected, openFor } = fold(disputeSteps, world.events);
  const isOtherThan = (next: World) => next.events.length > world.events.length;
  if (expected?.step === 'END_DISPUTE') return [ended(world, 'AS_APPROVED')].find(isOtherThan);
  return [
    established(
      world,
      1,
      openFor?.find((party) => party !== 'PARTICIPANT'),
    ),
    takenBack(world),
    HAPPENINGS['heirLives']?.(world, 0) ?? world,
  ].find(isOtherThan);
}

/** Who the claim was approved for, and died before the money arrived; and an heir who claims for somebody who is thought dead. */
const ofParticipant: World = {
  events: APPROVED,
  today: localDate('2026-12-01'),
  isDead: false,
  isTheirs: true,
};

const ofHeir = (): World => ({
  events: approvedForHeir(DEAD),
  today: localDate('2026-12-01'),
  isDead: true,
  isTheirs: false,
});

/** The same, of somebody for whom a month was approved before they died, and was not paid. */
function besideMonth(): World {
  const world = { ...ofHeir(), hasMonth: true as const };
  const isMade = world.events.findIndex(({ type }) => type === 'ClaimTakenOver');
  const events = [...world.events.slice(0, isMade), MONTH, ...world.events.slice(isMade)];
  return asked({ ...world, events }, wantHeirs);
}

const story = fc.array(
  fc.tuple(fc.constantFrom(...Object.keys(HAPPENINGS)), fc.integer({ min: 0, max: 2 })),
  { minLength: 1, maxLength: 14 },
);

describe.each([
  ['approved for a participant', ofParticipant],
  ['approved for an heir', ofHeir()],
  ['approved for an heir beside a month of the participant', besideMonth()],
])('A claim that was %s, whatever is said of heirs, and in whatever order', (_of, begin) => {
  it('shows the same to whoever pays as their commands know, of everybody who is to be paid', () => {
    fc.assert(
      fc.property(story, (steps) => {
        const world = happened(begin, steps);
        for (const party of parties(world))
          expect([party, shownFor(world, party)]).toEqual([party, decidedFor(world, party)]);
      }),
      { numRuns: 300 },
    );
  });

  it('lets a participant who lives wait for no heirs', () => {
    fc.assert(
      fc.property(story, (steps) => {
        const world = happened(begin, steps);
        if (!world.isDead && world.isTheirs) expect(shownFor(world, 'PARTICIPANT')).toBe('is paid');
      }),
      { numRuns: 300 },
    );
  });

  it('lets nobody wait without a step, and has no step that nobody may do', () => {
    fc.assert(
      fc.property(story, (steps) => {
        let world = happened(begin, steps);
        for (let left = 8; fold(disputeSteps, world.events).expected; left -= 1) {
          expect(left).toBeGreaterThan(0);
          const next = oneStepOn(world);
          expect([fold(disputeSteps, world.events).expected?.step, next]).not.toContain(undefined);
          world = next ?? world;
        }
        expect(parties(world).map((party) => decidedFor(world, party))).not.toContain('waits');
        expect(fold(claimsAfterDecision, world.events).dispute).toBeUndefined();
      }),
      { numRuns: 300 },
    );
  });

  it('owes nothing for a delay as long as nobody is to be paid, and no longer', () => {
    fc.assert(
      fc.property(story, (steps) => {
        const world = happened(begin, steps);
        const known = fold(disputesOfHeirs, world.events);
        const isPaid = (party: string) => shownFor(world, party) === 'is paid';
        for (const party of parties(world).filter(isPaid))
          expect(timesOf(known, party).filter(({ to }) => to === undefined)).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });
});
