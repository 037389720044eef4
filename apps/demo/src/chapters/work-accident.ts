import { expectAmount, expectThat } from '../expectations.js';
import type { Story } from '../story.js';
import type { Porter } from './at-the-plkk.js';
import { calculateClaim, claimDetail, documents } from './claim-work.js';
import { payWhatIsOrdered } from './payments.js';

/** The porter is hurt six days after she registered: from the notice to the settled payments. */
export async function workAccident(story: Story, porter: Porter): Promise<void> {
  story.tell.chapter('A work accident');
  const accidentId = await theAccident(story, porter);
  await herCare(story, porter, accidentId);
  await itsEnd(story, porter, accidentId);
  await herClaim(story, porter, accidentId);
}

async function theAccident(story: Story, { participantId, facilityId, plkk }: Porter): Promise<string> {
  const { registrar, tell } = story;
  story.on('2026-11-09', '08:50');
  tell.says(
    'A crate falls on the right hand of Enok, the porter. The hospital where she registered takes her in.',
  );
  const notice = await plkk.send('/accidents', {
    participantId,
    kind: 'AT_WORK',
    placeKind: 'INSIDE_WORK_SITE',
    occurredOn: '2026-11-09',
    occurredAt: '08:10',
    notifiedBy: 'FACILITY',
    person: { contactName: 'Imas Wulandari', contactPhone: '081000000022', place: 'Pasar Sukamaju, blok A' },
    health: { chronology: 'A crate fell on her hand while unloading', bodyPart: 'right hand' },
  });
  const stageOne = await plkk.send(`/accidents/${notice.id}/stage-one`, {
    reportedBy: 'FACILITY',
    effect: 'INJURY',
    evidence: ['CHRONOLOGY'],
  });
  tell.recorded([...notice.events, ...stageOne.events]);
  const referral = await plkk.send(`/accidents/${notice.id}/referrals`, { facilityId });
  const guarantee = await registrar.send(`/accidents/${notice.id}/guarantee-letters`, { facilityId });
  tell.says(
    'Her cover is in order: she is referred to the PLKK, and BPJS guarantees the care. She pays nothing.',
  );
  tell.recorded([...referral.events, ...guarantee.events]);
  return notice.id;
}

async function herCare(story: Story, { facilityId, plkk }: Porter, accidentId: string): Promise<void> {
  const { adjudicator, tell } = story;
  story.on('2026-11-16');
  tell.says('Five days in the ward; the hospital sends its invoice.');
  const care = await plkk.send(`/accidents/${accidentId}/care`, {
    facilityId,
    admittedOn: '2026-11-09',
    dischargedOn: '2026-11-14',
    invoiceNumber: 'INV-2026-0917',
    invoiceIdr: 18_450_000,
    health: { procedures: 'Surgery of the right hand, wound care' },
  });
  tell.recorded(care.events);
  story.on('2026-11-30');
  tell.says('The adjudicator finds that it happened at work.');
  const conclusion = await adjudicator.send(`/accidents/${accidentId}/conclusion`, {
    conclusion: 'WORK_ACCIDENT',
    reason: 'At the registered place of work, in working hours',
  });
  tell.recorded(conclusion.events);
}

async function itsEnd(story: Story, { plkk }: Porter, accidentId: string): Promise<void> {
  const { tell } = story;
  story.on('2027-01-08');
  tell.says(
    'The doctor states the outcome: 60 days unable to work, the right index finger is lost. Stage II follows.',
  );
  const statement = await plkk.send(`/accidents/${accidentId}/doctor-statements`, {
    doctorKind: 'TREATING',
    statedOn: '2027-01-08',
    health: {
      condition: 'PARTIAL_ANATOMIC',
      diagnosis: 'Traumatic amputation of the right index finger',
      dominantHand: 'RIGHT',
      injuries: [{ item: 'TELUNJUK_TANGAN', side: 'RIGHT' }],
      unableFrom: '2026-11-09',
      unableUntil: '2027-01-07',
    },
  });
  const stageTwo = await plkk.send(`/accidents/${accidentId}/stage-two`, {
    reportedBy: 'FACILITY',
    transport: [{ mode: 'LAND', amountIdr: 350_000 }],
  });
  tell.recorded([...statement.events, ...stageTwo.events]);
}

async function herClaim(story: Story, porter: Porter, accidentId: string): Promise<void> {
  const claimId = await submitted(story, porter, accidentId);
  await decided(story, claimId);
  const expected = { PARTICIPANT: 9_550_000, PLKK: 18_450_000 };
  await payWhatIsOrdered(story, { kind: 'CLAIM', id: claimId }, expected, ['2027-01-14', '2027-01-15']);
  const { status, totalIdr, paidIdr } = await claimDetail(story, claimId);
  expectThat('Status of the claim', status, 'PAID');
  expectAmount('Total of the claim', totalIdr, 28_000_000);
  expectAmount('Paid for the accident', paidIdr, 28_000_000);
}

async function submitted(story: Story, { participantId, plkk }: Porter, accidentId: string): Promise<string> {
  story.on('2027-01-11');
  const claim = await plkk.send('/claims/jkk', {
    accidentId,
    participantId,
    claimant: 'PARTICIPANT',
    documents: documents([
      'KPJ_CARD',
      'E_KTP',
      'CHRONOLOGY',
      'KK1',
      'KK2',
      'KK3',
      'TRANSPORT_RECEIPTS',
      'ACCOUNT_BOOK',
    ]),
    person: {
      claimantName: 'Enok Wulandari',
      account: { bank: 'BANK CONTOH', number: '0001230003', holder: 'Enok Wulandari' },
    },
  });
  story.tell.recorded(claim.events);
  expectThat('The claim is complete', claim.events, ['ClaimSubmitted', 'ClaimCompleted']);
  return claim.id;
}

async function decided(story: Story, claimId: string): Promise<void> {
  const { supervisor, tell } = story;
  story.on('2027-01-12');
  tell.says(
    'The adjudicator calculates. Her wage basis is the base of the band she pays for, Rp1,000,000 a month.',
  );
  await calculateClaim(story, claimId, {
    JKK_MEDICAL_PLKK: 18_450_000,
    JKK_TRANSPORT_LAND: 350_000,
    JKK_STMB: 2_000_000,
    JKK_PARTIAL_ANATOMIC: 7_200_000,
  });
  story.on('2027-01-13');
  const approved = await supervisor.send(`/claims/${claimId}/approval`);
  tell.says('A second person approves.');
  tell.recorded(approved.events);
}
