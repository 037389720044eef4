import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { officerIdOf, officers } from '#contexts/staff/domain/officer';
import { contributions } from '#contexts/participants/domain/contributions';
import { contributionPaid, sitiRegistered } from '#contexts/participants/domain/participant.examples';
import { participants } from '#contexts/participants/domain/participant';
import { type AuthorityLevel, type DomainEvent, localDate } from '#kernel';
import { logOf, testContext } from '#testing/decisions';
import { CLAIM, JKK_SUBMITTED, PARTICIPANT } from '../domain/claim.examples.js';
import { claims } from '../domain/claim.js';
import type { Basis } from '../domain/programme.js';
import { byDelegation } from './by-delegation.js';
import { mayDecide } from './may-act.js';

const by = (id: string, event: DomainEvent) => ({ ...event, metadata: { actor: { id } } });

/** The accident was on 20 August 2026: its victim was registered long before, and a payment was taken that day. */
const log = logOf({
  [claims.of(CLAIM)]: [
    JKK_SUBMITTED,
    {
      type: 'InterestDeclared',
      data: { claimId: CLAIM, declarerId: 'niece', effectiveOn: localDate('2026-11-21') },
    },
  ],
  [officers.of(officerIdOf('cahya'))]: [
    {
      type: 'OfficerListed',
      data: {
        officerId: officerIdOf('cahya'),
        workerId: 'cahya',
        office: 'Bandung',
        roles: ['supervisor'],
        level: 2,
        listerId: 'head',
        effectiveOn: localDate('2026-01-05'),
      },
    },
    {
      type: 'AuthorityDelegated',
      data: {
        officerId: officerIdOf('cahya'),
        workerId: 'cahya',
        delegationId: 'd0000000-0000-5000-8000-000000000001',
        office: 'Bekasi',
        from: localDate('2026-11-16'),
        until: localDate('2026-11-20'),
        delegatorId: 'head',
        effectiveOn: localDate('2026-11-13'),
      },
    },
  ],
  [participants.of(PARTICIPANT)]: [
    by('rina', sitiRegistered({ participantId: PARTICIPANT, effectiveOn: localDate('2025-01-02') })),
  ],
  [contributions.of(PARTICIPANT)]: [
    by('budi', contributionPaid('2026-08', 1, '2026-08-20', { participantId: PARTICIPANT })),
  ],
});

const decides = (id: string, office = 'Bekasi', today = '2026-11-20') =>
  mayDecide(
    undefined,
    log,
    { claimId: CLAIM },
    testContext({ today: localDate(today), actor: { id, roles: ['supervisor'], office, authority: 2 } }),
  );

describe('A claim is decided', () => {
  it('by somebody of its office who has nothing to do with it', async () => {
    await expect(decides('ani')).resolves.toBeUndefined();
    await expect(decides('rina')).resolves.toBeUndefined();
  });

  it('by somebody of another office as long as that has delegated it to them', async () => {
    await expect(decides('cahya', 'Bandung')).resolves.toBeUndefined();
    for (const day of ['2026-11-15', '2026-11-21']) {
      await expect(decides('cahya', 'Bandung', day)).rejects.toMatchObject({
        refusal: { code: 'NOT_OF_YOUR_OFFICE' },
      });
    }
  });

  it.each([
    ['whoever took a payment near to the event', 'budi', 'Bekasi', 'REGISTRAR_CANNOT_DECIDE'],
    ['whoever has an interest', 'niece', 'Bekasi', 'INTEREST_DECLARED'],
    ['another office', 'ani', 'Bandung', 'NOT_OF_YOUR_OFFICE'],
  ])('not by %s', async (_who, id, office, code) => {
    await expect(decides(id, office)).rejects.toMatchObject({ refusal: { code } });
  });
});

describe('A decision names the delegation', () => {
  const basis = { facts: {} } as never as Basis;
  const found = byDelegation(() => basis);
  const delegationOf = async (id: string, office: string, authority: AuthorityLevel = 2) => {
    const context = testContext({
      today: localDate('2026-11-20'),
      actor: { id, roles: ['supervisor'], office, authority },
    });
    return (await found({}, log, { claimId: CLAIM }, context)).delegation;
  };

  it('by which somebody of another office makes it', async () => {
    expect(await delegationOf('cahya', 'Bandung')).toEqual({
      delegationId: 'd0000000-0000-5000-8000-000000000001',
      office: 'Bekasi',
    });
  });

  it('and none of whoever decides at the own office, or stands above the branches', async () => {
    expect(await delegationOf('cahya', 'Bekasi')).toBeUndefined();
    expect(await delegationOf('cahya', 'Bandung', 5)).toBeUndefined();
    expect(await delegationOf('ani', 'Bandung')).toBeUndefined();
  });
});

/** Commands of a claim that ask for no interest, and why. */
const ASKED_OF_NOBODY: Readonly<Record<string, string>> = {
  DeclareInterest: 'whoever has one says so by it',
  NoteClaim: 'words that decide nothing',
  SubmitClaim: 'there is no claim yet, and so no interest in it',
  EndTreatment: 'a process sends it',
  GiveHeirsUp: 'a process sends it',
  WantHeirs: 'a process sends it',
  WantHeirsNoMore: 'a process sends it',
  NameAccident: 'a process sends it',
  NoteLateInvoices: 'a process sends it',
  NoteLikeness: 'a process sends it',
  NoteReceipts: 'a process sends it',
  OpenAgain: 'a process sends it',
  RepeatInterests: 'a process sends it',
  RaiseDoubt: 'a process sends it',
};

it('Every command of a claim is closed to whoever has an interest in it, or says why not', () => {
  const folder = import.meta.dirname;
  const sources = readdirSync(folder)
    .filter((file) => /(?<!\.(spec|examples|controller|actions|fields))\.ts$/.test(file))
    .map((file) => readFileSync(join(folder, file), 'utf8'));
  const commands = sources.flatMap((source) =>
    [
      ...source.matchAll(
        /command\(\s*'(\w+)',[\s\S]*?\);\n(?=\n|$)|class (\w+) extends StreamCommand[\s\S]*$/g,
      ),
    ].map(([text, name, className]) => ({
      name: String(name ?? className),
      asks: /\b(mayAct|mayDecide|actsInSight|actsOnOwn)\b/.test(text),
    })),
  );
  expect(commands.length).toBeGreaterThan(30);
  expect(
    commands
      .filter(({ asks }) => !asks)
      .map(({ name }) => name)
      .sort(),
  ).toEqual(Object.keys(ASKED_OF_NOBODY).sort());
});
