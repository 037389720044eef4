import { randomBytes, randomUUID } from 'node:crypto';
import { connect } from 'node:net';
import { Inject, Module } from '@nestjs/common';
import { CqrsModule } from '@nestjs/cqrs';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { claims } from '#contexts/claims/context';
import { claimReadModel } from '#contexts/claims/read-models/claim/claim.read-model';
import { deaths } from '#contexts/deaths/context';
import { accidents } from '#contexts/accidents/context';
import { participants } from '#contexts/participants/context';
import { PersonKeyRing } from '#key-ring';
import { localDate } from '#kernel';
import { PaperStore } from '#paper-store';
import { DATABASE } from '#runtime';
import { type Database, sql } from '#postgres';
import { type Ask, type ContextApp, startContextApp } from '#testing/context-app';
import { type Clerks, JKM_PAPERS, clerksOf } from '../journey.examples.js';
import { SweepPapers } from './commands/sweep-papers.js';
import { papers } from './context.js';
import { paperReadModel } from './read-models/paper/paper.read-model.js';

const PDF = 'application/pdf';
/** A scan, as long as two pieces and a bit. */
const SCAN = Buffer.concat([Buffer.from('%PDF-1.7\n'), randomBytes(600_000)]);

/** What the spec reaches behind the routes. */
const inside: { keys: PersonKeyRing; database: Database; files: PaperStore; sweep: SweepPapers } =
  {} as never;

@Module({
  imports: [CqrsModule],
  providers: [...(papers.providers ?? []), SweepPapers, ...SweepPapers.handlers],
})
class Inside {
  constructor(
    keys: PersonKeyRing,
    @Inject(DATABASE) database: Database,
    files: PaperStore,
    sweep: SweepPapers,
  ) {
    Object.assign(inside, { keys, database, files, sweep });
  }
}

