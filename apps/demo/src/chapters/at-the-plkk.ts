import { expectAmount, expectThat } from '../expectations.js';
import type { Person } from '../lindung-client.js';
import type { Story } from '../story.js';

/** The porter and where she is known. */
export interface Porter {
  readonly participantId: string;
  readonly facilityId: string;
  /** The desk of the hospital. */
  readonly plkk: Person;
}

interface Detail {
  readonly coverage: string;
  readonly contributedIdr: number;
}

/** A market porter registers at an accident-care centre and pays her first month. */
export async function atThePlkk(story: Story): Promise<Porter> {
  const { tell } = story;
  tell.chapter('A porter registers at a PLKK');
  story.on('2026-11-03');
  const facilityId = await hospitalBecomesPlkk(story);
  const plkk = await story.deskOf(facilityId);
  tell.says(
    'Enok carries loads at the market. At the desk of the hospital she registers on the spot and pays herself.',
  );
  const participantId = await registersAndPays(story, plkk);
  await isCovered(story, participantId);
  return { participantId, facilityId, plkk };
}

async function registersAndPays({ tell }: Story, plkk: Person): Promise<string> {
  const registered = await plkk.send('/participants', {
    channel: 'PLKK',
    payer: 'SELF',
    district: '321605',
    sector: 'OTHER',
    declaredIncomeIdr: 950_000,
    registeredOn: '2026-11-03',
    person: {
      nik: '3216005503929001',
      name: 'Enok Wulandari',
      birthDate: '1992-03-15',
      sex: 'FEMALE',
      phone: '081000000021',
      occupation: 'kuli panggul',
      workplace: 'Pasar Sukamaju',
    },
  });
  const paid = await plkk.send(`/participants/${registered.id}/contributions`, {
    period: '2026-11',
    months: 1,
    payer: 'SELF',
    paidOn: '2026-11-03',
    receipt: 'KODE-IURAN 7781',
  });
  tell.recorded([...registered.events, ...paid.events]);
  return registered.id;
}

async function isCovered({ registrar, tell }: Story, participantId: string): Promise<void> {
  const { coverage, contributedIdr } = await registrar.ask<Detail>(`/participants/${participantId}`);
  expectAmount("Enok's first month", contributedIdr, 8_400);
  expectThat("Enok's cover", coverage, 'ACTIVE');
  tell.amount(
    'November',
    8_400,
    '(10,000 JKK + 6,800 JKM) × 50 %, the relief of PP 50/2025 for those who pay themselves',
  );
  tell.says('From this moment she is covered.');
}

async function hospitalBecomesPlkk({ registrar, supervisor, tell }: Story): Promise<string> {
  const hospital = await registrar.send('/facilities', {
    kind: 'HOSPITAL',
    name: 'RS Contoh Cikarang',
    district: '321605',
    account: { bank: 'BANK CONTOH', number: '0009876543', holder: 'RS Contoh Cikarang' },
  });
  const agreement = await registrar.send(`/facilities/${hospital.id}/agreements`, {
    reference: 'PKS/021/2026',
    validFrom: '2026-01-01',
    validUntil: '2027-12-31',
  });
  const signed = await supervisor.send(
    `/facilities/${hospital.id}/proposals/${String(agreement.proposalId)}/signature`,
  );
  tell.says('RS Contoh Cikarang is an accident-care centre (PLKK) by an agreement that two have signed.');
  tell.recorded([...hospital.events, ...agreement.events, ...signed.events]);
  return hospital.id;
}
