import { expectThat } from '../expectations.js';
import type { Story } from '../story.js';
import { calculateClaim, documents } from './claim-work.js';

/** The claim of the widow, calculated and waiting for a second person. */
export interface DeathClaim {
  readonly claimId: string;
}

interface Detail {
  readonly paidMonths: number;
  readonly coverage: string;
}

/** A village worker with forty paid months dies of illness; his widow claims. */
export async function death(story: Story, karta: string): Promise<DeathClaim> {
  story.tell.chapter('A death in the village');
  await theReport(story, karta);
  const claimId = await theClaim(story, karta);
  await theCalculation(story, claimId);
  return { claimId };
}

async function theReport(story: Story, karta: string): Promise<void> {
  const { registrar, tell } = story;
  story.on('2026-11-09');
  tell.says('Karta died of illness on 5 November 2026. The family brings the certificate.');
  const { paidMonths, coverage } = await registrar.ask<Detail>(`/participants/${karta}`);
  expectThat("Karta's cover", [paidMonths, coverage], [40, 'ACTIVE']);
  tell.says(
    'July 2023 to October 2026 are 40 paid months; November is not due before the 15th, so he was covered.',
  );
  const reported = await registrar.send(`/participants/${karta}/death`, {
    diedOn: '2026-11-05',
    certificate: 'SKM 474.3/112/2026',
    health: { cause: 'illness' },
  });
  tell.recorded(reported.events);
}

/** A document is missing at first: the service clock starts when it has come. */
async function theClaim(story: Story, karta: string): Promise<string> {
  const { registrar, tell } = story;
  const claim = await registrar.send('/claims/jkm', {
    participantId: karta,
    documents: documents([
      'FORM_4',
      'KPJ_CARD',
      'E_KTP',
      'HEIR_KTP',
      'KK',
      'DEATH_CERTIFICATE',
      'ACCOUNT_BOOK',
    ]),
    person: {
      claimantName: 'Rohmah Lestari',
      account: { bank: 'BANK CONTOH', number: '0001230001', holder: 'Rohmah Lestari' },
    },
  });
  tell.recorded(claim.events);
  expectThat('A certificate is missing', claim.events, ['ClaimSubmitted', 'DocumentsRequested']);
  story.on('2026-11-10');
  tell.says(
    'The heir certificate was missing; the next day she brings it, and the service clock of 3 working days starts.',
  );
  const added = await registrar.send(`/claims/${claim.id}/documents`, {
    documents: documents(['HEIR_CERTIFICATE']),
  });
  tell.recorded(added.events);
  expectThat('The documents are complete', added.events, ['DocumentsReceived', 'ClaimCompleted']);
  return claim.id;
}

async function theCalculation(story: Story, claimId: string): Promise<void> {
  const { payBy, entitledChildren } = await calculateClaim(story, claimId, {
    JKM_DEATH: 20_000_000,
    JKM_PERIODIC: 12_000_000,
    JKM_FUNERAL: 10_000_000,
  });
  expectThat('Last day for payment', payBy, '2026-11-13');
  expectThat('Children with a scholarship', entitledChildren, 1);
  story.tell.says(
    'Together Rp42,000,000. At least 36 paid months also entitle his daughter to a scholarship; he has 40.',
  );
}