describe('Papers as files', () => {
  let app: ContextApp;
  let clerks: Clerks;
  let siti: string;
  beforeAll(async () => {
    app = await startContextApp(
      [participants, accidents, deaths, papers, claims, Inside],
      [paperReadModel, claimReadModel],
      { PAPERS_MAX_BYTES: '1048576' },
    );
    clerks = clerksOf(app);
    siti = await clerks.coveredWorker();
  });
  afterAll(() => app.stop());

  const handIn = (
    file: Buffer = SCAN,
    {
      type = PDF,
      of = siti,
      tells = 'HEALTH',
      ...ask
    }: Ask & { type?: string; of?: string; tells?: string } = {},
  ) =>
    app.ask(
      `/papers?participantId=${of}&tells=${tells}`,
      { method: 'POST', headers: { 'content-type': type }, body: new Uint8Array(file) },
      ask,
    );
  const fileOf = async (paperId: unknown, ask: Ask = { role: 'adjudicator' }) => {
    const answer = await app.send(`/papers/${String(paperId)}/file`, {}, ask);
    return { status: answer.status, headers: answer.headers, bytes: Buffer.from(await answer.arrayBuffer()) };
  };
  const filesKept = async () => {
    const { rows } = await sql<{ count: number }>`select count(*)::int as count from papers.files`.execute(
      inside.database.kysely,
    );
    return rows[0]!.count;
  };

  it('come out as they went in, to be kept and not shown, and lie sealed meanwhile', async () => {
    const { status, body } = await handIn();
    expect([status, body]).toMatchObject([201, { events: ['PaperKept'] }]);
    const { headers, bytes } = await fileOf(body.id);
    expect(bytes.equals(SCAN)).toBe(true);
    expect(Object.fromEntries(headers)).toMatchObject({
      'content-type': PDF,
      'content-length': String(SCAN.length),
      'content-disposition': `attachment; filename="${String(body.id)}.pdf"`,
      'x-content-type-options': 'nosniff',
      'cache-control': 'no-store',
    });
    const { rows } = await sql<{ sealed: Buffer }>`select sealed from papers.pieces`.execute(
      inside.database.kysely,
    );
    expect(rows).toHaveLength(3);
    expect(rows.some(({ sealed }) => sealed.includes('%PDF'))).toBe(false);
  });

  it('are the same paper when they are sent again, and another command where they are not the same', async () => {
    const headers = { 'idempotency-key': randomUUID() };
    const before = await filesKept();
    const [first, again] = [await handIn(SCAN, { headers }), await handIn(SCAN, { headers })];
    expect(again.body).toMatchObject({ id: first.body.id, repeated: true });
    const other = await handIn(Buffer.from('%PDF-1.4 other'), { headers });
    expect([other.status, other.body.code]).toEqual([422, 'COMMAND_ID_REUSED']);
    expect(await filesKept()).toBe(before + 1);
    expect((await fileOf(first.body.id)).bytes.equals(SCAN)).toBe(true);
  });

  it('are refused by what they are, whatever they are called, and leave nothing', async () => {
    const before = await filesKept();
    const exe = await handIn(Buffer.from('MZ\x90\0 this program cannot be run'));
    expect([exe.status, exe.body.code]).toEqual([422, 'PAPER_OF_OTHER_TYPE']);
    const png = await handIn(SCAN, { type: 'image/png' });
    expect(png.body.code).toBe('PAPER_OF_OTHER_TYPE');
    const html = await handIn(SCAN, { type: 'text/html' });
    expect([html.status, html.body.code]).toEqual([415, 'UNSUPPORTED_MEDIA_TYPE']);
    const large = await handIn(Buffer.concat([SCAN, randomBytes(600_000)]));
    expect([large.status, large.body.code]).toEqual([413, 'PAPER_TOO_LARGE']);
    const nobody = await handIn(SCAN, { of: randomUUID() });
    expect([nobody.status, nobody.body.code]).toEqual([404, 'PAPER_OF_NOBODY']);
    expect(await filesKept()).toBe(before);
  });

  it('that break off on their way leave nothing', async () => {
    const before = await filesKept();
    const token = await app.tokenFor('registrar');
    const { port, hostname } = new URL(app.url);
    const gone = new Promise((resolve) => {
      const socket = connect(Number(port), hostname, () => {
        socket.write(
          `POST /papers?participantId=${siti}&tells=PERSON HTTP/1.1\r\nHost: ${hostname}\r\n` +
            `Authorization: Bearer ${token}\r\nContent-Type: ${PDF}\r\nContent-Length: 900000\r\n\r\n`,
        );
        socket.write(SCAN, () => socket.destroy());
      }).once('close', resolve);
    });
    await gone;
    // What is asked next is answered after what broke off was noticed.
    for (let tries = 0; tries < 100 && (await filesKept()) !== before; tries += 1) await handInNothing();
    expect(await filesKept()).toBe(before);
  });
  const handInNothing = () => handIn(Buffer.from('MZ'));

  it('are shown to those who may see them, and to the others like papers that nobody handed in', async () => {
    const desk = { role: 'plkk', facility: randomUUID() } as const;
    const { id: ofHealth } = (await handIn()).body;
    const { id: ofPerson } = (await handIn(SCAN, { tells: 'PERSON' })).body;
    const seen = async (paperId: unknown, ask: Ask) => (await fileOf(paperId, ask)).status;
    for (const role of ['adjudicator', 'supervisor', 'auditor'] as const)
      expect([await seen(ofHealth, { role }), await seen(ofPerson, { role })]).toEqual([200, 200]);
    expect([
      await seen(ofHealth, { role: 'registrar' }),
      await seen(ofPerson, { role: 'registrar' }),
    ]).toEqual([404, 200]);
    expect(await seen(ofPerson, desk)).toBe(404);
    expect(await seen(ofPerson, { role: 'finance' })).toBe(403);
    expect((await handIn(SCAN, desk)).body.code).toBe('PARTICIPANT_NOT_FOUND');
  });

  it('are named by the documents of a claim, which shows which is missing and which is not genuine', async () => {
    const participantId = await clerks.coveredWorker();
    await clerks.reportDeath(participantId);
    const { id: paperId } = (await handIn(SCAN, { of: participantId, tells: 'PERSON' })).body;
    const [form, ...others] = JKM_PAPERS;
    const named = (paper: unknown) => [{ ...form, paperId: paper }, ...others.slice(1)];
    const claim = (documents: object) =>
      app.post('/claims/jkm', {
        participantId,
        documents,
        person: {
          claimantName: 'Budi Contoh',
          account: { bank: 'B', number: '00001', holder: 'Budi Contoh' },
        },
      });
    expect((await claim(named(randomUUID()))).body.code).toBe('PAPER_NOT_FOUND');
    const ofAnother = (await handIn()).body.id;
    expect((await claim(named(ofAnother))).body.code).toBe('PAPER_OF_ANOTHER');
    const twice = [{ ...form, paperId }, ...others.map((one) => ({ ...one, paperId }))];
    expect((await claim(twice)).body.code).toBe('PAPER_OF_ANOTHER_KIND');
    const { body: submitted } = await claim(named(paperId));
    const more = await app.post(`/claims/${String(submitted.id)}/documents`, {
      documents: [{ ...others[0], paperId }],
    });
    expect(more.body.code).toBe('PAPER_OF_ANOTHER_KIND');
    await clerks.done('adjudicator', `/claims/${String(submitted.id)}/document-refusals`, {
      kind: form!.kind,
      fault: 'NOT_GENUINE',
    });
    const doubted = await clerks.done('adjudicator', `/claims/${String(submitted.id)}/notes`, {
      text: 'Lihat',
    });
    const { body } = await app.get(`/claims/${String(submitted.id)}?after=${String(doubted.position)}`, {
      role: 'supervisor',
    });
    expect(body).toMatchObject({
      missing: [form!.kind, others[0]!.kind],
      warnings: ['DOCUMENT_NOT_GENUINE'],
    });
    expect(body.documents).toContainEqual({ ...form, paperId, fault: 'NOT_GENUINE' });
    const listed = await app.get(`/papers?participantId=${participantId}&after=${String(doubted.position)}`);
    expect(listed.body.items).toMatchObject([
      { paperId, mediaType: PDF, bytes: SCAN.length, claimIds: [submitted.id] },
    ]);
  });

  it('are swept once nothing named them, and what broke off; what was recorded stays', async () => {
    const participantId = await clerks.register();
    const { id: unnamed } = (await handIn(SCAN, { of: participantId, at: '2026-09-01T10:00:00+07:00' })).body;
    const { id: fresh } = (await handIn(SCAN, { of: participantId, at: new Date().toISOString() })).body;
    const broken = randomUUID();
    await sql`
      insert into papers.files (file_id, paper_id, begun_at)
      values (${broken}, ${randomUUID()}, now() - interval '2 days')`.execute(inside.database.kysely);
    await sql`
      update papers.files set is_recorded = false, begun_at = now() - interval '2 days'
      where paper_id = ${String(fresh)}`.execute(inside.database.kysely);
    const before = await filesKept();
    await inside.sweep.take(localDate('2026-11-29'), new AbortController().signal);
    expect(await inside.sweep.last()).toEqual({ day: '2026-11-29', isEnded: true });
    expect(await filesKept()).toBe(before - 2);
    expect((await fileOf(fresh)).status).toBe(200);
    const gone = await fileOf(unnamed);
    expect([gone.status, JSON.parse(gone.bytes.toString())]).toMatchObject([409, { code: 'PAPER_DROPPED' }]);
  });

  it('are swept by the next sweep, where one broke off between giving them up and deleting their files', async () => {
    const participantId = await clerks.register();
    const { id: unnamed } = (await handIn(SCAN, { of: participantId, at: '2026-09-01T10:00:00+07:00' })).body;
    await sql`
      update papers.files set begun_at = now() - interval '2 days'
      where paper_id = ${String(unnamed)}`.execute(inside.database.kysely);
    const before = await filesKept();
    const sweep = () => inside.sweep.take(localDate('2026-11-30'), new AbortController().signal);
    const drop = jest.spyOn(inside.files, 'drop').mockRejectedValueOnce(new Error('broken off'));
    await expect(sweep()).rejects.toThrow('broken off');
    drop.mockRestore();
    expect([(await fileOf(unnamed)).status, await filesKept()]).toEqual([409, before]);
    await sweep();
    expect(await filesKept()).toBe(before - 1);
  });

  it('that were damaged, or whose person was erased, are opened for nobody', async () => {
    const participantId = await clerks.register();
    const { id: damaged } = (await handIn(SCAN, { of: participantId })).body;
    const { id: erased } = (await handIn(SCAN, { of: participantId })).body;
    await sql`
      update papers.pieces set sealed = overlay(sealed placing '\\x00' from 40 for 1)
      where no = 0 and file_id in (select file_id from papers.files where paper_id = ${String(damaged)})`.execute(
      inside.database.kysely,
    );
    const codeOf = async (paperId: unknown) =>
      (JSON.parse((await fileOf(paperId)).bytes.toString()) as { code: string }).code;
    expect(await codeOf(damaged)).toBe('PAPER_DAMAGED');
    await inside.keys.destroy(participantId, ['health']);
    expect(await codeOf(erased)).toBe('PAPER_ERASED');
    expect((await handIn(SCAN, { of: participantId })).body.code).toBe('PERSONAL_DATA_ERASED');
    expect((await handIn(SCAN, { of: participantId, tells: 'PERSON' })).status).toBe(201);
  });
});
