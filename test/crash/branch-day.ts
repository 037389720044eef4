import { setTimeout as wait } from 'node:timers/promises';
import {
  DIED_OF_IT,
  HEIR_PAPERS,
  JKK_PAPERS,
  type Clerks,
  widowerOf,
  clerksOf,
} from '#contexts/journey.examples';
import { dateIn, instant } from '#kernel';
import type { PatientClient } from './patient-client.js';

/** A claim that was approved and paid, as people saw it. */
export interface PaidClaim {
  readonly claimId: string;
  readonly totalIdr: number;
}

interface Payout {
  readonly payoutId: string;
  readonly amountIdr: number;
}

const PATIENCE_MS = 150_000;
const PAUSE_MS = 100;

/** What is done at the desks of a branch in a day, again and again by several people, until the day is over. */
export class BranchDay {
  readonly paid: PaidClaim[] = [];
  private readonly clerks: Clerks;

  constructor(private readonly client: PatientClient) {
    this.clerks = clerksOf(client);
  }

  /** Work goes on until `isOver`, and whatever was begun is brought to its end. */
  async work(desks: number, isOver: () => boolean): Promise<void> {
    const facilityId = await this.plkk();
    await Promise.all(
      Array.from({ length: desks }, async (_, desk) => {
        for (let nth = desk; !isOver(); nth++) await this.one(nth, facilityId);
      }),
    );
  }

  private async one(nth: number, facilityId: string): Promise<void> {
    const kinds = [() => this.injury(facilityId), () => this.illness(), () => this.fatalAccident()];
    const claimId = await kinds[nth % kinds.length]!();
    await this.clerks.calculate(claimId);
    await this.clerks.approve(claimId);
    this.paid.push(await this.payAll(claimId));
  }

  private async plkk(): Promise<string> {
    const facilityId = await this.clerks.registerFacility();
    await this.clerks.makePlkk(facilityId, {
      reference: 'PKS/1',
      validFrom: '2026-01-01',
      validUntil: '2030-12-31',
    });
    return facilityId;
  }

  /** Hurt, referred to a PLKK whose care is guaranteed, and left with a disability. */
  private async injury(facilityId: string): Promise<string> {
    const { clerks } = this;
    const participantId = await clerks.coveredWorker();
    const accidentId = await clerks.notify(participantId);
    await clerks.reportStageOne(accidentId);
    const letter = { facilityId, issuedOn: '2026-09-01' };
    await clerks.done('registrar', `/accidents/${accidentId}/referrals`, letter);
    await clerks.done('registrar', `/accidents/${accidentId}/guarantee-letters`, letter);
    await clerks.done('registrar', `/accidents/${accidentId}/care`, {
      facilityId,
      admittedOn: '2026-09-01',
      dischargedOn: '2026-09-05',
      invoiceNumber: `INV-${participantId.slice(0, 8)}`,
      invoiceIdr: 4_500_000,
      health: { procedures: 'Wound care' },
    });
    await clerks.conclude(accidentId);
    await clerks.stateOutcome(accidentId);
    await clerks.reportStageTwo(accidentId);
    return clerks.submitJkk({ participantId, accidentId });
  }

  private async illness(): Promise<string> {
    const participantId = await this.clerks.coveredWorker();
    await this.clerks.nameChild(participantId);
    await this.clerks.reportDeath(participantId, { diedOn: '2026-09-10' });
    return this.clerks.submitJkm(participantId);
  }

  private async fatalAccident(): Promise<string> {
    const { clerks } = this;
    const participantId = await clerks.coveredWorker();
    const accidentId = await clerks.accidentOf(participantId, { effect: 'DEATH', health: DIED_OF_IT });
    await clerks.reportDeath(participantId, { diedOn: '2026-09-03' });
    await clerks.done('adjudicator', `/participants/${participantId}/death/accident`, { accidentId });
    const documents = [...JKK_PAPERS, ...HEIR_PAPERS];
    return clerks.submitJkk(
      { participantId, accidentId },
      { claimant: 'HEIR', documents, person: widowerOf(participantId) },
    );
  }

  /** Pays what processes have ordered, once all of it is there. */
  private async payAll(claimId: string): Promise<PaidClaim> {
    const { totalIdr, payouts } = await this.ordered(claimId);
    const today = dateIn(instant(new Date().toISOString()));
    for (const { payoutId, amountIdr } of payouts) await this.clerks.payOut(payoutId, amountIdr, today);
    return { claimId, totalIdr };
  }

  private async ordered(claimId: string): Promise<{ totalIdr: number; payouts: readonly Payout[] }> {
    const { client } = this;
    const deadline = performance.now() + PATIENCE_MS;
    for (;;) {
      const { items } = await client.ask<{ items: Payout[] }>(
        `/payouts?sourceKind=CLAIM&sourceId=${claimId}`,
        'finance',
      );
      const sum = items.reduce((all, { amountIdr }) => all + amountIdr, 0);
      if (items.length > 0) {
        const { totalIdr } = await client.ask<{ totalIdr: number }>(`/claims/${claimId}`, 'adjudicator');
        if (sum === totalIdr) return { totalIdr, payouts: items };
      }
      if (performance.now() > deadline) throw new Error(`The payments of ${claimId} come to ${sum} only`);
      await wait(PAUSE_MS);
    }
  }
}
