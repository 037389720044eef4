import type { Role } from '#kernel';
import type { ContextApp } from '#testing/context-app';

/**
 * What clerks send about a market porter and her family, for the HTTP specs of every context: each step is one request to
 * the public API. People are invented.
 */

/** Her registration; `register` adds a NIK. */
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

/** Two months that cover her accident. */
export const CONTRIBUTION = {
  period: '2026-08',
  months: 2,
  payer: 'SELF',
  paidOn: '2026-08-03',
  receipt: 'R-1',
};

/** The notice of her accident at work. */
export const NOTICE = {
  kind: 'AT_WORK',
  placeKind: 'INSIDE_WORK_SITE',
  occurredOn: '2026-09-01',
  occurredAt: '08:00',
  notifiedBy: 'GROUP',
  person: { contactName: 'Sari Contoh', contactPhone: '0812 0000 0001', place: 'Pasar Contoh, blok A' },
  health: { chronology: 'A crate fell on her hand', bodyPart: 'right hand' },
};

export const STAGE_ONE = { reportedBy: 'GROUP', effect: 'INJURY', evidence: ['CHRONOLOGY'] };

export const CONCLUSION = { conclusion: 'WORK_ACCIDENT', reason: 'At the registered place of work' };

/** What the doctor states of her: the right index finger is lost. */
export const FINGER_LOST = {
  condition: 'PARTIAL_ANATOMIC',
  diagnosis: 'Amputation',
  dominantHand: 'RIGHT',
  injuries: [{ item: 'TELUNJUK_TANGAN', side: 'RIGHT', kind: 'ANATOMIC', functionLossPct: 100 }],
};

/** What a doctor states of somebody whom the accident killed. */
export const DIED_OF_IT = {
  condition: 'DEAD',
  diagnosis: 'Injury',
  dominantHand: 'RIGHT',
  injuries: [],
  diedOn: '2026-09-03',
};

export const STAGE_TWO = { reportedBy: 'FAMILY', transport: [] };

export const DEATH = { diedOn: '2026-11-10', certificate: 'SKM 1', health: { cause: 'illness' } };

/** A child in the last year of SMA. */
export const CHILD = {
  school: { level: 'SMA', yearInLevel: 3 },
  person: { name: 'Anak Contoh', birthDate: '2009-02-14' },
};

/** Papers as they are handed in. */
export const papers = <const Kind extends string>(...kinds: readonly Kind[]) =>
  kinds.map((kind) => ({ kind, reference: `archive/${kind.toLowerCase()}` }));

/** What a JKK claim of a participant who lives needs, beside receipts for transport. */
export const JKK_PAPERS = papers('KPJ_CARD', 'E_KTP', 'CHRONOLOGY', 'KK1', 'KK2', 'KK3', 'ACCOUNT_BOOK');

/** What the heir brings beside them. */
export const HEIR_PAPERS = papers('DEATH_CERTIFICATE', 'HEIR_CERTIFICATE', 'KK', 'HEIR_KTP');

/** What a JKM claim needs. */
export const JKM_PAPERS = [...papers('FORM_4', 'KPJ_CARD', 'E_KTP', 'ACCOUNT_BOOK'), ...HEIR_PAPERS];

/** The porter claims for herself. */
export const PORTER = {
  claimantName: 'Siti Contoh',
  account: { bank: 'Bank Contoh', number: '0000011111', holder: 'Siti Contoh' },
};

/** A clinic that treats her. */
export const FACILITY = {
  kind: 'CLINIC',
  name: 'Klinik Contoh',
  district: '321605',
  account: { bank: 'Bank Contoh', number: '0001234567', holder: 'Klinik Contoh' },
};

/** Her heir claims. */
export const WIDOWER = {
  claimantName: 'Budi Contoh',
  account: { bank: 'Bank Lain', number: '0000033333', holder: 'Budi Contoh' },
};

