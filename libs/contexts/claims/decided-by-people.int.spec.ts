import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { accidents } from '#contexts/accidents/context';
import { type Clerks, clerksOf } from '#contexts/journey.examples';
import { participants } from '#contexts/participants/context';
import type { Role } from '#kernel';
import { type Ask, type ContextApp, startContextApp } from '#testing/context-app';
import { claims } from './context.js';
import { claimReadModel } from './read-models/claim/claim.read-model.js';
import { letterReadModel } from './read-models/letter/letter.read-model.js';

const FINGER = { item: 'TELUNJUK_TANGAN', side: 'RIGHT' };
const GROUNDS = 'The village office has answered that it never issued it';

describe('What people decide of a claim', () => {
  let app: ContextApp;
  let clerks: Clerks;
  beforeAll(async () => {
    app = await startContextApp([participants, accidents, claims], [claimReadModel, letterReadModel]);
    clerks = clerksOf(app);
  });
  afterAll(() => app.stop());

  const send = async (role: Role, claim: string, what: string, body: object = {}) =>
    (await app.post(`/claims/${claim}/${what}`, body, { role })).body;
  const shown = async (claim: string, { position }: Record<string, unknown>) =>
    (await app.get(`/claims/${claim}?after=${String(position)}`, { role: 'supervisor' })).body;

  async function claimOf(participantId: string, occurredOn: string): Promise<string> {
    const health = {
      condition: 'PARTIAL_ANATOMIC',
      diagnosis: 'Injury',
      dominantHand: 'RIGHT',
      injuries: [FINGER],
    };
    const accidentId = await clerks.accidentOf(participantId, { notice: { occurredOn }, health });
    return clerks.submitJkk({ participantId, accidentId });
  }

  /** Whoever claims is written to when papers are missing, and when it is decided. */
  async function expectLetters(claim: string, { position }: Record<string, unknown>): Promise<void> {
    const as = { role: 'registrar' } as const;
    const listed = await app.get(`/claims/${claim}/letters?after=${String(position)}`, as);
    const letters = JSON.parse(listed.text) as { letterId: string; kind: string; number: string }[];
    expect(letters.map(({ kind }) => kind).sort()).toEqual(['DENIAL', 'PAPERS_REQUEST']);
    const { letterId, number } = letters.find(({ kind }) => kind === 'DENIAL')!;
    const page = await app.get(`/letters/${letterId}/letter.html?lang=en`, as);
    expect(page.headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(page.headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(page.text).toContain('D-08');
    expect(page.text).toContain(number);
    const pdf = await app.get(`/letters/${letterId}/letter.pdf`, as);
    expect([pdf.status, pdf.headers.get('content-type')]).toEqual([200, 'application/pdf']);
    expect((await app.get(`/letters/${letterId}/letter.pdf`, as)).text).toBe(pdf.text);
    expect((await app.get(`/letters/${claim}/letter.pdf`, as)).body).toMatchObject({
      code: 'LETTER_NOT_FOUND',
    });
  }

  it('a false paper is refused, the claim denied for it by a second person, and paid once a true one came', async () => {
    const claim = await claimOf(await clerks.coveredWorker(), '2026-09-01');
    await clerks.calculate(claim);
    const proposal = { reason: 'PAPER_FALSE', grounds: GROUNDS, evidence: 'archive/answer' };
    expect(await send('adjudicator', claim, 'denial-proposals', proposal)).toMatchObject({
      code: 'NO_FALSE_PAPER',
      allowed: ['refuse the document'],
    });
    const told = await app.get(`/claims/${claim}/actions`, {
      role: 'adjudicator',
      headers: { 'accept-language': 'id' },
    });
    const actions = told.body['actions'] as readonly { readonly name: string }[];
    const action = (name: string) => actions.find((one) => one.name === name);
    expect(action('propose-denial')).toMatchObject({
      open: true,
      href: `/claims/${claim}/denial-proposals`,
      input: 'ProposeDenialBody',
      records: ['DenialProposed'],
      choices: { field: 'reason' },
    });
    expect(JSON.stringify(action('propose-denial'))).toContain('NO_FALSE_PAPER');
    expect(action('approve-claim')).toMatchObject({
      open: false,
      reason: {
        code: 'ASSESSOR_CANNOT_DECIDE',
        sentence: 'Penghitung manfaat tidak boleh memutus klaim yang sama: mintalah orang kedua',
      },
    });
    expect(action('cancel-claim')).toMatchObject({
      open: false,
      roles: ['supervisor'],
      reason: { code: 'FORBIDDEN', allowed: ['supervisor'] },
    });
    const refusal = { kind: 'KK3', fault: 'NOT_GENUINE' };
    expect(await send('adjudicator', claim, 'document-refusals', refusal)).toMatchObject({
      events: ['DocumentRefused', 'DocumentsRequested'],
    });
    const proposed = await send('adjudicator', claim, 'denial-proposals', proposal);
    expect(await shown(claim, proposed)).toMatchObject({
      status: 'INCOMPLETE',
      missing: ['KK3'],
      denialProposal: { reason: 'PAPER_FALSE', grounds: GROUNDS, evidence: 'archive/answer' },
    });
    expect(await send('adjudicator', claim, 'denial')).toMatchObject({ code: 'SUPERVISOR_DECIDES_IT' });
    const denied = await send('supervisor', claim, 'denial');
    await expectLetters(claim, denied);
    expect(await shown(claim, denied)).toMatchObject({
      status: 'DENIED',
      denialProposal: null,
      refusal: { decision: 'PAPER_FALSE', rule: 'D-08' },
    });

    const reopening = { ground: 'NEW_FACT', reason: 'The doctor has written a new statement' };
    expect(await send('adjudicator', claim, 'reopening', reopening)).toMatchObject({ status: 403 });
    expect(await send('supervisor', claim, 'reopening', reopening)).toMatchObject({
      events: ['ClaimReopened', 'DocumentsRequested'],
    });
    const documents = [{ kind: 'KK3', reference: 'archive/true' }];
    await send('registrar', claim, 'documents', { documents });
    await clerks.calculate(claim);
    const approved = await send('supervisor', claim, 'approval');
    expect(await shown(claim, approved)).toMatchObject({
      status: 'APPROVED',
      timesReopened: 1,
      refusal: null,
    });
  });

  it('a claim that was withdrawn and is opened again stands behind what was approved meanwhile for the same limb', async () => {
    const worker = await clerks.coveredWorker();
    const [first, second] = [await claimOf(worker, '2026-09-01'), await claimOf(worker, '2026-09-10')];
    const letter = { reason: 'WISH_OF_CLAIMANT', letter: 'archive/letter' };
    await clerks.calculate(first);
    expect(await send('registrar', first, 'withdrawal', letter)).toMatchObject({
      events: ['ClaimWithdrawn'],
    });
    expect(await send('adjudicator', first, 'calculation')).toMatchObject({
      code: 'CLAIM_WITHDRAWN',
      allowed: ['a supervisor reopens the claim'],
    });
    await clerks.calculate(second);
    await clerks.approve(second);

    const reopening = { ground: 'NEW_FACT', reason: 'The worker wants to claim after all' };
    await send('supervisor', first, 'reopening', reopening);
    const calculated = await send('adjudicator', first, 'calculation');
    expect(await shown(first, calculated)).toMatchObject({
      status: 'CALCULATED',
      totalIdr: 0,
      refusal: { decision: 'REJECTED_ALREADY_PAID' },
    });
    expect(await send('supervisor', first, 'denial')).toMatchObject({ events: ['ClaimDenied'] });
  });

  it('a claim is sent back with a question, asked for one more paper, which is waived, and noted upon', async () => {
    const claim = await claimOf(await clerks.coveredWorker(), '2026-09-01');
    await clerks.calculate(claim);
    const question = { lookAt: 'FACTS', question: 'Was it the right or the left finger?' };
    const back = await send('supervisor', claim, 'sending-back', question);
    expect(await shown(claim, back)).toMatchObject({ status: 'COMPLETE', sentBack: question });
    expect(await send('adjudicator', claim, 'further-documents', { kinds: ['POLICE_LETTER'] })).toMatchObject(
      {
        events: ['FurtherDocumentsAsked', 'DocumentsRequested'],
      },
    );
    const waiver = { kind: 'POLICE_LETTER', ground: 'CANNOT_BE_OBTAINED' };
    expect(await send('supervisor', claim, 'document-waivers', waiver)).toMatchObject({
      events: ['DocumentWaived', 'ClaimCompleted'],
    });
    const noted = await send('adjudicator', claim, 'notes', { text: 'Called, nobody answered' });
    expect(await shown(claim, noted)).toMatchObject({
      status: 'COMPLETE',
      missing: [],
      waivedDocuments: ['POLICE_LETTER'],
      notes: [{ text: 'Called, nobody answered' }],
    });
  });

  it('a brother who came first is not paid where a widow is registered: she and the child get their shares', async () => {
    const worker = await clerks.coveredWorker();
    const widow = { relation: 'WIDOW', person: { name: 'Rohmah Contoh' } };
    await clerks.done('registrar', `/participants/${worker}/heirs`, widow, '2026-09-02T20:00:00+07:00');
    await clerks.reportDeath(worker, { diedOn: '2026-09-05' });
    const claim = await clerks.submitJkm(worker);
    expect(
      await send('adjudicator', claim, 'waits', { reason: 'HEIR_DISPUTE', question: GROUNDS }),
    ).toMatchObject({
      events: ['WaitBegun'],
    });
    expect(await send('adjudicator', claim, 'calculation')).toMatchObject({ code: 'CLAIM_WAITING' });
    const minutes = { how: 'AGREED', answer: 'Signed before the officer', evidence: 'archive/minutes' };
    expect(await send('supervisor', claim, 'waits/end', minutes)).toMatchObject({ events: ['WaitEnded'] });
    await clerks.calculate(claim);
    expect(await send('supervisor', claim, 'approval')).toMatchObject({ code: 'HEIRS_NOT_ESTABLISHED' });

    const account = (holder: string) => ({ bank: 'Bank Contoh', number: '0000044444', holder });
    const child = { relation: 'CHILD', standing: 'PAID', name: 'Anak Contoh', birthDate: '2015-01-01' };
    const guardian = { name: 'Rohmah Contoh', letter: 'archive/wali' };
    const heirs = [
      { relation: 'SPOUSE', standing: 'PAID', name: 'Rohmah Contoh', account: account('Rohmah Contoh') },
      { ...child, guardian, account: account('Orang Lain') },
    ];
    const certified = { sharing: 'EQUAL', certificate: 'archive/skaw', heirs };
    expect(await send('adjudicator', claim, 'heirs', certified)).toMatchObject({
      events: ['HeirsEstablished'],
    });
    const approved = await send('supervisor', claim, 'approval');
    const detail = await shown(claim, approved);
    expect(detail).toMatchObject({
      status: 'APPROVED',
      waits: [{ reason: 'HEIR_DISPUTE', how: 'AGREED', answer: minutes.answer }],
      heirs: [{ holderIsPayee: true }, { throughGuardian: true, holderIsPayee: false }],
      warnings: ['HOLDER_IS_NOT_HEIR'],
    });
  });

  it('a widow who died before the approval is recorded as dead: the next rank is paid, and the approver sees why', async () => {
    const worker = await clerks.coveredWorker();
    const widow = { relation: 'WIDOW', person: { name: 'Rohmah Contoh' } };
    await clerks.done('registrar', `/participants/${worker}/heirs`, widow, '2026-09-02T20:00:00+07:00');
    await clerks.reportDeath(worker, { diedOn: '2026-09-05' });
    const claim = await clerks.submitJkm(worker);
    await clerks.calculate(claim);
    const died = { diedOn: '2026-09-20', words: GROUNDS, evidence: 'archive/akta-2' };
    expect(await send('adjudicator', claim, 'heirs/death', died)).toMatchObject({
      code: 'NOTHING_APPROVED_FOR_HEIRS',
    });
    const account = { bank: 'Bank Contoh', number: '0000044445', holder: 'Ibu Contoh' };
    const mother = { relation: 'PARENT', standing: 'PAID', name: 'Ibu Contoh', account };
    const dead = { relation: 'SPOUSE', standing: 'DIED', name: 'Rohmah Contoh', diedOn: '2026-09-20' };
    const certified = { sharing: 'EQUAL', certificate: 'archive/skaw', heirs: [dead, mother] };
    expect(await send('adjudicator', claim, 'heirs', certified)).toMatchObject({
      code: 'HEIR_DEATH_NOT_SHOWN',
    });
    const evident = { ...certified, heirs: [{ ...dead, letter: 'archive/akta-2' }, mother] };
    const recorded = await send('adjudicator', claim, 'heirs', evident);
    expect(await shown(claim, recorded)).toMatchObject({
      heirs: [
        { standing: 'DIED', diedOn: '2026-09-20', letter: 'archive/akta-2', parts: null, bank: null },
        { standing: 'PAID', diedOn: null, letter: null, parts: 1, holderIsPayee: true },
      ],
      warnings: [],
    });
    expect(await send('supervisor', claim, 'approval')).toMatchObject({ events: ['ClaimApproved'] });
  });

  it('whoever has an interest in a claim, or sits at another office, does not decide it; the region does', async () => {
    const claim = await claimOf(await clerks.coveredWorker(), '2026-09-01');
    const approve = async (ask: Partial<Ask>) =>
      (await app.post(`/claims/${claim}/approval`, {}, { role: 'supervisor', ...ask })).body;
    const declared = await app.post(
      `/claims/${claim}/interests`,
      { interest: 'RELATIVE' },
      { role: 'adjudicator', subject: 'cousin' },
    );
    expect(declared.body).toMatchObject({ events: ['InterestDeclared'] });
    const asCousin = { role: 'adjudicator', subject: 'cousin' } as const;
    expect((await app.post(`/claims/${claim}/calculation`, {}, asCousin)).body).toMatchObject({
      code: 'INTEREST_DECLARED',
    });
    await clerks.calculate(claim);
    expect(await approve({ subject: 'cousin' })).toMatchObject({ code: 'INTEREST_DECLARED' });
    expect(await approve({ office: 'BOGOR' })).toMatchObject({ code: 'NOT_OF_YOUR_OFFICE' });
    expect(await approve({ office: 'BOGOR', authority: 3 })).toMatchObject({ code: 'NOT_OF_YOUR_OFFICE' });
    expect(await approve({ office: 'BANDUNG', authority: 4 })).toMatchObject({ events: ['ClaimApproved'] });
  });

  it('words that say too little are refused, field by field', async () => {
    const claim = '5f0c7f0e-1111-5000-8000-000000000009';
    const { errors } = (await send('adjudicator', claim, 'denial-proposals', {
      reason: 'BECAUSE',
      grounds: 'no',
    })) as { errors: { field: string }[] };
    expect(errors.map(({ field }) => field)).toEqual(['reason', 'grounds', 'evidence']);
  });
});
