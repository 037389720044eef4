import type { Role } from '#kernel';
import type { Answer, ContextApp } from '#testing/context-app';

/** What clerks send about the porter of these specs. People are invented. */

/** Her registration; each spec adds a NIK. */
export const WORKER = {
  channel: 'PLKK',
  payer: 'SELF',
  district: '321605',
  sector: 'OTHER',
  declaredIncomeIdr: 900_000,
  registeredOn: '2026-08-03',
  person: {
    name: 'Siti Contoh',
    birthDate: '1990-05-12',
    sex: 'FEMALE',
    occupation: 'kuli panggul',
    workplace: 'Pasar Contoh',
  },
};

/** The notice of her accident at work. */
export const NOTICE = {
  kind: 'AT_WORK',
  placeKind: 'INSIDE_WORK_SITE',
  occurredOn: '2026-09-01',
  occurredAt: '08:00',
  notifiedBy: 'GROUP',
  person: { contactName: 'Sari Contoh', contactPhone: '0812 0000 0001', place: 'Pasar Contoh, blok A' },
  health: { chronology: 'A crate fell on her hand' },
};

export const papers = (...kinds: string[]) => kinds.map((kind) => ({ kind, reference: `archive/${kind}` }));

/** What a JKK claim of a participant who lives needs. */
export const JKK_PAPERS = papers('KPJ_CARD', 'E_KTP', 'CHRONOLOGY', 'KK1', 'KK2', 'KK3', 'ACCOUNT_BOOK');

/** What the heir brings beside them. */
export const HEIR_PAPERS = papers('DEATH_CERTIFICATE', 'HEIR_CERTIFICATE', 'KK', 'HEIR_KTP');

/** The porter claims for herself. */
export const PORTER = {
  claimantName: 'Siti Contoh',
  account: { bank: 'Bank Contoh', number: '0000011111', holder: 'Siti Contoh' },
};

/** Her heir claims. */
export const WIDOWER = {
  claimantName: 'Budi Contoh',
  account: { bank: 'Bank Lain', number: '0000033333', holder: 'Budi Contoh' },
};

const PAYMENT = { period: '2026-08', months: 2, payer: 'SELF', paidOn: '2026-08-03', receipt: 'R' };

/** What clerks do at the counter of an office, step by step. */
export function counterOf(app: ContextApp) {
  const send = (role: Role, path: string, body: object = {}): Promise<Answer> =>
    app.post(path, body, { role });

  /** The id of what a request brought into being. */
  async function done(role: Role, path: string, body: object = {}): Promise<string> {
    const answer = await send(role, path, body);
    if (answer.status >= 300) throw new Error(`${path}: ${answer.text}`);
    return String(answer.body.id);
  }

  let serial = 0;
  /** A porter who is covered from August 2026 on. */
  async function coveredPorter(): Promise<string> {
    const nik = `000005520590${String(++serial).padStart(4, '0')}`;
    const participant = await done('registrar', '/participants', {
      ...WORKER,
      person: { ...WORKER.person, nik },
    });
    await done('registrar', `/participants/${participant}/contributions`, PAYMENT);
    return participant;
  }

  /** A work accident of hers that is reported and concluded, with what the doctor says of it. */
  async function reportedAccident(
    participantId: string,
    { notice = {}, effect = 'INJURY', statement }: { notice?: object; effect?: string; statement: object },
  ): Promise<string> {
    const accident = await done('registrar', '/accidents', { ...NOTICE, ...notice, participantId });
    const stageOne = { reportedBy: 'GROUP', effect, evidence: ['CHRONOLOGY'] };
    await done('registrar', `/accidents/${accident}/stage-one`, stageOne);
    const conclusion = { conclusion: 'WORK_ACCIDENT', reason: 'At the registered place of work' };
    await done('adjudicator', `/accidents/${accident}/conclusion`, conclusion);
    await done('registrar', `/accidents/${accident}/doctor-statements`, statement);
    await done('registrar', `/accidents/${accident}/stage-two`, { reportedBy: 'FAMILY', transport: [] });
    return accident;
  }

  /** Her own claim for it. */
  const claimOf = (participantId: string, accidentId: string): Promise<string> =>
    done('registrar', '/claims/jkk', {
      accidentId,
      participantId,
      claimant: 'PARTICIPANT',
      documents: JKK_PAPERS,
      person: PORTER,
    });

  return { send, done, coveredPorter, reportedAccident, claimOf };
}

export type Counter = ReturnType<typeof counterOf>;
