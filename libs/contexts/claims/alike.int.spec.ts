import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { accidents } from '#contexts/accidents/context';
import { deaths } from '#contexts/deaths/context';
import { type Clerks, WIDOWER, clerksOf } from '#contexts/journey.examples';
import { participants } from '#contexts/participants/context';
import { processesOf } from '#runtime';
import { eventually } from '#testing';
import { type ContextApp, startContextApp } from '#testing/context-app';
import { claims } from './context.js';
import { claimReadModel } from './read-models/claim/claim.read-model.js';

interface Doubt {
  readonly findingId: string;
  readonly alike: object | null;
}

describe('Claims for two deaths', () => {
  let app: ContextApp;
  let clerks: Clerks;
  beforeAll(async () => {
    app = await startContextApp(
      [participants, accidents, deaths, claims, processesOf([claims])],
      [claimReadModel],
    );
    clerks = clerksOf(app);
  });
  afterAll(() => app.stop());

  const supervisor = (subject: string) => ({ role: 'supervisor', subject }) as const;

  /** A death that is claimed for with the same certificate and the same account as every other. */
  async function claimed(): Promise<string> {
    const participantId = await clerks.coveredWorker();
    await clerks.reportDeath(participantId, { diedOn: '2026-09-20', certificate: 'SKM 474.3/12' });
    return clerks.submitJkm(participantId, { person: WIDOWER });
  }

  it('that name one certificate and one account are both warned of by name, and paid once somebody has said why', async () => {
    const [one, other] = [await claimed(), await claimed()];
    const shown = async (claimId: string) => (await app.get(`/claims/${claimId}`, supervisor('looker'))).body;
    for (const [claimId, otherId] of [
      [one, other],
      [other, one],
    ] as const) {
      await eventually('both claims are doubted', async () => {
        return ((await shown(claimId))['doubts'] as readonly Doubt[] | undefined)?.length === 2;
      });
      const { warnings, doubts } = (await shown(claimId)) as { warnings: string[]; doubts: readonly Doubt[] };
      expect(warnings).toEqual(['DEATH_CERTIFICATE_OF_ANOTHER_CLAIM', 'ACCOUNT_OF_ANOTHER_CLAIM']);
      expect(doubts.map(({ alike }) => alike)).toEqual(
        expect.arrayContaining([
          { of: 'DEATH_CERTIFICATE', claimId: otherId },
          { of: 'ACCOUNT', claimId: otherId },
        ]),
      );
    }
    await clerks.calculate(other);
    const approve = () => app.post(`/claims/${other}/approval`, {}, supervisor('approver'));
    const refused = await approve();
    expect(refused.body['code']).toBe('DOUBT_IS_OPEN');
    expect(refused.text).toContain(`the certificate of death of claim ${one}`);
    const { doubts } = (await shown(other)) as { doubts: readonly Doubt[] };
    for (const { findingId } of doubts) {
      const why = {
        findingId,
        how: 'NO_BEARING',
        words: 'Both died in one fire, of one family',
        evidence: 'KK',
      };
      const settled = await app.post(`/claims/${other}/doubts/settlement`, why, supervisor('settler'));
      expect(settled.body['events']).toEqual(['DoubtSettled']);
    }
    expect((await approve()).body['events']).toEqual(['ClaimApproved']);
  });
});
