import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Injectable } from '@nestjs/common';
import { CqrsModule } from '@nestjs/cqrs';
import { employers } from '#contexts/employers/context';
import { WORKER } from '#contexts/journey.examples';
import { localDate } from '#kernel';
import { type ContextApp, startContextApp } from '#testing/context-app';
import { DailyLook } from './commands/daily-look.js';
import { participants } from './context.js';
import { duplicateReadModel } from './read-models/duplicate/duplicate.read-model.js';
import { importReadModel } from './read-models/import/import.read-model.js';
import { codes, fileOf, linesOf, row, termsOfVillage } from './village-lists.examples.js';

let look: DailyLook | undefined;

/** Holds what the system does by itself, for the spec to do it now. */
@Injectable()
class Holder {
  constructor(daily: DailyLook) {
    look = daily;
  }
}

class LooksDaily {}

const looksDaily = {
  module: LooksDaily,
  imports: [CqrsModule],
  providers: [...(participants.providers ?? []), DailyLook, Holder],
};

describe('Whoever may be registered already', () => {
  let system: ContextApp;
  let serial = 0;
  /** Of whatever was registered last, so that the read model knows it. */
  let after = '0';
  beforeAll(async () => {
    system = await startContextApp(
      [employers, participants, looksDaily],
      [duplicateReadModel, importReadModel],
    );
  });
  afterAll(() => system.stop());

  const newNik = () => `000005520590${String(++serial).padStart(4, '0')}`;
  const pairs = async (query = '') =>
    (await system.get(`/participants/duplicates?after=${after}${query}`)).body.items as {
      reason: string;
      participants: { participantId: string }[];
    }[];
  const register = async (person: object, role: 'registrar' | 'plkk' = 'registrar') => {
    await pairs();
    const answer = await system.post(
      '/participants',
      { ...WORKER, person: { ...WORKER.person, nik: newNik(), ...person } },
      { role },
    );
    after = String(answer.body.position);
    return answer;
  };
  const registerFactory = (npp: string) =>
    system.post('/employers', {
      segment: 'PU',
      npp,
      kind: 'COMPANY',
      name: 'PT Contoh Garmen',
      district: '321605',
      branch: 'J03',
      riskClass: 3,
      size: 'MEDIUM',
      startedOn: '2026-01-02',
    });
  const idOf = ({ body }: { body: Record<string, unknown> }) => String(body.id);

  it('is told at the registration by reasons alone, which a PLKK is not told', async () => {
    const first = await register({ name: 'Siti Rahmawati', phone: '081200000001' });
    expect(first.body.mayBeKnownBy).toEqual([]);
    const second = await register({ name: 'Sitti Rachmawaty', phone: '+6281200000001' });
    expect(second.status).toBe(201);
    expect(second.body.mayBeKnownBy).toEqual(['NAME_AND_BIRTH_DATE', 'PHONE']);
    for (const personal of [idOf(first), '81200000001', 'Rahmawati'])
      expect(second.text).not.toContain(personal);
    const third = await register({ name: 'Siti Rahmawan' });
    expect(third.body.mayBeKnownBy).toEqual(['NEAR_NAME']);
    expect((await register({ name: 'Siti Rahmawati' }, 'plkk')).body).not.toHaveProperty('mayBeKnownBy');
  });

  it('is told where an employer takes somebody on, too', async () => {
    const born = { birthDate: '1984-03-02', sex: 'FEMALE' };
    await register({ name: 'Ratna Wulandari', ...born });
    await pairs();
    const factory = await registerFactory('nn010008');
    const joined = await system.post(`/employers/${idOf(factory)}/members`, {
      wageIdr: 5_200_000,
      startedOn: '2026-11-02',
      district: '321605',
      person: {
        nik: newNik(),
        name: 'Ratna Wulandary',
        ...born,
        occupation: 'penjahit',
        workplace: 'PT Contoh Garmen',
      },
    });
    after = String(joined.body.position);
    expect(joined.body.mayBeKnownBy).toEqual(['NAME_AND_BIRTH_DATE']);
  });

  it('is told in the report of a file: two lines and two files name one worker, or two', async () => {
    const terms = await termsOfVillage(system as never);
    const importFile = async (file: Buffer) => {
      const sent = { method: 'POST', headers: { 'content-type': 'text/csv' }, body: new Uint8Array(file) };
      const { text } = await system.ask(`/participants/imports?${terms}`, sent);
      const { report } = linesOf(text).at(-1) ?? {};
      after = String(report?.position);
      await pairs();
      return report;
    };
    const one = await importFile(
      fileOf(row(21, '321605', { name: 'Dewi Lestari' }), row(22, '321605', { name: 'Dewi Lestary' })),
    );
    expect(one).toMatchObject({ registered: 2 });
    expect(codes(one?.warnings)).toEqual([[3, 'DUPLICATE_NAME_AND_BIRTH_DATE']]);
    const other = await importFile(
      fileOf(row(21, '321605', { name: 'Dewi Lestari' }), row(23, '321605', { name: 'Dewi Lestari' })),
    );
    expect(codes(other?.rejected)).toEqual([[2, 'ALREADY_REGISTERED']]);
    expect(codes(other?.warnings)).toEqual([[3, 'DUPLICATE_NAME_AND_BIRTH_DATE']]);
  });

  it('is found at night by a near name, once, and dismissed with a paper until something new is found', async () => {
    const look = async () => {
      const { text } = await system.post('/participants/duplicates/look', {}, { role: 'supervisor' });
      const { report } = linesOf(text).at(-1) as unknown as {
        report: { suspected: number; position: string };
      };
      after = report.position ?? after;
      await pairs();
      return report;
    };
    const [one, other] = [
      idOf(await register({ name: 'Kartini Wulandari', birthDate: '1985-03-20' })),
      idOf(await register({ name: 'Kartini Wulandani', birthDate: '1985-03-20' })),
    ];
    await pairs();
    expect((await look()).suspected).toBeGreaterThanOrEqual(1);
    // What was noted, of these and of all that have something else in common, is not noted again.
    expect(await look()).toEqual({ suspected: 0 });
    const near = (state: string) => pairs(`&reason=NEAR_NAME&participantId=${one}&state=${state}`);
    expect(
      (await near('OPEN')).map(({ participants: two }) => two.map(({ participantId }) => participantId)),
    ).toEqual([[one, other].sort()]);

    const dismissal = { reasons: ['NEAR_NAME'], because: 'NAMESAKES' };
    const path = `/participants/${other}/duplicates/${one}`;
    const refused = await system.post(`${path}/dismissal`, dismissal);
    expect(refused.body).toMatchObject({ code: 'DISMISSAL_NEEDS_EVIDENCE' });
    const evidence = { kind: 'E_KTP', number: 'KTP 1' };
    after = String((await system.post(`${path}/dismissal`, { ...dismissal, evidence })).body.position);
    expect(await near('OPEN')).toEqual([]);
    expect(await near('DISMISSED')).toMatchObject([
      { state: 'DISMISSED', dismissal: { because: 'NAMESAKES', evidence: 'E_KTP' } },
    ]);
    after = String((await system.post(`${path}/reopening`, { because: 'NEW_FACT' })).body.position);
    expect(await near('OPEN')).toHaveLength(1);
    const { body: told } = await system.get(`/participants/${one}/duplicates/${other}/actions`);
    // Whose names differ are merged once one of them was corrected.
    expect(told.actions).toMatchObject([
      { name: 'dismiss-duplicate', open: true, href: `/participants/${one}/duplicates/${other}/dismissal` },
      { name: 'merge-participant', open: false },
      { name: 'reopen-duplicate', open: false, reason: { code: 'NOT_DISMISSED' } },
    ]);
  });

  it('is told in the report of a file of those who join an employer, of whom nobody knew', async () => {
    const employer = await registerFactory('nn010009');
    const path = `/employers/${idOf(employer)}`;
    const header = 'nik,name,birth_date,sex,occupation,workplace,district,wage,started_on';
    const joiner = (nik: string, name: string) =>
      `${nik},${name},1991-02-14,P,penjahit,PT Contoh Garmen,321605,5200000,2026-11-02`;
    const [one, other, third] = [newNik(), newNik(), newNik()];
    const send = async (...rows: string[]) => {
      const sent = {
        method: 'POST',
        headers: { 'content-type': 'text/csv' },
        body: [header, ...rows].join('\n'),
      };
      const { text } = await system.ask(`${path}/members/file`, sent);
      const { report } = linesOf(text).at(-1) ?? {};
      after = String(report?.position);
      await pairs();
      return report as Record<string, unknown> & { fileId?: string };
    };
    const first = await send(joiner(one, 'Wulan Purnama'), joiner(other, 'Wulan Purnomo'));
    expect(first).toMatchObject({ taken: 2 });
    expect(codes(first.warnings as never)).toEqual([[3, 'DUPLICATE_NAME_AND_BIRTH_DATE']]);
    const second = await send(joiner(third, 'Wulan Purnama'), joiner(one, 'Wulan Purnama'));
    expect(codes(second.warnings as never)).toEqual([[2, 'DUPLICATE_NAME_AND_BIRTH_DATE']]);
    const file = await system.get(`${path}/member-files/${String(first.fileId)}?after=${after}`);
    expect(file.body).toMatchObject({ taken: 2, rejected: 0, warnings: 1 });
    const remarks = await system.get(`${path}/member-files/${String(first.fileId)}/remarks?after=${after}`);
    expect(remarks.body.items).toMatchObject([{ line: 3, rejected: false }]);
  });

  it('is looked for by the system itself once a day, and that goes on where it was stopped', async () => {
    const [one, other] = [
      idOf(await register({ name: 'Lestari Wulandari', birthDate: '1979-08-17' })),
      idOf(await register({ name: 'Lestari Wulandani', birthDate: '1979-08-17' })),
    ];
    const [day, next] = [localDate('2026-11-20'), localDate('2026-11-21')];
    const run = (of: typeof day, signal = new AbortController().signal) => look?.take(of, signal);
    await run(day);
    expect(await look?.last()).toEqual({ day, isEnded: true });
    await register({ name: 'Agus Salim' });
    const near = await pairs(`&reason=NEAR_NAME&participantId=${one}`);
    expect(near.map(({ participants: two }) => two.map(({ participantId }) => participantId))).toEqual([
      [one, other].sort(),
    ]);
    await expect(run(next, AbortSignal.abort(new Error('stopped')))).rejects.toThrow('stopped');
    expect(await look?.last()).toEqual({ day: next, isEnded: false });
    await run(next);
    expect(await look?.last()).toEqual({ day: next, isEnded: true });
  });
});
