import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readArchive, verifyPack } from '#audit-pack';
import { noticeIdOf } from '#contexts/notices/facts';
import { payoutsFollowing } from '#contexts/payouts/facts';
import type { KeptEvent, SealedSection } from '#event-store';
import { type DomainEvent, event, isErased, localDate } from '#kernel';
import { ruleSetVersionOn } from '#law';
import { type LocalEventStore, inMemoryKeyRing, localEventStore, testContext } from '#testing';
import { NotInTreeYet, RemoteTree, signingKey, writtenKey } from '#transparency-log';
import { TreeLog } from '#transparency-log/service';
import { type ServedTree, serveTree } from '../../../transparency-log/test/served-tree.js';
import { makePack } from './make-pack.js';

const ORIGIN = 'lindung.example/log';
const seed = Buffer.alloc(32, 1);
const policy = `log ${writtenKey(signingKey(ORIGIN, 'note', seed).public)}\nquorum none\n`;

const [claimId, participantId, accidentId, paperId, employerId, complaintId] = [
  randomUUID(),
  randomUUID(),
  randomUUID(),
  randomUUID(),
  randomUUID(),
  randomUUID(),
];
const account = { bank: 'BRI', number: '002301004567890', holder: 'Siti Contoh' };

describe('the pack of a claim', () => {
  let folder: string;
  const keyRing = inMemoryKeyRing();
  let log: LocalEventStore;
  let treeLog: TreeLog;
  let served: ServedTree;
  let payoutId: string;
  let noticeStream: string;

  const append = (streamId: string, events: readonly DomainEvent[], after: bigint | null = null) =>
    log.store.append(streamId, events, after, testContext({ commandId: randomUUID() }));

  /** Puts the log into the tree as far as it goes now. */
  async function grow(): Promise<void> {
    const end = await log.store.lastPosition();
    const ended = new AbortController();
    for await (const events of log.store.followKept(treeLog.tree.place.position, ended.signal)) {
      await treeLog.append(events);
      if (treeLog.tree.place.position === end) break;
    }
    await treeLog.tree.publish(await treeLog.sign());
  }

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'lindung-pack-'));
    log = await localEventStore({ keyRing });
    await append(`participant-${participantId}`, [
      event('ParticipantRegistered', { participantId, person: { name: 'Siti Contoh' } }),
    ]);
    await append(`participant-${randomUUID()}`, [event('ParticipantRegistered', {})]);
    await append(`paper-${paperId}`, [
      event('PaperKept', {
        paperId,
        participantId,
        mediaType: 'image/png',
        tells: 'HEALTH',
        bytes: 12,
        sealedSha256: 'ab'.repeat(32),
      }),
    ]);
    await append(`accident-${accidentId}`, [event('AccidentNotified', { accidentId, participantId })]);
    await append(`claim-${claimId}`, [
      event('ClaimSubmitted', {
        claimId,
        participantId,
        programme: 'JKK',
        accidentId,
        eventDate: '2026-03-02',
        documents: [{ kind: 'KK1', paperId }],
        person: { claimantName: 'Siti Contoh', account },
      }),
      event('BenefitCalculated', {
        claimId,
        participantId,
        ruleSetVersion: ruleSetVersionOn(localDate('2026-03-02')),
        totalIdr: 1,
        employers: [{ employerId, eventOn: '2026-03-02' }],
        health: { inputs: {} },
      }),
      event('ClaimApproved', {
        claimId,
        participantId,
        payments: [{ payee: 'PARTICIPANT', componentCodes: ['JKK_STMB'], amountIdr: 1 }],
        entitledChildren: [],
        person: { account },
      }),
    ]);
    await append(`employer-${employerId}`, [
      event('EmployerRegistered', { employerId, participantId: randomUUID() }),
    ]);
    await append(`dues-${employerId}`, [event('DuesPaid', { employerId, amountIdr: 1 })]);
    await append(`complaint-${complaintId}`, [
      event('ComplaintReceived', { complaintId, participantId, subject: 'CLAIM', subjectId: claimId }),
    ]);
    const approval = await log.store.keptAt(`claim-${claimId}`, 2n);
    const data = JSON.parse(approval?.data.toString() ?? '') as DomainEvent['data'];
    [payoutId = ''] = payoutsFollowing({ id: approval?.id ?? '', type: 'ClaimApproved', data });
    const noticeId = noticeIdOf(approval?.id ?? '');
    noticeStream = `notice-${noticeId}`;
    await append(noticeStream, [event('NoticeDue', { noticeId, participantId })]);
    await append(`payout-${payoutId}`, [
      event('PayoutOrdered', { payoutId, participantId, amountIdr: 1, person: { account } }),
    ]);
    treeLog = await TreeLog.open({ folder: join(folder, 'tree'), origin: ORIGIN, seed });
    served = await serveTree(() => treeLog);
    await grow();
  });
  afterAll(async () => {
    served.stop();
    treeLog.close();
    await log.stop();
    await rm(folder, { recursive: true });
  });

  /** Opens with the keys of the spec. */
  async function open({ streamId, revision }: KeptEvent, section: SealedSection): Promise<unknown> {
    for await (const one of log.store.read(streamId, revision)) {
      const content = (one.data as Readonly<Record<string, object>>)[section];
      return content && isErased(content) ? undefined : content;
    }
    return undefined;
  }

  const packed = (sections: readonly SealedSection[] = []) =>
    makePack({
      log: log.store,
      tree: new RemoteTree(served.url),
      claimId,
      policy,
      complaintsAbout: (ids) =>
        Promise.resolve(ids.join() === [claimId, accidentId].join() ? [`complaint-${complaintId}`] : []),
      opened: { sections, open },
    });

  it('holds, with everybody and everything that belongs to it, and nobody else', async () => {
    const made = await packed();
    const report = verifyPack(made?.bytes ?? new Uint8Array(), policy);
    expect(report).toMatchObject({
      holds: true,
      findings: [],
      claimId,
      events: 11,
      papers: 1,
      calculations: 1,
      opened: 0,
    });
    expect(report.streams.map(({ streamId }) => streamId)).toEqual(
      [
        `accident-${accidentId}`,
        `claim-${claimId}`,
        `complaint-${complaintId}`,
        `dues-${employerId}`,
        `employer-${employerId}`,
        noticeStream,
        `paper-${paperId}`,
        `participant-${participantId}`,
        `payout-${payoutId}`,
      ].sort(),
    );
  });

  it('opens nothing unless it is told to, and has the same bytes each time', async () => {
    const [one, other] = [await packed(), await packed()];
    expect(Buffer.from(one?.bytes ?? []).equals(other?.bytes ?? new Uint8Array())).toBe(true);
    for (const said of ['Siti Contoh', account.number])
      expect(Buffer.from(one?.bytes ?? []).includes(said)).toBe(false);
  });

  it('has what the keys open, where it is told which sections', async () => {
    const made = await packed(['person']);
    const files = readArchive(made?.bytes ?? new Uint8Array());
    expect(
      JSON.parse(Buffer.from(files.get(`opened/participant-${participantId}/0.json`) ?? []).toString()),
    ).toEqual({ person: { name: 'Siti Contoh' } });
    expect(files.has(`opened/claim-${claimId}/1.json`)).toBe(false);
    expect(verifyPack(made?.bytes ?? new Uint8Array(), policy)).toMatchObject({ holds: true, opened: 4 });
  });

  it('gives the rules that the calculator read on the day of the event, with their articles', async () => {
    const files = readArchive((await packed())?.bytes ?? new Uint8Array());
    const [given] = JSON.parse(Buffer.from(files.get('rules.json') ?? []).toString()) as {
      readonly decision: string;
      readonly eventDate: string;
      readonly rules: readonly { readonly law: string }[];
    }[];
    expect(given).toMatchObject({
      decision: `claim-${claimId}@1`,
      calculator: 'JKK_CASE',
      eventDate: '2026-03-02',
    });
    expect(given?.rules.length).toBeGreaterThan(10);
    expect(given?.rules.every(({ law }) => law.length > 0)).toBe(true);
  });

  it('is none where there is no such claim, and is made later where something of it is not in the tree yet', async () => {
    const unknown = makePack({
      log: log.store,
      tree: new RemoteTree(served.url),
      claimId: randomUUID(),
      policy,
    });
    expect(await unknown).toBeUndefined();
    await append(`claim-${claimId}`, [event('InvoiceCameLate', { claimId, participantId })], 2n);
    await expect(packed()).rejects.toThrow(NotInTreeYet);
    await grow();
    expect(verifyPack((await packed())?.bytes ?? new Uint8Array(), policy)).toMatchObject({
      holds: true,
      events: 12,
    });
  });

  it('still holds when the keys of the person were destroyed, and opens nothing of them any more', async () => {
    const before = await packed(['person']);
    await keyRing.destroy(participantId);
    expect(verifyPack(before?.bytes ?? new Uint8Array(), policy).holds).toBe(true);
    expect(verifyPack((await packed(['person']))?.bytes ?? new Uint8Array(), policy)).toMatchObject({
      holds: true,
      opened: 0,
    });
  });
});
