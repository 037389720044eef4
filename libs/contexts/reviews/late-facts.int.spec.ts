import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { accidents } from '#contexts/accidents/context';
import { claims } from '#contexts/claims/context';
import { claimReadModel } from '#contexts/claims/read-models/claim/claim.read-model';
import { JKM_PAPERS, WIDOWER, clerksOf } from '#contexts/journey.examples';
import { participants } from '#contexts/participants/context';
import { participantReadModel } from '#contexts/participants/read-models/participant/participant.read-model';
import { processesOf } from '#runtime';
import { eventually } from '#testing';
import { type ContextApp, startContextApp } from '#testing/context-app';
import { reviews } from './context.js';
import { reviewReadModel } from './read-models/review/review.read-model.js';

describe('A fact that is corrected after a claim was decided', () => {
  let app: ContextApp;
  let clerks: ReturnType<typeof clerksOf>;
  beforeAll(async () => {
    app = await startContextApp(
      [participants, accidents, claims, reviews, processesOf([participants, reviews])],
      [participantReadModel, claimReadModel, reviewReadModel],
    );
    clerks = clerksOf(app);
  });
  afterAll(() => app.stop());

  const approvedJkm = async () => {
    const participantId = await clerks.register();
    await clerks.contribute(participantId, { months: 6 });
    await clerks.reportDeath(participantId);
    const claimId = await clerks.submitJkm(participantId);
    await clerks.calculate(claimId);
    await clerks.approve(claimId);
    return { participantId, claimId };
  };
  const reviewOf = async (claimId: string): Promise<Record<string, unknown>> => {
    let review: Record<string, unknown> | undefined;
    await eventually('the review is there', async () => {
      const { body } = await app.get(`/reviews?benefitId=${claimId}`, { role: 'supervisor' });
      [review] = (body.items as Record<string, unknown>[] | undefined) ?? [];
      return review !== undefined;
    });
    return review!;
  };

  it('opens a review, which somebody else closes; the claim is not edited', async () => {
    const { participantId, claimId } = await approvedJkm();
    const asked = await app.post(
      `/participants/${participantId}/corrections`,
      { person: { birthDate: '1950-06-12' }, evidence: { kind: 'BIRTH_CERTIFICATE', number: 'AKL 1' } },
      { subject: 'registrar-1' },
    );
    expect(asked.body).toMatchObject({ events: ['CorrectionRequested'] });
    const correction = `/participants/${participantId}/corrections/${String(asked.body.correctionId)}`;
    const made = await app.post(
      `${correction}/confirmation`,
      {},
      { role: 'supervisor', subject: 'supervisor-1' },
    );
    expect(made.body).toMatchObject({ events: ['ParticipantCorrected'] });

    const review = await reviewOf(claimId);
    expect(review).toMatchObject({
      participantId,
      benefitKind: 'CLAIM',
      benefitId: claimId,
      facts: ['BIRTH_DATE'],
      status: 'OPEN',
    });
    const { body: person } = await app.get(
      `/participants/${participantId}?after=${String(made.body.position)}`,
    );
    expect(person).toMatchObject({
      birthDate: '1950-06-12',
      warnings: ['NIK_BIRTH_DATE_DIFFERS', 'AGE_OUTSIDE_LIMITS'],
      corrections: [
        {
          status: 'MADE',
          before: { birthDate: '1990-05-12' },
          now: { birthDate: '1950-06-12' },
          requesterId: 'registrar-1',
          deciderId: 'supervisor-1',
          evidenceNumber: 'AKL 1',
        },
      ],
    });

    const closing = `/participants/${participantId}/reviews/${String(review['reviewId'])}/closing`;
    const finding = { outcome: 'NOTHING_CHANGES' };
    const own = await app.post(closing, finding, { role: 'supervisor', subject: 'supervisor-1' });
    expect(own.body).toMatchObject({ status: 409, code: 'CORRECTED_BY_YOU' });
    const closed = await app.post(closing, finding, { role: 'supervisor', subject: 'supervisor-2' });
    const { body } = await app.get(
      `/reviews?status=CLOSED&benefitId=${claimId}&after=${String(closed.body.position)}`,
      { role: 'supervisor' },
    );
    expect(body.items).toMatchObject([{ outcome: 'NOTHING_CHANGES', closerId: 'supervisor-2' }]);
  });

  it('opens one for a claim whose child was named by mistake; the child has no place any more', async () => {
    const { participantId, claimId } = await approvedJkm();
    const childId = await clerks.nameChild(participantId);
    const evidence = { kind: 'KK', number: 'KK 1' };
    const asked = await app.post(`/participants/${participantId}/children/${childId}/removal`, { evidence });
    const correction = `/participants/${participantId}/corrections/${String(asked.body.correctionId)}`;
    const made = await app.post(`${correction}/confirmation`, {}, { role: 'supervisor' });
    expect(made.body).toMatchObject({ events: ['ChildRemoved'] });
    expect(await reviewOf(claimId)).toMatchObject({ facts: ['CHILD'], status: 'OPEN' });
    const { body } = await app.get(`/participants/${participantId}?after=${String(made.body.position)}`);
    expect(body).toMatchObject({ children: [], corrections: [{ childId, removes: true, status: 'MADE' }] });
  });

  it('opens one for a claim that rested on a payment which bounced', async () => {
    const { participantId, claimId } = await approvedJkm();
    const reversals = `/participants/${participantId}/contributions/reversals`;
    const payment = { period: '2026-08', receipt: 'R-1', reason: 'BOUNCED', bankReference: 'BL 1' };
    const asked = await app.post(reversals, payment, { role: 'finance' });
    const confirmation = `${reversals}/${String(asked.body.correctionId)}/confirmation`;
    const made = await app.post(confirmation, {}, { role: 'supervisor' });
    expect(made.body).toMatchObject({ events: ['ContributionReversed'] });
    expect(await reviewOf(claimId)).toMatchObject({ facts: ['CONTRIBUTION'], status: 'OPEN' });
  });

  it('opens none for what no claim rests on', async () => {
    const { participantId, claimId } = await approvedJkm();
    const named = await app.post(`/participants/${participantId}/corrections`, {
      person: { name: 'Siti Rohmawati' },
      evidence: { kind: 'E_KTP', number: 'KTP 1' },
    });
    expect(named.body).toMatchObject({ events: ['ParticipantCorrected'] });
    const worked = await app.post(`/participants/${participantId}/corrections`, {
      person: { occupation: 'pedagang' },
      evidence: { kind: 'STATEMENT', number: 'SP 1' },
    });
    expect(worked.status).toBe(200);
    expect(await reviewOf(claimId)).toMatchObject({ facts: ['OCCUPATION'] });
  });

  it('opens one for whatever was decided of two who were one person: the death is paid for once', async () => {
    const { participantId: siti, claimId } = await approvedJkm();
    const twin = await clerks.register();
    await clerks.contribute(twin, { months: 6 });
    await clerks.reportDeath(twin);
    const again = await clerks.submitJkm(twin);
    await clerks.calculate(again);
    const evidence = { kind: 'DUKCAPIL_ANSWER', number: '400/1' };
    const asked = await app.post(
      `/participants/${twin}/merger`,
      { survivorId: siti, evidence },
      { subject: 'registrar-1' },
    );
    const correction = `/participants/${twin}/corrections/${String(asked.body.correctionId)}`;
    const made = await app.post(`${correction}/confirmation`, {}, { role: 'supervisor' });
    expect(made.body).toMatchObject({ events: ['ParticipantMergedInto'] });

    expect(await reviewOf(claimId)).toMatchObject({ participantId: siti, facts: ['MERGER'] });
    expect(await reviewOf(again)).toMatchObject({ participantId: twin, facts: ['MERGER'] });
    const approve = (subject?: string) =>
      app.post(`/claims/${again}/approval`, {}, { role: 'supervisor', subject });
    // Whoever confirmed the merger does not decide, and nobody else pays it twice.
    expect((await approve()).body).toMatchObject({ code: 'CORRECTOR_CANNOT_DECIDE' });
    const approval = await approve('another');
    expect(approval.body).toMatchObject({ code: 'DEATH_CLAIMED_UNDER_OTHER_ID', facts: { claimId } });
    const anew = { participantId: twin, documents: JKM_PAPERS, person: WIDOWER };
    const submitted = await app.post('/claims/jkm', anew);
    expect(submitted.body).toMatchObject({ code: 'PARTICIPANT_MERGED', facts: { participantId: siti } });
    const given = { reason: 'SETTLED_BY_PAPERS' };
    const another = { role: 'supervisor', subject: 'another' } as const;
    const cancelled = await app.post(`/claims/${again}/cancellation`, given, another);
    expect(cancelled.body).toMatchObject({ events: ['ClaimCancelled'] });

    const { position } = cancelled.body;
    for (const id of [siti, twin]) {
      const { body } = await app.get(`/claims?participantId=${id}&after=${String(position)}`);
      expect((body.items as { claimId: string }[]).map((one) => one.claimId).toSorted()).toEqual(
        [claimId, again].toSorted(),
      );
    }
  });
});
