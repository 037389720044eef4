import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { CONTEXTS } from '#contexts';
import { participants } from '#contexts/participants/context';
import type { RecordedEvent } from '#event-store';
import type { Change, ReadModel } from '#followers';
import type { Context } from '#runtime';
import { appInMemory } from './app-in-memory.js';
import { declaredCommands, declaredEvents } from './declared.js';
import { acceptedIsApplicable } from './run.js';
import { World } from './world.js';

/** Thousands of requests, on a machine that does other things. */
jest.setTimeout(3_600_000);

/** So often each command was accepted, and each event recorded, by the end of the runs. */
const OFTEN = 20;

const LOOKS_BY_ITSELF = 'the system looks once a day by itself: here nobody waits so long';

/** What nobody records any more, or hardly; and why. */
const SELDOM: Readonly<Record<string, string>> = {
  DeathTracedToAccident: 'earlier releases recorded it; now it is DeathTraced, in a stream of its own',
  ApprovedAccidentNamed:
    'follows only from an approval of an earlier release, which did not name the accident',
  DuplicateSuspected: 'follows only from what PostgreSQL finds at night',
  DuplicateLookBegun: LOOKS_BY_ITSELF,
  DuplicateLookWentOn: LOOKS_BY_ITSELF,
  DuplicateLookEnded: LOOKS_BY_ITSELF,
  PaperSweepBegun: LOOKS_BY_ITSELF,
  PaperSweepEnded: LOOKS_BY_ITSELF,
  PaperDropped: 'follows only from the sweep at night',
  SampleSeedRecorded: LOOKS_BY_ITSELF,
  SampleDrawn: LOOKS_BY_ITSELF,
  SamplingEnded: LOOKS_BY_ITSELF,
  DecisionSampled: LOOKS_BY_ITSELF,
  SampleReviewed: 'follows only from what is drawn once a month: here nobody waits so long',
  SampleFollowedUp: 'follows only from what is drawn once a month: here nobody waits so long',
  DeadlinePassed: LOOKS_BY_ITSELF,
  PlkkProposalLapsed: 'follows only from a look at night, a month after it was put forward',
  SponsorProposalLapsed: 'follows only from a look at night, a month after it was put forward',
  NobodyInherits: 'follows only from a look at night, a year after heirs were looked for',
  DeadlineLookBegun: LOOKS_BY_ITSELF,
  DeadlineLookEnded: LOOKS_BY_ITSELF,
  DetectionLookBegun: LOOKS_BY_ITSELF,
  DetectionLookEnded: LOOKS_BY_ITSELF,
  NoticeSent: 'follows only where somebody delivers messages: here nobody does',
  NoticeDelayed: 'follows only where somebody delivers messages: here nobody does',
  NoticeGivenUp: 'follows only where somebody delivers messages: here nobody does',
  KpjGivenOut: 'follows only from a registration of an earlier release',
  MemberKpjGivenOut: 'follows only from a joining of an earlier release',
  SponsorPlacesGivenBack: 'follows only where somebody else pays for the same person at the same moment',
  LateCompensationEndorsed: 'only what is late by thousands of millions takes two persons',
  BackDatedAgreementConfirmed:
    'follows only from an agreement that one person alone recorded, in an earlier release',
  DuesYearClosed: 'an employer is billed and pays a dozen times before it',
};

/** What no request sends, and why. */
const BY_NO_REQUEST: Readonly<Record<string, string>> = {
  ReviewSample: 'decisions are drawn once a month, and here nobody waits so long',
  FollowUpSample: 'decisions are drawn once a month, and here nobody waits so long',
  LapsePlkkProposal: 'only what the look at night finds after a month sends it',
  LapseSponsorProposal: 'only what the look at night finds after a month sends it',
  GiveHeirsUp: 'only what the look at night finds after a year sends it',
  NoteDuplicate: 'only the daily look sends it, about those whom PostgreSQL finds: here is none',
  SuspectDuplicate: 'only the look at night sends it, about those whom PostgreSQL finds: here is none',
};

/** What can hardly be sent, and why. */
const HARDLY_SENT: Readonly<Record<string, string>> = {
  ConfirmAgreement: 'only of what one person alone recorded late, in an earlier release',
  ExtendFinding: 'only a look sends it, of a case that was found before the claim that it concerns',
};

const leastOf = (command: string): number =>
  command in BY_NO_REQUEST ? 0 : command in HARDLY_SENT ? 1 : OFTEN;

describe('Whatever is accepted can be applied', () => {
  let world: World;
  beforeAll(async () => {
    world = new World(CONTEXTS, await appInMemory(CONTEXTS));
    await acceptedIsApplicable(world, CONTEXTS, { seed: 20_261_120, runs: 215 });
  });
  afterAll(() => world.close());

  it.each(declaredCommands(CONTEXTS))(
    'by the stream, read models, contracts and processes: %s',
    (command) => {
      expect(world.accepted.get(command) ?? 0).toBeGreaterThanOrEqual(leastOf(command));
    },
  );

  it.each(declaredEvents())('and so was %s, in every state that led to it', (type) => {
    expect(world.recorded.get(type) ?? 0).toBeGreaterThanOrEqual(type in SELDOM ? 1 : OFTEN);
  });
});

describe('What cannot be applied', () => {
  const failing = async (contexts: readonly Context[]) => {
    const world = new World(contexts, await appInMemory(contexts));
    const failure = await acceptedIsApplicable(world, contexts, { seed: 1, runs: 5, steps: 300 }).then(
      () => undefined,
      (error: unknown) => error as Error,
    );
    await world.close();
    return failure?.message ?? 'nothing failed';
  };
  /** Those who know people, and whom they ask, with another answer to one type of event. */
  const withHeirs = (answer: (event: RecordedEvent, model: ReadModel) => readonly Change[]) =>
    CONTEXTS.slice(0, CONTEXTS.indexOf(participants) + 1).map((context): Context => ({
      ...context,
      readModels: context.readModels?.map((model) => ({
        ...model,
        on: { ...model.on, HeirRegistered: (event) => answer(event, model) },
      })),
    }));

  it('by a read model is told with the event, its place, the seed and the fewest requests that lead to it', async () => {
    const broken = withHeirs((event, model) => {
      if (/\P{ASCII}/u.test(JSON.stringify(event.data))) throw new Error('no such names here');
      return model.on['HeirRegistered']?.(event) ?? [];
    });
    const message = await failing(broken);
    expect(message).toMatch(/^Seed 1, path \d/);
    expect(message).toMatch(/HeirRegistered \(participant-[0-9a-f-]{36} revision \d+, position \d+\)/);
    expect(message).toContain('no such names here');
    const requests = message.match(/^POST \S+/gm) ?? [];
    expect(requests.at(-1)).toMatch(/^POST \/participants\/[0-9a-f-]{36}\/heirs$/);
    // Of three hundred. An heir of somebody who was imported needs a sponsor, its agreement and the file.
    expect(requests.length).toBeLessThanOrEqual(4);
  });

  it('by PostgreSQL is told with the column', async () => {
    const broken = withHeirs((event, model) =>
      (model.on['HeirRegistered']?.(event) ?? []).map((change) =>
        change.table === model.tables['heirs']
          ? { ...change, subject: { ...(change.subject as object), name: 'A\ud800B' } }
          : change,
      ),
    );
    expect(await failing(broken)).toMatch(/would not store a row of heirs: name is no text/);
  });
});