/** What tells one person's number of a paper from that of another. */
const numberOf = (participantId: string): string => String(parseInt(participantId.slice(-10), 16));

/** The heir of somebody among several who died: each has an account of their own. */
export const widowerOf = (participantId: string) => ({
  ...WIDOWER,
  account: { ...WIDOWER.account, number: `00${numberOf(participantId)}` },
});

/** An accident of a participant. */
export interface Case {
  readonly participantId: string;
  readonly accidentId: string;
}

/** What is otherwise than usual about an accident. */
export interface Happening {
  readonly notice?: object;
  readonly effect?: 'INJURY' | 'DEATH';
  readonly health?: object;
}

/**
 * The clerks of one system, each in the role that the step is for. A step gives the id of what it is about; one that is
 * refused fails the spec with what the system answered. `changes` are members that are sent in place of the usual ones.
 */
const eveningOf = (day: string) => `${day}T20:00:00+07:00`;

/** Says something as one of two people; answers what was answered. @throws Error where it was refused */
type SaidBy = (
  role: 'registrar' | 'supervisor',
  path: string,
  body: object,
) => Promise<Readonly<Record<string, unknown>>>;

/**
 * Two sign an agreement or an addendum of a facility or a sponsor: a registrar puts it forward, a supervisor signs it, too.
 * @returns what the first one was told, with where the second one's signature stands
 */
export async function signedByTwo(say: SaidBy, path: string, body: object): Promise<Record<string, unknown>> {
  const told = await say('registrar', path, body);
  const [of = ''] = /^\/\w+\/[^/]+/.exec(path) ?? [];
  return {
    ...told,
    ...(await say('supervisor', `${of}/proposals/${String(told['proposalId'])}/signature`, {})),
  };
}

/** The same in a spec whose people speak as `ContextApp.post` lets them. @param at when both sign */
export const bothSign = (app: Pick<ContextApp, 'post'>, path: string, body: object, at?: string) =>
  signedByTwo(
    async (role, to, said) => {
      const answer = await app.post(to, said, { role, ...(at && { at }) });
      if (answer.status >= 300) throw new Error(`${to}: ${answer.text}`);
      return answer.body;
    },
    path,
    body,
  );

