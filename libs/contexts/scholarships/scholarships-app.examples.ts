import { accidents } from '#contexts/accidents/context';
import { claims } from '#contexts/claims/context';
import { clerksOf } from '#contexts/journey.examples';
import { participants } from '#contexts/participants/context';
import { processesOf } from '#runtime';
import { startContextApp } from '#testing/context-app';
import { scholarships } from './context.js';
import { scholarshipReadModel } from './read-models/scholarship/scholarship.read-model.js';

/** An app in which scholarships follow from claims, with the clerks who work in it. */
export async function startScholarships() {
  const app = await startContextApp(
    [participants, accidents, claims, scholarships, processesOf([claims, scholarships])],
    scholarshipReadModel,
  );
  const clerks = clerksOf(app);

  return {
    app,
    clerks,

    /** A participant whose first years of scholarships are earned, each entered on the day it was paid; gives the id. */
    earner: async () => {
      const participantId = await clerks.register({ registeredOn: '2023-11-02' });
      for (const year of [2023, 2024, 2025, 2026]) {
        await clerks.contribute(participantId, {
          period: `${year}-11`,
          months: 12,
          paidOn: `${year}-11-02`,
        });
      }
      return participantId;
    },

    /** Their death, and the claim for it, approved; gives its id. */
    claimOfDeath: async (participantId: string) => {
      await clerks.reportDeath(participantId);
      const claimId = await clerks.submitJkm(participantId);
      await clerks.calculate(claimId);
      await clerks.approve(claimId);
      return claimId;
    },

    /** What is granted after them; nothing while the read model is not there: the answer is 503 then, without a list. */
    grantedAfter: async (participantId: string): Promise<readonly Record<string, unknown>[]> => {
      const { body } = await app.get(`/scholarships?participantId=${participantId}`, { role: 'adjudicator' });
      return (body.items as Record<string, unknown>[] | undefined) ?? [];
    },
  };
}

export type ScholarshipsApp = Awaited<ReturnType<typeof startScholarships>>;
