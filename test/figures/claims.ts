import {
  DIED_OF_IT,
  HEIR_PAPERS,
  JKK_PAPERS,
  PORTER,
  WIDOWER,
  widowerOf,
  WORKER,
  type Clerks,
  clerksOf,
  papers,
} from '#contexts/journey.examples';
import type { Role } from '#kernel';
import { inTurns } from './in-turns.js';
import { type Item, type Office, until } from './office.js';
import { CHILD_BORN, personOf } from './people.js';
import type { Child, Plan } from './plan.js';

/** Registered and paid for half a year, until the end of March. */
const COVERED_FROM = '2024-10-02';
const DIED_ON = '2025-02-10';
const HURT_ON = '2025-02-03';
/** When claims are decided. */
export const DECIDED_ON = '2025-02-17';
const PAID_ON = '2025-02-18';

const PATIENCE_MS = 120_000;
const SCHOOL_YEAR = 2025;

/** Deaths, accidents, their claims and scholarships, all paid out. */
export async function payClaims(office: Office, plan: Plan): Promise<void> {
  const clerks = clerksOn(office, DECIDED_ON);
  let registered = 0;
  const coveredWorker = async (): Promise<string> => {
    const person = personOf('deceased', registered++, 'pekerja');
    const participantId = await clerks.register({
      registeredOn: COVERED_FROM,
      person: { ...WORKER.person, ...person },
    });
    await clerks.contribute(participantId, {
      period: COVERED_FROM.slice(0, 7),
      months: 6,
      paidOn: COVERED_FROM,
    });
    return participantId;
  };
  await inTurns(plan.deaths, async () => death(clerks, await coveredWorker()));
  const granted: Granted[] = [];
  await inTurns(plan.fatalAccidents.length, async (nth) => {
    const child = plan.fatalAccidents[nth]!;
    granted.push({ claimId: await fatalAccident(clerks, await coveredWorker(), child), child });
  });
  if (plan.careIdr.length > 0) {
    const facilityId = await plkk(clerks);
    await inTurns(plan.careIdr.length, async (nth) =>
      care(clerks, await coveredWorker(), facilityId, plan.careIdr[nth]!),
    );
  }
  await inTurns(granted.length, (nth) => firstYear(office, granted[nth]!));
  await payAll(office, clerksOn(office, PAID_ON), plan.paidIdr);
}

/** Clerks who work on a day, unless a step has one of its own. */
const clerksOn = (office: Office, day: string) =>
  clerksOf({
    post: async (path, body, { role, at = day } = {}) => {
      const answer = await office.post(path, body as object, { role, at });
      return { status: 200, headers: new Headers(), text: '', body: { ...answer } };
    },
  });

async function decide(clerks: Clerks, claimId: string): Promise<string> {
  await clerks.calculate(claimId);
  await clerks.approve(claimId);
  return claimId;
}

/** Somebody dies of illness. */
async function death(clerks: Clerks, participantId: string): Promise<string> {
  await clerks.reportDeath(participantId, { diedOn: DIED_ON });
  return decide(clerks, await clerks.submitJkm(participantId));
}

/** Somebody is killed at work, and leaves a child at school. */
async function fatalAccident(clerks: Clerks, participantId: string, level: Child): Promise<string> {
  await clerks.nameChild(participantId, {
    school: { level, yearInLevel: 1 },
    person: { name: 'Anak Contoh', birthDate: CHILD_BORN[level] },
  });
  const accidentId = await hurt(clerks, participantId, 'DEATH', { ...DIED_OF_IT, diedOn: HURT_ON });
  await clerks.reportDeath(participantId, { diedOn: HURT_ON });
  await clerks.done('adjudicator', `/participants/${participantId}/death/accident`, { accidentId });
  const documents = [...JKK_PAPERS, ...HEIR_PAPERS];
  const claimed = { claimant: 'HEIR', documents, person: widowerOf(participantId) };
  return decide(clerks, await clerks.submitJkk({ participantId, accidentId }, claimed));
}

async function plkk(clerks: Clerks): Promise<string> {
  const facilityId = await clerks.registerFacility();
  await clerks.makePlkk(facilityId, {
    reference: 'PKS/1',
    validFrom: '2025-01-01',
    validUntil: '2030-12-31',
  });
  return facilityId;
}

