import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { CONTRIBUTION, WORKER } from '#contexts/journey.examples';
import { type Answer, type Participants, startParticipants } from './participants-app.examples.js';

const ROUNDS = 4;

describe('Two participants who are one person', () => {
  let system: Participants;
  let serial = 0;
  beforeAll(async () => {
    system = await startParticipants();
  });
  afterAll(() => system.stop());

  const evidence = { kind: 'DUKCAPIL_ANSWER', number: '400/1' };
  const newNik = () => `000005520590${String(++serial).padStart(4, '0')}`;
  const register = (nik: string) =>
    system.post('/participants', { ...WORKER, person: { ...WORKER.person, nik } });
  const registered = async (nik = newNik()) => String((await register(nik)).body.id);
  const pay = (id: string, period: string, receipt: string) =>
    system.post(`/participants/${id}/contributions`, { ...CONTRIBUTION, period, months: 1, receipt });
  const ask = async (id: string, survivorId: string) => {
    const asked = await system.post(
      `/participants/${id}/merger`,
      { survivorId, evidence },
      { subject: 'registrar-1' },
    );
    return `/participants/${id}/corrections/${String(asked.body.correctionId)}`;
  };
  const confirm = (correction: string, subject = 'supervisor-1') =>
    system.post(`${correction}/confirmation`, {}, { role: 'supervisor', subject });
  const merge = async (id: string, survivorId: string) => confirm(await ask(id, survivorId));
  const split = async (id: string) => {
    const asked = await system.post(`/participants/${id}/split`, { evidence }, { subject: 'registrar-1' });
    return confirm(`/participants/${id}/corrections/${String(asked.body.correctionId)}`);
  };
  const shown = async (id: string, after: unknown = 0) =>
    (await system.get(`/participants/${id}?after=${String(after)}`)).body;
  const codeOf = ({ status, body }: Answer) => (status < 300 ? 'recorded' : body.code);

  it('are found as one by either NIK and id, with everything that was paid; a month paid twice is shown', async () => {
    const [own, other] = [newNik(), newNik()];
    const [siti, twin] = [await registered(own), await registered(other)];
    await pay(siti, '2026-08', 'S-8');
    await pay(twin, '2026-08', 'T-8');
    await pay(twin, '2026-09', 'T-9');
    const before = await shown(siti);

    const merged = await merge(twin, siti);
    expect(merged.body).toMatchObject({ streamId: `participant-${twin}`, events: ['ParticipantMergedInto'] });
    const { position } = merged.body;
    const whole = await shown(siti, position);
    expect(whole).toMatchObject({
      mergedInto: null,
      mergedIds: [twin],
      paidMonths: 3,
      paidThrough: '2026-09',
      doubleMonths: [{ period: '2026-08', participantId: twin, receipt: 'T-8', employerId: null }],
      corrections: [{ participantId: twin, subjects: ['MERGER'], status: 'MADE', now: { survivorId: siti } }],
    });
    expect(whole.contributions).toHaveLength(3);
    expect(await shown(twin)).toMatchObject({ mergedInto: siti, mergedIds: [], paidMonths: 2 });

    for (const nik of [own, other]) {
      const found = await system.post('/participants/search', { nik });
      expect(found.body.items).toMatchObject([{ participantId: siti, paidThrough: '2026-09' }]);
      const card = { nik, name: WORKER.person.name };
      const eligible = await system.post('/participants/eligibility', card, { role: 'plkk' });
      expect(eligible.body).toMatchObject({ identityMatches: true, paidThrough: '2026-09' });
      expect((await register(nik)).body).toMatchObject({
        code: 'ALREADY_REGISTERED',
        facts: { participantId: siti },
      });
    }
    const onTwin = await pay(twin, '2026-10', 'T-10');
    expect(onTwin.body).toMatchObject({ code: 'PARTICIPANT_MERGED', facts: { participantId: siti } });
    expect((await pay(siti, '2026-09', 'S-9')).body).toMatchObject({ code: 'PERIOD_ALREADY_PAID' });
    const next = await pay(siti, '2026-10', 'S-10');
    expect(codeOf(next)).toBe('recorded');
    expect(await shown(siti, next.body.position)).toMatchObject({ paidThrough: '2026-10', paidMonths: 4 });

    const apart = await split(twin);
    expect(apart.body).toMatchObject({ events: ['ParticipantSplitOff'] });
    const after = await shown(siti, apart.body.position);
    expect(after).toMatchObject({ mergedIds: [], doubleMonths: [], paidMonths: 2 });
    expect(before).toMatchObject({ paidThrough: '2026-08' });
    expect(await shown(twin)).toMatchObject({ mergedInto: null, paidThrough: '2026-09' });
    expect((await register(other)).body).toMatchObject({ facts: { participantId: twin } });
    expect(codeOf(await pay(twin, '2026-10', 'T-10'))).toBe('recorded');
  });

  it('are seen by the PLKK that registered one of them, under the id under which the person goes on', async () => {
    const twin = await system.post(
      '/participants',
      { ...WORKER, person: { ...WORKER.person, nik: newNik() } },
      { role: 'plkk' },
    );
    const siti = await registered();
    const get = () => system.get(`/participants/${siti}`, { role: 'plkk' });
    expect((await get()).status).toBe(404);
    const { position } = (await merge(String(twin.body.id), siti)).body;
    await shown(siti, position);
    expect((await get()).body).toMatchObject({ participantId: siti, mergedIds: [twin.body.id] });
    const paid = await system.post(
      `/participants/${siti}/contributions`,
      { ...CONTRIBUTION, months: 1 },
      { role: 'plkk' },
    );
    expect(codeOf(paid)).toBe('recorded');
  });

  it('are merged once more by the same command sent again, with the same answer', async () => {
    const correction = await ask(await registered(), await registered());
    const headers = { 'idempotency-key': '0b0b0b0b-0b0b-4b0b-8b0b-0b0b0b0b0b0b' };
    const again = () =>
      system.post(`${correction}/confirmation`, {}, { role: 'supervisor', subject: 'supervisor-1', headers });
    expect((await again()).body).toMatchObject({ repeated: false, events: ['ParticipantMergedInto'] });
    expect((await again()).body).toMatchObject({ repeated: true, events: ['ParticipantMergedInto'] });
  });

  it('are not merged by whoever asked, nor twice, nor into somebody who was merged', async () => {
    const [siti, twin, third] = [await registered(), await registered(), await registered()];
    const correction = await ask(twin, siti);
    expect((await confirm(correction, 'registrar-1')).body).toMatchObject({ code: 'ENTERED_BY_YOU' });
    expect(codeOf(await confirm(correction))).toBe('recorded');
    const again = await system.post(`/participants/${twin}/merger`, { survivorId: siti, evidence });
    expect(again.body).toMatchObject({ code: 'PARTICIPANT_MERGED', facts: { participantId: siti } });
    const intoMerged = await system.post(`/participants/${third}/merger`, { survivorId: twin, evidence });
    expect(intoMerged.body).toMatchObject({ code: 'PARTICIPANT_MERGED' });
    const away = await system.post(`/participants/${siti}/merger`, { survivorId: third, evidence });
    expect(away.body).toMatchObject({ code: 'STANDS_FOR_OTHERS', facts: { participantId: twin } });
    const merged = await merge(third, siti);
    const { mergedIds } = await shown(siti, merged.body.position);
    expect((mergedIds as string[]).toSorted()).toEqual([twin, third].toSorted());
  });

  it('are never merged in a circle, whoever asks and confirms at that moment', async () => {
    for (let round = 0; round < ROUNDS; round++) {
      const [one, other] = [await registered(), await registered()];
      const corrections = await Promise.all([ask(one, other), ask(other, one)]);
      const answers = await Promise.all(corrections.map((asked) => confirm(asked)));
      const merged = answers.filter((answer) => codeOf(answer) === 'recorded');
      expect(merged.length).toBeLessThan(2);
      // Whatever came of it is no dead end: what waits is refused, and then they are merged.
      const refused = [];
      for (const asked of corrections) {
        refused.push(
          await system.post(`${asked}/refusal`, { reason: 'ASKED_BY_MISTAKE' }, { role: 'supervisor' }),
        );
      }
      const recorded = [...merged, ...refused.filter((answer) => codeOf(answer) === 'recorded')];
      const position = Math.max(...recorded.map(({ body }) => Number(body.position)));
      const states = [await shown(one, position), await shown(other, position)];
      expect(states.filter(({ mergedInto }) => mergedInto !== null)).toHaveLength(merged.length);
      if (merged.length === 0) expect(codeOf(await merge(one, other))).toBe('recorded');
    }
  });
});