export function clerksOf(app: Pick<ContextApp, 'post'>) {
  let registered = 0;

  /** The body of the answer. */
  async function done(
    role: Role,
    path: string,
    body: object = {},
    at?: string,
  ): Promise<Record<string, unknown>> {
    const answer = await app.post(path, body, { role, ...(at && { at }) });
    if (answer.status >= 300) throw new Error(`${path}: ${answer.text}`);
    return answer.body;
  }
  const idOf = async (answer: Promise<Record<string, unknown>>) => String((await answer).id);

  const self = {
    done,

    /** On the day from which it holds. */
    register: (changes: object = {}) => {
      registered += 1;
      const nik = `000005520590${String(registered).padStart(4, '0')}`;
      const worker = { ...WORKER, person: { ...WORKER.person, nik }, ...changes };
      return idOf(done('registrar', '/participants', worker, eveningOf(worker.registeredOn)));
    },
    /** Entered on the day it was paid. */
    contribute: (participantId: string, changes: Partial<typeof CONTRIBUTION> = {}) => {
      const payment = { ...CONTRIBUTION, ...changes };
      const path = `/participants/${participantId}/contributions`;
      return idOf(done('registrar', path, payment, eveningOf(payment.paidOn)));
    },
    /** Registered, and covered on the day of her accident. */
    coveredWorker: async () => {
      const participantId = await self.register();
      await self.contribute(participantId);
      return participantId;
    },
    /** Gives the id of the child. */
    nameChild: async (participantId: string, changes: object = {}) => {
      const { childId } = await done('registrar', `/participants/${participantId}/children`, {
        ...CHILD,
        ...changes,
      });
      return String(childId);
    },
    /** Entered on the day of the death. */
    reportDeath: (participantId: string, changes: Partial<typeof DEATH> = {}) => {
      const death = { ...DEATH, certificate: `SKM ${numberOf(participantId)}`, ...changes };
      return idOf(done('registrar', `/participants/${participantId}/death`, death, eveningOf(death.diedOn)));
    },

    registerFacility: (changes: object = {}) =>
      idOf(done('registrar', '/facilities', { ...FACILITY, ...changes })),
    /** Two people do, who both are of the office. */
    makePlkk: (facilityId: string, agreement: object) =>
      signedByTwo(done, `/facilities/${facilityId}/agreements`, agreement),
    /** Entered on the day it happened. */
    notify: (participantId: string, changes: object = {}) => {
      const notice = { ...NOTICE, participantId, ...changes };
      return idOf(done('registrar', '/accidents', notice, eveningOf(notice.occurredOn)));
    },
    reportStageOne: (accidentId: string, changes: object = {}) =>
      idOf(done('registrar', `/accidents/${accidentId}/stage-one`, { ...STAGE_ONE, ...changes })),
    conclude: (accidentId: string, changes: object = {}) =>
      idOf(done('adjudicator', `/accidents/${accidentId}/conclusion`, { ...CONCLUSION, ...changes })),
    /** What the doctor states of the health of the participant. */
    stateOutcome: (accidentId: string, health: object = FINGER_LOST, statedOn = '2026-09-30') =>
      idOf(
        done('registrar', `/accidents/${accidentId}/doctor-statements`, {
          doctorKind: 'TREATING',
          statedOn,
          health,
        }),
      ),
    reportStageTwo: (accidentId: string, changes: object = {}) =>
      idOf(done('registrar', `/accidents/${accidentId}/stage-two`, { ...STAGE_TWO, ...changes })),
    /** An accident from the notice to stage II, ready to be claimed for; gives its id. */
    accidentOf: async (
      participantId: string,
      { notice = {}, effect = 'INJURY', health = FINGER_LOST }: Happening = {},
    ) => {
      const accidentId = await self.notify(participantId, notice);
      await self.reportStageOne(accidentId, { effect });
      await self.conclude(accidentId);
      await self.stateOutcome(accidentId, health);
      await self.reportStageTwo(accidentId);
      return accidentId;
    },

    submitJkk: (one: Case, changes: object = {}) =>
      idOf(
        done('registrar', '/claims/jkk', {
          ...one,
          claimant: 'PARTICIPANT',
          documents: JKK_PAPERS,
          person: PORTER,
          ...changes,
        }),
      ),
    submitJkm: (participantId: string, changes: object = {}) =>
      idOf(
        done('registrar', '/claims/jkm', {
          participantId,
          documents: JKM_PAPERS,
          person: widowerOf(participantId),
          ...changes,
        }),
      ),
    calculate: (claimId: string) => idOf(done('adjudicator', `/claims/${claimId}/calculation`)),
    approve: (claimId: string) => idOf(done('supervisor', `/claims/${claimId}/approval`)),

    /** Finance tells the bank, and the bank pays; gives the place in the log to read it at. */
    payOut: async (payoutId: string, amountIdr: number, on = '2026-11-20') => {
      const path = `/payouts/${payoutId}`;
      const instructionNumber = `INS-${payoutId.slice(0, 8)}`;
      await done('finance', `${path}/instructions`, { instructedOn: on, instructionNumber });
      const said = { bankReference: `BANK-${payoutId.slice(0, 8)}`, on };
      await done('finance', `${path}/bank-results`, { ...said, result: 'ACCEPTED' });
      const { position } = await done('finance', `${path}/bank-results`, {
        ...said,
        result: 'SETTLED',
        amountIdr,
      });
      return String(position);
    },
  };
  return self;
}

export type Clerks = ReturnType<typeof clerksOf>;