/** Somebody is treated at a PLKK whose care is guaranteed, and is healed. */
async function care(
  clerks: Clerks,
  participantId: string,
  facilityId: string,
  invoiceIdr: number,
): Promise<string> {
  const accidentId = await hurt(clerks, participantId, 'INJURY', undefined, async (accident) => {
    const letter = { facilityId, issuedOn: HURT_ON };
    await clerks.done('registrar', `${accident}/referrals`, letter);
    await clerks.done('registrar', `${accident}/guarantee-letters`, letter);
    await clerks.done('registrar', `${accident}/care`, {
      facilityId,
      admittedOn: HURT_ON,
      dischargedOn: '2025-02-07',
      invoiceNumber: `INV-${participantId.slice(0, 8)}`,
      invoiceIdr,
      health: { procedures: 'Wound care' },
    });
  });
  const claimed = { documents: JKK_PAPERS, person: PORTER };
  return decide(clerks, await clerks.submitJkk({ participantId, accidentId }, claimed));
}

const HEALED = { condition: 'HEALED', diagnosis: 'Wound', dominantHand: 'RIGHT', injuries: [] };

/** An accident from its notice to stage II. */
async function hurt(
  clerks: Clerks,
  participantId: string,
  effect: 'DEATH' | 'INJURY',
  health: object = HEALED,
  treated: (accident: string) => Promise<void> = async () => {},
): Promise<string> {
  const accidentId = await clerks.notify(participantId, { occurredOn: HURT_ON });
  await clerks.reportStageOne(accidentId, { effect });
  await treated(`/accidents/${accidentId}`);
  await clerks.conclude(accidentId);
  await clerks.stateOutcome(accidentId, health, '2025-02-07');
  await clerks.reportStageTwo(accidentId);
  return accidentId;
}

/** A claim that was approved, and the child whose scholarship follows from it. */
interface Granted {
  readonly claimId: string;
  readonly child: Child;
}

/** The first year of school of the child of somebody who was killed. */
async function firstYear(office: Office, { claimId, child }: Granted): Promise<void> {
  const scholarship = await until(
    'a scholarship is granted',
    async () => {
      const { items } = await office.ask(`/scholarships?claimId=${claimId}`);
      return (items as Item[])[0];
    },
    PATIENCE_MS,
  );
  const path = `/scholarships/${String(scholarship['scholarshipId'])}`;
  await office.post(`${path}/evidence`, {
    year: SCHOOL_YEAR,
    level: child,
    yearInLevel: 1,
    married: false,
    working: false,
    evidence: papers('SCHOOL_LETTER', 'REPORT_CARD', 'BIRTH_CERTIFICATE', 'KK', 'GUARDIAN_KTP'),
    payee: 'GUARDIAN',
    person: { account: WIDOWER.account },
  });
  await office.post(`${path}/years/${SCHOOL_YEAR}/approval`, {}, { role: 'supervisor' });
}

/** Pays what processes have ordered, until it comes to what was approved. @throws Error where it does not */
async function payAll(office: Office, clerks: Clerks, sumIdr: number): Promise<void> {
  let left = sumIdr;
  while (left > 0) left -= await payOrdered(office, clerks);
  if (left !== 0) throw new Error(`Rp${-left} more were paid than Rp${sumIdr}`);
}

/** Pays what is on the first page, and gives what it came to. */
async function payOrdered(office: Office, clerks: Clerks): Promise<number> {
  const finance: Role = 'finance';
  const ordered = await until(
    'payments are ordered',
    async () => {
      const page = await office.ask(`/payouts?status=ORDERED&limit=200&after=${office.position()}`, finance);
      const items = page['items'] as readonly { readonly payoutId: string; readonly amountIdr: number }[];
      return items.length > 0 ? items : undefined;
    },
    PATIENCE_MS,
  );
  await inTurns(ordered.length, async (nth) => {
    const { payoutId, amountIdr } = ordered[nth]!;
    await clerks.payOut(payoutId, amountIdr, PAID_ON);
  });
  return ordered.reduce((sum, { amountIdr }) => sum + amountIdr, 0);
}
