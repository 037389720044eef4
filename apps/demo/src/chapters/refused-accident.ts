import { expectAmount, expectThat } from '../expectations.js';
import type { Story } from '../story.js';
import { claimDetail, documents } from './claim-work.js';

/** An accident of a worker whose contributions stopped five months before: denied, with the rule, as an event. */
export async function refusedAccident(story: Story, sarwan: string): Promise<void> {
  story.tell.chapter('An accident without cover');
  const accidentId = await theAccident(story, sarwan);
  const claimId = await theClaim(story, sarwan, accidentId);
  await theDenial(story, claimId);
}

async function theAccident(story: Story, sarwan: string): Promise<string> {
  const { registrar, tell } = story;
  story.on('2026-11-04', '16:00');
  tell.says(
    'Sarwan falls with his motorcycle at work. His last paid month is May: June to October, five months, are unpaid.',
  );
  const accident = await registrar.send('/accidents', {
    participantId: sarwan,
    kind: 'AT_WORK',
    placeKind: 'TRAFFIC',
    occurredOn: '2026-11-04',
    occurredAt: '14:30',
    notifiedBy: 'FAMILY',
    person: { contactName: 'Ani Mulyadi', contactPhone: '081000000031', place: 'Simpang Tiga Sukamaju' },
    health: { chronology: 'Slipped on a wet road with a passenger' },
  });
  const stageOne = await registrar.send(`/accidents/${accident.id}/stage-one`, {
    reportedBy: 'FAMILY',
    effect: 'INJURY',
    evidence: ['CHRONOLOGY'],
  });
  tell.recorded([...accident.events, ...stageOne.events]);
  return accident.id;
}

async function theClaim(story: Story, sarwan: string, accidentId: string): Promise<string> {
  const { registrar, adjudicator, tell } = story;
  story.on('2026-11-05');
  const claim = await registrar.send('/claims/jkk', {
    accidentId,
    participantId: sarwan,
    claimant: 'PARTICIPANT',
    documents: documents(['KPJ_CARD', 'E_KTP', 'CHRONOLOGY', 'KK1', 'KK2', 'KK3', 'ACCOUNT_BOOK']),
    person: {
      claimantName: 'Sarwan Mulyadi',
      account: { bank: 'BANK CONTOH', number: '0001230002', holder: 'Sarwan Mulyadi' },
    },
  });
  const calculated = await adjudicator.send(`/claims/${claim.id}/calculation`);
  tell.recorded([...claim.events, ...calculated.events]);
  return claim.id;
}

async function theDenial(story: Story, claimId: string): Promise<void> {
  const { supervisor, tell } = story;
  const denied = await supervisor.send(`/claims/${claimId}/denial`);
  tell.recorded(denied.events);
  expectThat('The denial', denied.events, ['ClaimDenied']);
  const { status, totalIdr, refusal } = await claimDetail(story, claimId);
  expectThat('Status of the claim', [status, refusal?.decision], ['DENIED', 'REJECTED_INACTIVE']);
  expectAmount('A denied claim', totalIdr, 0);
  tell.refused(`${refusal!.decision} by the rule ${refusal!.rule}`, refusal!.detail);
}
