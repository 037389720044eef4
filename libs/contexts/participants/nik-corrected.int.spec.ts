import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { WORKER } from '#contexts/journey.examples';
import { type Answer, type Participants, startParticipants } from './participants-app.examples.js';

const AT_ONCE = 6;
const ROUNDS = 8;

describe('A NIK that was typed wrong', () => {
  let system: Participants;
  let serial = 0;
  beforeAll(async () => {
    system = await startParticipants();
  });
  afterAll(() => system.stop());

  const newNik = () => `000005520590${String(++serial).padStart(4, '0')}`;
  const register = (nik: string, name = 'Siti Contoh') =>
    system.post('/participants', { ...WORKER, person: { ...WORKER.person, nik, name } });
  const registered = async (nik: string, name?: string) => String((await register(nik, name)).body.id);
  const ask = async (id: string, nik: string) => {
    const body = { person: { nik }, evidence: { kind: 'DUKCAPIL_ANSWER', number: '400/1' } };
    const asked = await system.post(`/participants/${id}/nik`, body, { subject: 'registrar-1' });
    return `/participants/${id}/corrections/${String(asked.body.correctionId)}`;
  };
  const confirm = (correction: string) =>
    system.post(`${correction}/confirmation`, {}, { role: 'supervisor', subject: 'supervisor-1' });
  const found = async (nik: string, after: unknown) => {
    const { body } = await system.post(`/participants/search?after=${String(after)}`, { nik });
    return (body.items as { participantId: string; name: string }[]).map(
      ({ participantId }) => participantId,
    );
  };
  const codeOf = ({ status, body }: Answer) => (status < 300 ? 'recorded' : body.code);

  it('is corrected: old and new find the participant, who keeps the id; its true owner can be registered', async () => {
    const [wrong, right] = [newNik(), newNik()];
    const siti = await registered(wrong);
    expect((await register(wrong)).body).toMatchObject({
      code: 'ALREADY_REGISTERED',
      facts: { participantId: siti },
    });
    const corrected = await confirm(await ask(siti, right));
    expect(corrected.body).toMatchObject({ streamId: `participant-${siti}`, events: ['NikCorrected'] });
    expect((await register(right)).body).toMatchObject({
      code: 'ALREADY_REGISTERED',
      facts: { participantId: siti },
    });

    const owner = await register(wrong, 'Sari Contoh');
    expect(owner.status).toBe(201);
    const sari = String(owner.body.id);
    expect(sari).not.toBe(siti);
    expect((await register(wrong)).body).toMatchObject({
      code: 'ALREADY_REGISTERED',
      facts: { participantId: sari },
    });

    expect(await found(right, owner.body.position)).toEqual([siti]);
    expect((await found(wrong, owner.body.position)).toSorted()).toEqual([sari, siti].toSorted());
    const { body } = await system.get(`/participants/${siti}`);
    expect(body).toMatchObject({
      nikMasked: `0000**********${right.slice(14)}`,
      corrections: [{ subjects: ['NIK'], before: { nikMasked: `0000**********${wrong.slice(14)}` } }],
    });

    const eligibility = async (nik: string, name: string) =>
      (await system.post('/participants/eligibility', { nik, name }, { role: 'plkk' })).body.identityMatches;
    expect(await eligibility(right, 'Siti Contoh')).toBe(true);
    expect(await eligibility(wrong, 'Siti Contoh')).toBe(false);
    expect(await eligibility(wrong, 'Sari Contoh')).toBe(true);
  });

  it('can be corrected back, and on to a third, without anybody being in the way', async () => {
    const [first, second, third] = [newNik(), newNik(), newNik()];
    const siti = await registered(first);
    for (const nik of [second, first, third, second]) {
      expect(codeOf(await confirm(await ask(siti, nik)))).toBe('recorded');
    }
    expect((await register(second)).body).toMatchObject({ facts: { participantId: siti } });
    expect(codeOf(await register(first))).toBe('recorded');
    expect(codeOf(await register(third))).toBe('recorded');
  });

  it('is free again when the correction is refused', async () => {
    const [wrong, right] = [newNik(), newNik()];
    const siti = await registered(wrong);
    const correction = await ask(siti, right);
    const refusal = await system.post(
      `${correction}/refusal`,
      { reason: 'EVIDENCE_NOT_ENOUGH' },
      { role: 'supervisor' },
    );
    expect(codeOf(refusal)).toBe('recorded');
    expect(codeOf(await register(right))).toBe('recorded');
    expect((await register(wrong)).body).toMatchObject({ facts: { participantId: siti } });
  });

  it('is confirmed by the same command sent again, with the same answer', async () => {
    const [wrong, right] = [newNik(), newNik()];
    const correction = await ask(await registered(wrong), right);
    const headers = { 'idempotency-key': '0a0a0a0a-0a0a-4a0a-8a0a-0a0a0a0a0a0a' };
    const again = () =>
      system.post(`${correction}/confirmation`, {}, { role: 'supervisor', subject: 'supervisor-1', headers });
    expect((await again()).body).toMatchObject({ repeated: false, events: ['NikCorrected'] });
    expect((await again()).body).toMatchObject({ repeated: true, events: ['NikCorrected'] });
  });

  it('goes to one only, when somebody is registered under the right one at that moment', async () => {
    for (let round = 0; round < ROUNDS; round++) {
      const [wrong, right] = [newNik(), newNik()];
      const siti = await registered(wrong);
      const correction = await ask(siti, right);
      const [corrected, ...registrations] = await Promise.all([
        confirm(correction),
        ...Array.from({ length: AT_ONCE }, () => register(right, 'Sari Contoh')),
      ]);
      const taken = registrations.filter(({ status }) => status === 201);
      const outcome = codeOf(corrected);
      expect(taken).toHaveLength(outcome === 'recorded' ? 0 : 1);
      expect(['recorded', 'NIK_HELD_BY_ANOTHER']).toContain(outcome);
      for (const other of registrations) expect(['recorded', 'ALREADY_REGISTERED']).toContain(codeOf(other));
    }
  });

  it('goes to one only, when it is corrected for several at that moment', async () => {
    for (let round = 0; round < ROUNDS; round++) {
      const right = newNik();
      const corrections = await Promise.all(
        Array.from({ length: AT_ONCE }, async () => ask(await registered(newNik()), right)),
      );
      const outcomes = (await Promise.all(corrections.map(confirm))).map(codeOf);
      expect(outcomes.filter((one) => one === 'recorded')).toHaveLength(1);
      expect(outcomes.filter((one) => one === 'NIK_HELD_BY_ANOTHER')).toHaveLength(AT_ONCE - 1);
    }
  });

  it('is registered anew by one only, when several come for the NIK that was set free', async () => {
    for (let round = 0; round < ROUNDS; round++) {
      const [wrong, right] = [newNik(), newNik()];
      await confirm(await ask(await registered(wrong), right));
      const outcomes = (await Promise.all(Array.from({ length: AT_ONCE }, () => register(wrong)))).map(
        codeOf,
      );
      expect(outcomes.filter((one) => one === 'recorded')).toHaveLength(1);
    }
  });
});
