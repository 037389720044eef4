import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { accidents } from '#contexts/accidents/context';
import { claims } from '#contexts/claims/context';
import { claimReadModel } from '#contexts/claims/read-models/claim/claim.read-model';
import { deaths } from '#contexts/deaths/context';
import { DIED_OF_IT, HEIR_PAPERS, PORTER, WIDOWER, clerksOf } from '#contexts/journey.examples';
import { participants } from '#contexts/participants/context';
import { participantReadModel } from '#contexts/participants/read-models/participant/participant.read-model';
import { payouts } from '#contexts/payouts/context';
import { payoutReadModel } from '#contexts/payouts/read-models/payout/payout.read-model';
import { scholarships } from '#contexts/scholarships/context';
import { processesOf } from '#runtime';
import { eventually } from '#testing';
import { type ContextApp, startContextApp } from '#testing/context-app';
import { reviews } from './context.js';
import { reviewReadModel } from './read-models/review/review.read-model.js';

describe('A death that was reported for the wrong person', () => {
  let app: ContextApp;
  let clerks: ReturnType<typeof clerksOf>;
  beforeAll(async () => {
    app = await startContextApp(
      [
        participants,
        accidents,
        deaths,
        claims,
        scholarships,
        payouts,
        reviews,
        processesOf([participants, claims, scholarships, payouts, reviews]),
      ],
      [participantReadModel, claimReadModel, payoutReadModel, reviewReadModel],
    );
    clerks = clerksOf(app);
  });
  afterAll(() => app.stop());

  const evidence = { kind: 'DUKCAPIL_ANSWER', number: '470/9' };
  /** Asked for by a registrar, made by a supervisor; gives the place in the log to read it at. */
  const corrected = async (participantId: string, what: string, body: object) => {
    const asked = await app.post(`/participants/${participantId}/death/${what}`, { evidence, ...body });
    expect(asked.body).toMatchObject({ events: ['CorrectionRequested'] });
    const confirmation = `/participants/${participantId}/corrections/${String(asked.body.correctionId)}/confirmation`;
    const made = await app.post(confirmation, {}, { role: 'supervisor', subject: 'supervisor-1' });
    return { event: (made.body.events as string[])[0], position: String(made.body.position) };
  };
  const openReview = async (benefitId: string): Promise<Record<string, unknown>> => {
    let review: Record<string, unknown> | undefined;
    await eventually('the review is there', async () => {
      const { body } = await app.get(`/reviews?benefitId=${benefitId}`, { role: 'supervisor' });
      [review] = (body.items as Record<string, unknown>[] | undefined) ?? [];
      return review !== undefined;
    });
    return review!;
  };
  const payoutOf = async (claimId: string): Promise<string> => {
    let payoutId: string | undefined;
    await eventually('the payment is ordered', async () => {
      const { body } = await app.get(`/payouts?sourceId=${claimId}`, { role: 'finance' });
      payoutId = (body.items as { payoutId: string }[] | undefined)?.[0]?.payoutId;
      return payoutId !== undefined;
    });
    return payoutId!;
  };

  it('is taken back: nothing more is paid on it, she pays again, and her real death is claimed for by itself', async () => {
    const participantId = await clerks.register();
    await clerks.contribute(participantId, { months: 6 });
    await clerks.reportDeath(participantId);
    const wrong = await clerks.submitJkm(participantId);
    await clerks.calculate(wrong);
    await clerks.approve(wrong);
    const payoutId = await payoutOf(wrong);

    const { event, position } = await corrected(participantId, 'revocation', {});
    expect(event).toBe('DeathRevoked');
    expect((await app.get(`/participants/${participantId}?after=${position}`)).body).toMatchObject({
      diedOn: null,
      corrections: [{ subjects: ['DEATH'], removes: true, status: 'MADE', before: { diedOn: '2026-11-10' } }],
    });
    expect(await openReview(wrong)).toMatchObject({ facts: ['DEATH'], status: 'OPEN' });
    const instruction = { instructedOn: '2026-11-20', instructionNumber: 'INS-9' };
    const told = await app.post(`/payouts/${payoutId}/instructions`, instruction, { role: 'finance' });
    expect(told.body).toMatchObject({ code: 'EVENT_REVOKED' });
    const given = { reason: 'EVENT_REVOKED' };
    const cancelled = await app.post(`/payouts/${payoutId}/cancellation`, given, { role: 'supervisor' });
    expect(cancelled.body).toMatchObject({ events: ['PayoutCancelled'] });

    await clerks.contribute(participantId, { period: '2027-02', paidOn: '2026-11-20' });
    await clerks.notify(participantId, { occurredOn: '2026-11-19' });
    await clerks.reportDeath(participantId, { diedOn: '2026-11-20' });
    const real = await clerks.submitJkm(participantId);
    expect(real).not.toBe(wrong);
    await clerks.calculate(real);
    await clerks.approve(real);
  });

  it('leaves no open claim behind that nobody can end', async () => {
    const participantId = await clerks.register();
    await clerks.contribute(participantId, { months: 6 });
    await clerks.reportDeath(participantId);
    const claimId = await clerks.submitJkm(participantId);
    await corrected(participantId, 'revocation', {});
    const calculated = await app.post(`/claims/${claimId}/calculation`, {}, { role: 'adjudicator' });
    expect(calculated.body).toMatchObject({ code: 'DEATH_REVOKED' });
    const given = { reason: 'EVENT_REVOKED' };
    const ended = await app.post(`/claims/${claimId}/cancellation`, given, { role: 'supervisor' });
    expect(ended.body).toMatchObject({ events: ['ClaimCancelled'] });
  });

  it('goes with what the accident is said to have done: she claims for herself then', async () => {
    const participantId = await clerks.coveredWorker();
    const accidentId = await clerks.accidentOf(participantId, { effect: 'DEATH', health: DIED_OF_IT });
    await clerks.reportDeath(participantId, { diedOn: DIED_OF_IT.diedOn });
    await clerks.done('adjudicator', `/participants/${participantId}/death/accident`, { accidentId });
    const documents = [...HEIR_PAPERS];
    const claimId = await clerks.submitJkk(
      { participantId, accidentId },
      { claimant: 'HEIR', documents, person: WIDOWER },
    );
    await corrected(participantId, 'revocation', {});

    const withdrawal = `/accidents/${accidentId}/fatal-outcome/withdrawal`;
    const withdrawn = await app.post(withdrawal, {}, { role: 'supervisor' });
    expect(withdrawn.body).toMatchObject({ events: ['FatalOutcomeWithdrawn'] });
    await clerks.stateOutcome(accidentId);
    await clerks.reportStageTwo(accidentId);
    const taking = { claimant: 'PARTICIPANT', documents: [], person: PORTER };
    const taken = await app.post(`/claims/${claimId}/claimant`, taking, { role: 'registrar' });
    expect(taken.body).toMatchObject({ events: expect.arrayContaining(['ClaimTakenOver']) });
  });

  it('has another day, and its claim is calculated for that one', async () => {
    const participantId = await clerks.register();
    await clerks.contribute(participantId, { months: 6 });
    await clerks.reportDeath(participantId);
    const claimId = await clerks.submitJkm(participantId);
    await clerks.calculate(claimId);
    const { event, position } = await corrected(participantId, 'correction', { diedOn: '2026-11-08' });
    expect(event).toBe('DeathDayCorrected');
    expect((await app.get(`/participants/${participantId}?after=${position}`)).body).toMatchObject({
      diedOn: '2026-11-08',
    });
    expect(await openReview(claimId)).toMatchObject({ facts: ['DEATH'] });
    const early = await app.post(`/claims/${claimId}/approval`, {}, { role: 'supervisor' });
    expect(early.body).toMatchObject({ code: 'CALCULATION_OUTDATED' });
    await clerks.calculate(claimId);
    const approved = await app.post(`/claims/${claimId}/approval`, {}, { role: 'supervisor' });
    const shown = await app.get(`/claims/${claimId}?after=${String(approved.body.position)}`, {
      role: 'supervisor',
    });
    expect(shown.body).toMatchObject({ eventDate: '2026-11-08' });
    // The payment may have been ordered by then.
    expect(['APPROVED', 'PAYMENT_ORDERED']).toContain(shown.body.status);
  });
});
