import { DOCUMENT_KINDS } from '#contexts/claims/domain/claim.events';
import { EVIDENCE_KINDS as SCHOOL_PAPERS } from '#contexts/scholarships/domain/scholarship.events';
import { type LocalDate, addDays, addPeriods, addYears, firstDayOf, localDate, periodOf } from '#kernel';

/** Stands for what was said before under the same name, of those who play. */
export const SAID = Symbol('as it was said before');

/** Stands for what was said before under another name. */
export class SaidAs {
  constructor(readonly name: string) {}
}

/** What an act says on purpose, by the names of fields; `undefined` leaves one out. The rest is left to chance. */
export type Saying = Readonly<Record<string, unknown>>;

/** One request of a plot: tried until it is accepted or nobody believes in it any more. */
export interface Act {
  /** `ERASED` is no route: the person's keys are destroyed. */
  readonly route: string;
  readonly saying: (today: LocalDate) => Saying;
  /** Processes see nothing more until the next act. */
  readonly unseen?: boolean;
  /** There may be nothing to do: nobody insists. */
  readonly once?: boolean;
}

const act = (route: string, saying: Saying | Act['saying'] = {}): Act => ({
  route,
  saying: isSpoken(saying) ? saying : () => saying,
});

function isSpoken(saying: Saying | Act['saying']): saying is Act['saying'] {
  return typeof saying === 'function';
}

const yearOf = (today: LocalDate): number => Number(today.slice(0, 4));

/** Of a year that is over for long. */
const firstOfAYear = (today: LocalDate): LocalDate => localDate(`${yearOf(today) - 2}-01-01`);

/** What a participant's story may come to in between. */
export const ERASED = 'erased';

const BY_ONESELF = { payer: 'SELF', sponsorId: undefined, agreementId: undefined };

const SOMEBODY = (today: LocalDate) => ({
  name: 'Siti Contoh',
  birthDate: addYears(today, -40),
  sex: 'FEMALE',
  registeredOn: today,
});

/** The contributions are under the id of whoever was registered first. */
const MERGED_AND_SPLIT = [
  act('MergersController.merge', { survivorId: new SaidAs('contributionId'), kind: 'DUKCAPIL_ANSWER' }),
  act('CorrectionsController.confirm'),
  act('MergersController.split', { kind: 'COURT_RULING' }),
  act('CorrectionsController.confirm'),
];

/** Whoever was registered first is the other one. */
const TOLD_APART = [
  act('DuplicatesController.dismiss', {
    otherId: new SaidAs('contributionId'),
    reasons: ['PHONE'],
    because: 'SHARED_PHONE',
    evidence: undefined,
  }),
  act('DuplicatesController.reopen', { otherId: new SaidAs('contributionId') }),
];

const COVERED = [
  act('ParticipantsController.register', BY_ONESELF),
  act('ParticipantsController.recordContribution', (today) => ({
    ...BY_ONESELF,
    amountIdr: undefined,
    period: periodOf(today),
    paidOn: today,
  })),
];

const LEAVES = act('SponsorsController.remove', (today) => ({
  participantIds: new SaidAs('participantId'),
  last: periodOf(today),
}));

const PAYS_ALONE = act('SponsorsController.transfer', (today) => ({
  participantIds: new SaidAs('participantId'),
  from: periodOf(today),
  toSponsorId: undefined,
  toAgreementId: undefined,
}));

/** More than an employer owes, or a project. */
const PAID_DUES = act('DuesController.pay', (today) => ({ amountIdr: 900_000_000_000, paidOn: today }));
const PAID_FOR_PROJECT = act('ProjectsController.pay', (today) => ({
  amountIdr: 900_000_000_000,
  paidOn: today,
}));

/** Somebody for whom a village pays. */
const CARRIED = act('ParticipantsController.register', (today) => ({
  payer: 'VILLAGE',
  sponsorId: SAID,
  agreementId: SAID,
  fieldActionId: undefined,
  ...SOMEBODY(today),
}));

/** What a sponsor pays for many. */
const ONE_SUM = { amountIdr: 10_000_000, months: 1, dryRun: undefined };

const EMPLOYED = [
  act('EmployersController.register', (today) => ({ segment: 'PU', startedOn: addDays(today, -400) })),
  act('MembershipsController.join', (today) => ({ startedOn: addDays(today, -20) })),
];

const A_PROJECT = [
  act('ProjectsController.register', (today) => ({
    contractedOn: addDays(today, -120),
    startsOn: addDays(today, -100),
    endsOn: addDays(today, 200),
    stages: undefined,
  })),
];

const foundTooMuch = (amountIdr: number) => ({
  outcome: 'TOO_MUCH_WAS_PAID',
  found: [{ kind: 'PAID_TOO_MUCH', amountIdr }],
});

const PAID_TOO_MUCH = foundTooMuch(100_000);

/** The wage of everybody who plays, in the present month. */
const reported = (wageIdr: number) =>
  act('DuesController.report', (today) => ({
    period: periodOf(today),
    wageIdr,
    backPayIdr: undefined,
  }));

const PRIMARY = { level: 'SD', yearInLevel: 4 };

const WITH_CHILD = [
  ...COVERED,
  act('ParticipantsController.registerChild', (today) => ({
    birthDate: addYears(today, -10),
    school: PRIMARY,
  })),
];

const A_PLKK = [
  act('FacilitiesController.register'),
  act('FacilitiesController.sign', (today) => ({
    validFrom: addDays(today, -30),
    validUntil: addDays(today, 300),
  })),
];

/** What becomes of the agreement. */
const SUSPENDED_AND_ENDED = [
  act('AgreementsController.amend', (today) => ({ from: today })),
  act('AgreementsController.check', (today) => ({ checkedOn: today, nextCheckBy: addDays(today, 100) })),
  act('AgreementsController.suspend', (today) => ({
    from: today,
    until: addDays(today, 20),
    careUntil: addDays(today, 30),
  })),
  act('AgreementsController.lift', (today) => ({ from: today })),
  act('AgreementsController.end', (today) => ({ lastDay: today, careUntil: addDays(today, 10) })),
];

const HAPPENED = act('AccidentsController.notify', (today) => ({
  kind: 'AT_WORK',
  placeKind: 'INSIDE_WORK_SITE',
  occurredOn: today,
  occurredAt: '00:00',
  nthOfDay: undefined,
  workedFor: undefined,
  employerId: undefined,
  projectId: undefined,
}));

const HAPPENED_AT_AN_EMPLOYER = act('AccidentsController.notify', (today) => ({
  ...HAPPENED.saying(today),
  workedFor: 'EMPLOYER',
}));

const TREATED = [
  act('AccidentsController.issueReferral'),
  act('AccidentsController.issueGuarantee'),
  act('AccidentsController.recordCare', (today) => ({ admittedOn: today, dischargedOn: today })),
];

const reportedStageOne = (effect: string) =>
  act('AccidentsController.reportStageOne', { effect, reportedAt: undefined });

const otherPayer = (status: string, amountIdr?: number) =>
  act('AccidentsController.nameOtherPayer', { payer: 'JASA_RAHARJA', status, amountIdr });

/** Somebody is in care of a PLKK that holds a letter, after an accident at work. */
const GUARANTEED = [
  ...COVERED,
  ...A_PLKK,
  HAPPENED,
  reportedStageOne('INJURY'),
  act('AccidentsController.issueReferral'),
  act('AccidentsController.issueGuarantee'),
  act('AccidentsController.receiveEvidence'),
  act('AccidentsController.conclude', { conclusion: 'WORK_ACCIDENT', concludedOn: undefined }),
];

/** One line, and everything that has to agree with it. */
const billed = (today: LocalDate) => ({
  benefit: 'CARE',
  careKind: 'OUTPATIENT',
  roomClass: undefined,
  interim: false,
  admittedOn: today,
  dischargedOn: today,
  totalIdr: 500_000,
  mainDiagnosis: 'S61.0',
  externalCause: 'W29',
  lines: [
    {
      line: 1,
      serviceDate: today,
      kind: 'PROCEDURE',
      description: 'Jahit luka',
      quantity: 1,
      unitPriceIdr: 500_000,
      amountIdr: 500_000,
    },
  ],
});

const BILLED = act('InvoicesController.submit', billed);
const CORRECTED = act('InvoicesController.revise', billed);
const BILL_RETURNED = act('VerificationController.returnIt', { reasons: ['V-08'] });
const VERIFIED = act('VerificationController.verify', { lines: [], apart: true, tariffOf: undefined });
const BILL_APPROVED = act('VerificationController.approve');

const CONCLUDED = [
  act('AccidentsController.receiveEvidence'),
  act('AccidentsController.conclude', { conclusion: 'WORK_ACCIDENT', concludedOn: undefined }),
  act('AccidentsController.reportStageTwo', { reportedAt: undefined }),
];

const EVERY_PAPER = DOCUMENT_KINDS.map((kind) => ({ kind, reference: 'map 7' }));

/** What the claim has not got yet; some have everything. */
const PAPERS: Act = { ...act('ClaimsController.addDocuments', { documents: EVERY_PAPER }), once: true };

const DECIDED = [PAPERS, act('ClaimsController.calculate'), act('ClaimsController.approve')];

const INSTRUCTED = act('PayoutsController.instruct', (today) => ({ instructedOn: today }));

const bankSays = (result: string, more: Saying) =>
  act('PayoutsController.recordBankResult', (today) => ({ result, on: today, ...more }));

const PAID = [
  INSTRUCTED,
  bankSays('ACCEPTED', { amountIdr: undefined, reason: undefined }),
  bankSays('SETTLED', { amountIdr: SAID, bankReference: SAID, reason: undefined }),
];

const RETURNED = [
  INSTRUCTED,
  bankSays('RETURNED', { amountIdr: undefined, reason: 'ACCOUNT_CLOSED' }),
  act('PayoutsController.correctAccount'),
  act('PayoutsController.confirmAccount'),
  ...PAID,
];

const EVERYTHING_OF_SCHOOL = SCHOOL_PAPERS.map((kind) => ({ kind, reference: '1/2026' }));

const studied = (evidence: readonly object[]) => [
  act('ScholarshipsController.submitEvidence', (today) => ({
    ...PRIMARY,
    year: yearOf(today),
    married: false,
    working: false,
    work: undefined,
    evidence,
  })),
  act('ScholarshipsController.approveYear', (today) => ({ year: yearOf(today) })),
];

const GOES_TO_SCHOOL = [
  ...studied(EVERYTHING_OF_SCHOOL.slice(-1)),
  ...studied(EVERYTHING_OF_SCHOOL),
  act('ScholarshipsController.end'),
];

/** What the law refuses is granted by somebody above the office. */
const granted = (ground: string, code: string) =>
  act('LeftToPeopleController.determine', { ground, components: [{ code, amountIdr: 10_000_000 }] });

/** A child of age who is paid. */
const HEIR = {
  relation: 'CHILD',
  standing: 'PAID',
  name: 'Putri Contoh',
  account: { bank: 'Bank Contoh', number: '0000011111', holder: 'Putri Contoh' },
};

const DIED = act('ParticipantsController.reportDeath', (today) => ({ diedOn: today }));

const ALIVE = { injuries: [], diedOn: undefined, unableFrom: undefined, unableUntil: undefined };

const stated = (condition: string, more: Act['saying']) =>
  act('AccidentsController.issueStatement', (today) => ({ condition, statedOn: today, ...more?.(today) }));

/** The so many-th month after the one that was paid: it settles arrears of the accident. */
const arrearsPaid = (month: number) =>
  act('ParticipantsController.recordContribution', (today) => ({
    ...BY_ONESELF,
    amountIdr: undefined,
    months: 1,
    period: addPeriods(periodOf(addDays(today, -65)), month),
    paidOn: today,
    settlesEventOn: new SaidAs('occurredOn'),
  }));

/** A member since today has died, and was one for longer: that comes out once the claim is approved. */
const PAID_ANEW_WHEN_LATE = [
  act('ParticipantsController.register', (today) => ({ ...BY_ONESELF, registeredOn: addDays(today, -110) })),
  act('ParticipantsController.confirmRegistration'),
  act('ParticipantsController.recordContribution', (today) => ({
    ...BY_ONESELF,
    amountIdr: undefined,
    months: 1,
    period: periodOf(today),
    paidOn: today,
    settlesEventOn: undefined,
  })),
  DIED,
  act('JkmClaimsController.submit'),
  ...DECIDED,
  act('ParticipantsController.recordContribution', (today) => ({
    ...BY_ONESELF,
    amountIdr: undefined,
    months: 3,
    period: periodOf(addDays(today, -95)),
    paidOn: addDays(today, -95),
    settlesEventOn: undefined,
  })),
];

/**
 * Which ids of things that are there come together: stories of a person from the beginning to the end. They only lead chance
 * to where it seldom gets by itself; at every act it may go elsewhere.
 */
const STORIES: Readonly<Record<string, readonly Act[]>> = {
  injured: [
    ...COVERED,
    ...A_PLKK,
    HAPPENED,
    reportedStageOne('INJURY'),
    ...TREATED,
    stated('PARTIAL_ANATOMIC', () => ({ diedOn: undefined })),
    ...CONCLUDED,
    act('JkkClaimsController.submit', { claimant: 'PARTICIPANT' }),
    ...DECIDED,
    ...PAID,
  ],
  'treated for billions': [
    ...COVERED,
    ...A_PLKK,
    HAPPENED,
    reportedStageOne('INJURY'),
    act('AccidentsController.issueReferral'),
    act('AccidentsController.issueGuarantee'),
    act('AccidentsController.recordCare', (today) => ({
      admittedOn: today,
      dischargedOn: today,
      invoiceIdr: 1_500_000_000,
      otherPayer: undefined,
    })),
    stated('HEALED', () => ALIVE),
    ...CONCLUDED,
    act('JkkClaimsController.submit', { claimant: 'PARTICIPANT' }),
    ...DECIDED,
    act('ClaimsController.approve'),
  ],
  healed: [
    ...COVERED,
    HAPPENED,
    reportedStageOne('INJURY'),
    stated('HEALED', () => ALIVE),
    ...CONCLUDED,
    act('JkkClaimsController.submit', { claimant: 'PARTICIPANT' }),
    DIED,
    act('ClaimsController.takeOver', { claimant: 'HEIR' }),
    ...DECIDED,
    ...RETURNED,
  ],
  'died of it': [
    ...WITH_CHILD,
    HAPPENED,
    reportedStageOne('DEATH'),
    DIED,
    stated('DEAD', (today) => ({ ...ALIVE, diedOn: today })),
    act('DeathsController.trace'),
    ...CONCLUDED,
    act('JkkClaimsController.submit', { claimant: 'HEIR' }),
    ...DECIDED,
    ...GOES_TO_SCHOOL,
  ],
  'died otherwise': [...WITH_CHILD, DIED, act('JkmClaimsController.submit'), ...DECIDED, ...RETURNED],
  refused: [
    ...COVERED,
    HAPPENED,
    reportedStageOne('INJURY'),
    act('AccidentsController.conclude', { conclusion: 'NOT_WORK_ACCIDENT', concludedOn: undefined }),
    act('JkkClaimsController.submit', { claimant: 'PARTICIPANT' }),
    PAPERS,
    act('ClaimsController.calculate'),
    granted('INSPECTOR', 'JKK_STMB'),
    act('ClaimsController.calculate'),
    act('ClaimsController.deny'),
  ],
  'decided by people': [
    ...COVERED,
    DIED,
    act('JkmClaimsController.submit'),
    PAPERS,
    act('ClaimsController.calculate'),
    act('ClaimsByPeopleController.sendBack'),
    act('ClaimsByPeopleController.refuseDocument', { kind: 'POLICE_LETTER', fault: 'ILLEGIBLE' }),
    act('ClaimsByPeopleController.askFurther', { kinds: ['POLICE_LETTER'] }),
    act('ClaimsByPeopleController.waiveDocument', { kind: 'POLICE_LETTER' }),
    act('ClaimsByPeopleController.refuseDocument', { kind: 'HEIR_KTP', fault: 'NOT_GENUINE' }),
    act('ClaimsByPeopleController.proposeDenial', { reason: 'PAPER_FALSE' }),
    act('ClaimsController.deny'),
    act('ClaimsByPeopleController.reopen', { ground: 'ERROR_OF_OFFICE' }),
    act('ClaimsByPeopleController.note'),
    { ...act('NoticesController.discard'), once: true },
    { ...act('NoticesController.retry'), once: true },
    act('ClaimsByPeopleController.withdraw'),
    act('ClaimsByPeopleController.reopen', { ground: 'NEW_FACT' }),
    PAPERS,
    act('LeftToPeopleController.beginWait', { reason: 'HEIR_DISPUTE' }),
    act('LeftToPeopleController.endWait', { how: 'AGREED' }),
    act('LeftToPeopleController.establishHeirs', {
      sharing: 'EQUAL',
      heirs: [HEIR, { ...HEIR, name: 'Putra Contoh' }],
    }),
    act('ClaimsController.calculate'),
    act('ClaimsByPeopleController.declareInterest'),
  ],
  'granted by people': [
    act('ParticipantsController.register', BY_ONESELF),
    DIED,
    act('JkmClaimsController.submit'),
    PAPERS,
    act('LeftToPeopleController.beginWait', { reason: 'MEDICAL_ADVICE' }),
    act('LeftToPeopleController.endWait', { how: 'ANSWERED' }),
    act('ClaimsController.calculate'),
    granted('COURT', 'JKM_DEATH'),
    act('ClaimsController.calculate'),
    granted('MINISTER', 'JKM_FUNERAL'),
    act('ClaimsController.approve'),
  ],
  billed: [
    ...GUARANTEED,
    BILLED,
    BILL_RETURNED,
    act('VerificationController.readmit'),
    CORRECTED,
    VERIFIED,
    BILL_APPROVED,
    act('VerificationController.credit', { amountIdr: 1 }),
    ...PAID,
  ],
  'billed and passed on': [
    ...GUARANTEED,
    BILLED,
    act('InvoicesController.withdraw'),
    CORRECTED,
    act('InvoicesController.showPayment', { paidBy: 'PARTICIPANT' }),
    act('VerificationController.passOn'),
    ...SUSPENDED_AND_ENDED,
  ],
  'guaranteed at night': [
    ...COVERED,
    ...A_PLKK,
    HAPPENED,
    reportedStageOne('INJURY'),
    act('AccidentsController.issueReferral'),
    act('GuaranteesController.issue'),
    act('GuaranteesController.refuse'),
  ],
  'another payer': [
    ...GUARANTEED,
    otherPayer('REFUSED'),
    BILLED,
    VERIFIED,
    BILL_APPROVED,
    otherPayer('PAID', 400_000),
    act('VerificationController.recourse'),
    // It paid more than it had said at first.
    otherPayer('PAID', 500_000),
    { ...act('VerificationController.recourse'), once: true },
    ...SUSPENDED_AND_ENDED,
  ],
  'in arrears': [
    act('ParticipantsController.register', (today) => ({ ...BY_ONESELF, registeredOn: addDays(today, -70) })),
    act('ParticipantsController.confirmRegistration'),
    act('ParticipantsController.recordContribution', (today) => ({
      ...BY_ONESELF,
      amountIdr: undefined,
      months: 1,
      period: periodOf(addDays(today, -65)),
      paidOn: addDays(today, -65),
    })),
    HAPPENED,
    reportedStageOne('INJURY'),
    stated('HEALED', () => ALIVE),
    ...CONCLUDED,
    act('JkkClaimsController.submit', { claimant: 'PARTICIPANT' }),
    PAPERS,
    act('ClaimsController.calculate'),
    arrearsPaid(1),
    { ...arrearsPaid(2), once: true },
    act('ClaimsController.calculate'),
    act('ClaimsController.approve'),
  ],
  'set off': [
    act('ParticipantsController.register', (today) => ({ ...BY_ONESELF, registeredOn: addDays(today, -70) })),
    act('ParticipantsController.confirmRegistration'),
    act('ParticipantsController.recordContribution', (today) => ({
      ...BY_ONESELF,
      amountIdr: undefined,
      months: 1,
      period: periodOf(addDays(today, -65)),
      paidOn: addDays(today, -65),
      settlesEventOn: undefined,
    })),
    act('ParticipantsController.confirmContributions'),
    DIED,
    act('JkmClaimsController.submit'),
    PAPERS,
    act('ClaimsController.calculate'),
    act('ClaimsController.consentToSetOff'),
    act('ClaimsController.calculate'),
    act('ClaimsController.approve'),
  ],
  'paid more by a late receipt': [
    ...PAID_ANEW_WHEN_LATE,
    act('ParticipantsController.confirmContributions'),
    act('ClaimsController.reassess'),
    act('ClaimsController.approveDifference'),
  ],
  'erased before paid more': [
    ...PAID_ANEW_WHEN_LATE,
    act('ClaimsController.reassess'),
    act(ERASED),
    act('ClaimsController.cancel'),
  ],
  'erased before paid': [
    ...COVERED,
    HAPPENED,
    reportedStageOne('INJURY'),
    stated('HEALED', () => ALIVE),
    ...CONCLUDED,
    act('JkkClaimsController.submit', { claimant: 'PARTICIPANT' }),
    ...DECIDED,
    act(ERASED),
    act('PayoutsController.cancel'),
  ],
  'erased before decided': [
    ...COVERED,
    DIED,
    act('JkmClaimsController.submit'),
    act(ERASED),
    act('ClaimsController.cancel'),
  ],
  'billed late': [
    ...COVERED,
    ...A_PLKK,
    HAPPENED,
    reportedStageOne('INJURY'),
    act('AccidentsController.recordCare', (today) => ({ admittedOn: today, dischargedOn: today })),
    stated('HEALED', () => ALIVE),
    ...CONCLUDED,
    act('JkkClaimsController.submit', { claimant: 'PARTICIPANT' }),
    PAPERS,
    act('ClaimsController.calculate'),
    { ...act('ClaimsController.approve'), unseen: true },
    {
      ...act('AccidentsController.recordCare', (today) => ({
        admittedOn: SAID,
        dischargedOn: today,
        invoiceNumber: 'LATE-1',
      })),
      unseen: true,
    },
  ],
  'entered late': [
    act('ParticipantsController.register', (today) => ({ ...BY_ONESELF, registeredOn: addDays(today, -90) })),
    act('ParticipantsController.confirmRegistration'),
    act('ParticipantsController.recordContribution', (today) => ({
      ...BY_ONESELF,
      amountIdr: undefined,
      months: 1,
      period: periodOf(addDays(today, -80)),
      paidOn: addDays(today, -80),
    })),
    act('ParticipantsController.confirmContributions'),
    act('AccidentsController.notify', (today) => ({
      kind: 'AT_WORK',
      nthOfDay: undefined,
      workedFor: undefined,
      employerId: undefined,
      projectId: undefined,
      occurredOn: addDays(today, -75),
    })),
    act('AccidentsController.confirmNotice'),
    act('ParticipantsController.reportDeath', (today) => ({ diedOn: addDays(today, -70) })),
    act('ParticipantsController.confirmDeath'),
    act('ParticipantsController.registerChild', (today) => ({
      birthDate: addYears(today, -10),
      school: PRIMARY,
    })),
    act('ParticipantsController.registerHeir'),
    act('ParticipantsController.confirmFamily'),
  ],
  'promised long ago': [
    act('SponsorsController.register'),
    act('SponsorsController.sign', (today) => ({
      validFrom: addDays(today, -400),
      validUntil: addDays(today, 100),
    })),
    act('SponsorsController.confirm'),
  ],
  'typed wrong': [
    act('ParticipantsController.register', (today) => ({
      ...BY_ONESELF,
      registeredOn: today,
      birthDate: addYears(today, -40),
    })),
    act('CorrectionsController.confirmNikDifference', { kind: 'DUKCAPIL_ANSWER' }),
    act('CorrectionsController.confirm'),
    act('CorrectionsController.correct', (today) => ({
      kind: 'DUKCAPIL_ANSWER',
      birthDate: addYears(today, -41),
    })),
    act('CorrectionsController.refuse'),
    act('CorrectionsController.changeIncomeBand', (today) => ({
      kind: 'STATEMENT',
      from: periodOf(addDays(today, 40)),
    })),
    act('CorrectionsController.correctNik', { kind: 'DUKCAPIL_ANSWER' }),
    act('CorrectionsController.confirm'),
  ],
  'corrected after the claim': [
    ...COVERED,
    DIED,
    act('JkmClaimsController.submit'),
    PAPERS,
    act('ClaimsController.calculate'),
    act('CorrectionsController.correct', { kind: 'E_KTP', birthDate: undefined, sex: undefined }),
    act('ReviewsController.close', PAID_TOO_MUCH),
    act('ReceivablesController.settle', (today) => ({ paidOn: today })),
    act('CorrectionsController.correct', (today) => ({
      kind: 'DUKCAPIL_ANSWER',
      birthDate: addYears(today, -45),
    })),
    act('CorrectionsController.confirm'),
    act('ReviewsController.close', PAID_TOO_MUCH),
    act('ReceivablesController.waive'),
    act('CorrectionsController.correct', (today) => ({
      kind: 'DUKCAPIL_ANSWER',
      birthDate: addYears(today, -46),
    })),
    act('CorrectionsController.confirm'),
    act('ReviewsController.close', foundTooMuch(200_000_000)),
    act('ReceivablesController.waive', { reason: 'GOOD_FAITH' }),
    act('ReceivablesController.waive', { reason: 'GOOD_FAITH' }),
  ],
  'a family named wrong': [
    ...WITH_CHILD,
    act('ParticipantsController.registerChild', (today) => ({
      birthDate: addYears(today, -8),
      school: PRIMARY,
    })),
    act('FamilyCorrectionsController.reorderChildren', { kind: 'KK' }),
    act('CorrectionsController.confirm'),
    act('FamilyCorrectionsController.correctChild', (today) => ({
      kind: 'KK',
      birthDate: addYears(today, -9),
    })),
    act('CorrectionsController.confirm'),
    act('FamilyCorrectionsController.removeChild', { kind: 'KK' }),
    act('CorrectionsController.confirm'),
    act('ParticipantsController.registerHeir', { relation: 'PARENT' }),
    act('FamilyCorrectionsController.correctHeir', { kind: 'KK', relation: 'SIBLING' }),
    act('CorrectionsController.confirm'),
    act('FamilyCorrectionsController.removeHeir', { kind: 'KK' }),
    act('CorrectionsController.confirm'),
  ],
  'the wrong one died': [
    act('ParticipantsController.register', (today) => ({
      ...BY_ONESELF,
      registeredOn: addDays(today, -20),
    })),
    DIED,
    act('DeathCorrectionsController.correctDay', (today) => ({
      kind: 'DEATH_CERTIFICATE',
      diedOn: addDays(today, -3),
    })),
    act('CorrectionsController.confirm'),
    act('JkmClaimsController.submit'),
    ...DECIDED,
    act('DeathCorrectionsController.revoke', { kind: 'DUKCAPIL_ANSWER' }),
    act('CorrectionsController.confirm'),
    DIED,
    act('JkmClaimsController.submit'),
    act('DeathCorrectionsController.revoke', { kind: 'DUKCAPIL_ANSWER' }),
    act('CorrectionsController.confirm'),
    act('ClaimsController.cancel', { reason: 'EVENT_REVOKED' }),
  ],
  'did not die of it': [
    ...COVERED,
    HAPPENED,
    reportedStageOne('DEATH'),
    DIED,
    stated('DEAD', (today) => ({ ...ALIVE, diedOn: today })),
    act('DeathsController.trace'),
    act('DeathsController.remove'),
    act('DeathCorrectionsController.revoke', { kind: 'COURT_RULING' }),
    act('CorrectionsController.confirm'),
    act('AccidentsController.withdrawFatalOutcome'),
  ],
  'paid by mistake': [
    ...COVERED,
    act('ReversalsController.request', { period: SAID, receipt: SAID }),
    act('ReversalsController.refuse'),
    act('ReversalsController.request', { period: SAID, receipt: SAID }),
    act('ReversalsController.confirm'),
  ],
  'paid for a year and more': [
    act('ParticipantsController.register', (today) => ({ ...BY_ONESELF, registeredOn: firstOfAYear(today) })),
    ...Array.from({ length: 13 }, (_, month) =>
      act('ParticipantsController.recordContribution', (today) => ({
        ...BY_ONESELF,
        amountIdr: undefined,
        months: 1,
        period: addPeriods(periodOf(firstOfAYear(today)), month),
        paidOn: firstDayOf(addPeriods(periodOf(firstOfAYear(today)), month)),
        settlesEventOn: undefined,
      })),
    ),
  ],
  'registered twice': [
    act('ParticipantsController.register', (today) => ({ ...BY_ONESELF, ...SOMEBODY(today) })),
    act('ParticipantsController.recordContribution', (today) => ({
      ...BY_ONESELF,
      amountIdr: undefined,
      period: periodOf(today),
      paidOn: today,
    })),
    act('ParticipantsController.register', (today) => ({ ...BY_ONESELF, ...SOMEBODY(today) })),
    ...MERGED_AND_SPLIT,
    act('CorrectionsController.correctNik', { kind: 'DUKCAPIL_ANSWER' }),
    act('CorrectionsController.confirm'),
    ...MERGED_AND_SPLIT,
    ...MERGED_AND_SPLIT,
    ...MERGED_AND_SPLIT,
    ...MERGED_AND_SPLIT,
    ...EMPLOYED,
    act('MembershipsController.registerSelfEmployment', (today) => ({ ...BY_ONESELF, registeredOn: today })),
    ...Array.from({ length: 14 }).flatMap(() => TOLD_APART),
  ],
  'a PLKK for longer': [
    ...A_PLKK,
    act('FacilitiesController.extend', (today) => ({ validUntil: addYears(today, 9) })),
  ],
  'works for an employer': [
    ...EMPLOYED,
    act('DuesController.pay', (today) => ({ amountIdr: 1_000_000_000_000, paidOn: today })),
    ...[5_000_000, 6_000_000, 4_000_000, 5_500_000].map(reported),
    act('MembershipsController.registerSelfEmployment', (today) => ({ ...BY_ONESELF, registeredOn: today })),
    act('MembershipsController.leave', (today) => ({ lastDay: today })),
    act('MembershipsController.undoLeaving'),
  ],
  'hurt at an employer': [
    ...EMPLOYED,
    act('DuesController.pay', (today) => ({ amountIdr: 1_000_000_000_000, paidOn: today })),
    reported(5_000_000),
    HAPPENED_AT_AN_EMPLOYER,
    reportedStageOne('INJURY'),
    stated('HEALED', (today) => ({ ...ALIVE, unableFrom: today, unableUntil: today })),
    ...CONCLUDED,
    act('EmployersController.nameAccount'),
    act('JkkClaimsController.submit', { claimant: 'PARTICIPANT' }),
    ...DECIDED,
    act('MembershipsController.leave', (today) => ({ lastDay: today })),
    act('MembershipsController.undoLeaving'),
    ...PAID,
  ],
  'died with an employer that never paid': [
    ...EMPLOYED,
    DIED,
    act('JkmClaimsController.submit'),
    PAPERS,
    act('ClaimsController.calculate'),
    act('ClaimsController.deny'),
  ],
  'worked for a year and more': [
    act('EmployersController.register', (today) => ({ segment: 'PU', startedOn: firstOfAYear(today) })),
    act('MembershipsController.join', (today) => ({ startedOn: firstOfAYear(today) })),
    ...Array.from({ length: 13 }, (_, month) =>
      act('DuesController.report', (today) => ({
        period: addPeriods(periodOf(firstOfAYear(today)), month),
        wageIdr: 5_000_000,
        backPayIdr: undefined,
      })),
    ),
  ],
  'joined late': [
    act('EmployersController.register', (today) => ({ segment: 'PU', startedOn: addDays(today, -400) })),
    act('MembershipsController.join', (today) => ({ startedOn: addDays(today, -90) })),
    act('MembershipsController.confirm'),
    act('EmployersController.correctRiskClass', (today) => ({ from: addDays(today, -80) })),
    act('EmployersController.correctSize', (today) => ({ from: addDays(today, -70) })),
    act('EmployersController.confirm'),
    act('DuesController.pay', (today) => ({ amountIdr: 1, paidOn: addDays(today, -60) })),
    act('DuesController.confirm'),
    act('DuesController.reportFile', (today) => ({ period: periodOf(today) })),
    act('EmployersController.close', (today) => ({ lastDay: today })),
    act('EmployersController.reopen'),
  ],
  'a project that grows': [
    ...A_PROJECT,
    act('ProjectsController.extend', (today) => ({ endsOn: addDays(today, 500), dueOn: today })),
    act('ProjectsController.amend', (today) => ({ dueOn: today })),
  ],
  'builds on a project': [
    ...A_PROJECT,
    act('ProjectsController.pay', (today) => ({ amountIdr: 1_000_000, paidOn: addDays(today, -60) })),
    act('ProjectsController.confirm'),
    act('PlacementsController.place', (today) => ({ startedOn: addDays(today, -50) })),
    act('PlacementsController.confirm'),
    act('ProjectsController.amend', (today) => ({ dueOn: today })),
    act('ProjectsController.extend', (today) => ({ endsOn: addDays(today, 400), dueOn: today })),
    act('PlacementsController.leave', (today) => ({ lastDay: today })),
    act('ProjectsController.end', (today) => ({ lastDay: today })),
  ],
  'hurt on a project': [
    ...A_PROJECT,
    act('ProjectsController.pay', (today) => ({ amountIdr: 1_000_000_000, paidOn: addDays(today, -10) })),
    act('PlacementsController.place', (today) => ({ startedOn: addDays(today, -9) })),
    act('AccidentsController.notify', (today) => ({
      ...HAPPENED.saying(today),
      projectId: new SaidAs('projectId'),
    })),
    reportedStageOne('INJURY'),
    stated('HEALED', (today) => ({ ...ALIVE, unableFrom: today, unableUntil: today })),
    ...CONCLUDED,
    act('JkkClaimsController.submit', { claimant: 'PARTICIPANT' }),
    ...DECIDED,
    DIED,
    act('JkmClaimsController.submit', { projectId: new SaidAs('projectId') }),
    PAPERS,
    act('ClaimsController.calculate'),
  ],
  'at the market': [
    act('FieldActionsController.plan', (today) => ({
      startsOn: addDays(today, -2),
      endsOn: addDays(today, 3),
    })),
    act('ParticipantsController.register', (today) => ({
      ...BY_ONESELF,
      fieldActionId: SAID,
      registeredOn: today,
    })),
    act('FieldActionsController.cancel'),
  ],
  'looked for': [
    act('CandidatesController.open'),
    act('CandidatesController.find'),
    act('CandidatesController.contact', (today) => ({ contactedOn: today })),
    act('CandidatesController.decline'),
    act('CandidatesController.contact', (today) => ({ contactedOn: today })),
  ],
  'named by a decree': [
    act('EmployersController.register', (today) => ({
      segment: 'PU',
      kind: 'VILLAGE_GOVERNMENT',
      startedOn: addDays(today, -400),
    })),
    act('EmployersController.recordDecree', (today) => ({
      decidedOn: today,
      validFrom: addDays(today, -90),
      validUntil: addDays(today, 5),
    })),
    act('MembershipsController.join', (today) => ({
      startedOn: addDays(today, -20),
      decreeId: SAID,
    })),
    act('EmployersController.recordDecree', (today) => ({
      decidedOn: today,
      validFrom: addDays(today, -20),
      validUntil: addYears(today, 30),
    })),
    act('MembershipsController.prolong'),
  ],
  'paid and taken back': [
    ...EMPLOYED,
    reported(5_000_000),
    PAID_DUES,
    act('PaymentCorrectionsController.reverse', { paymentId: SAID }),
    act('PaymentCorrectionsController.refuse'),
    act('PaymentCorrectionsController.reverse', { paymentId: SAID, reason: 'WRONG_PAYER' }),
    act('PaymentCorrectionsController.confirm'),
    PAID_DUES,
    act('PaymentCorrectionsController.refund', { paymentId: undefined, amountIdr: 1_000 }),
    act('PaymentCorrectionsController.confirm'),
  ],
  'a project paid and taken back': [
    ...A_PROJECT,
    PAID_FOR_PROJECT,
    act('ProjectCorrectionsController.reverse', { paymentId: SAID }),
    act('ProjectCorrectionsController.refuse'),
    act('ProjectCorrectionsController.reverse', { paymentId: SAID, reason: 'WRONG_PAYER' }),
    act('ProjectCorrectionsController.confirm'),
    PAID_FOR_PROJECT,
    act('ProjectCorrectionsController.refund', { paymentId: undefined, amountIdr: 1_000 }),
    act('ProjectCorrectionsController.confirm'),
    act('ProjectCorrectionsController.refund', { paymentId: undefined, amountIdr: 1_000 }),
    act('ProjectCorrectionsController.confirm'),
  ],
  'carried by a village': [
    act('SponsorsController.register', { kind: 'VILLAGE' }),
    act('SponsorsController.sign', (today) => ({
      validFrom: addDays(today, -30),
      validUntil: addDays(today, 300),
      quota: 3,
      monthlyIdr: undefined,
    })),
    CARRIED,
    act('SponsorsController.extend', (today) => ({
      validUntil: addDays(today, 400),
      quota: undefined,
      monthlyIdr: undefined,
    })),
    PAYS_ALONE,
    CARRIED,
    PAYS_ALONE,
    CARRIED,
    LEAVES,
    CARRIED,
    LEAVES,
    act('SponsorsController.end', (today) => ({ lastDay: today })),
  ],
  'paid by a village': [
    act('SponsorsController.register'),
    act('SponsorsController.sign', (today) => ({
      validFrom: addDays(today, -30),
      validUntil: addDays(today, 300),
    })),
    act('ImportsController.import', (today) => ({
      period: periodOf(today),
      paidOn: today,
      channel: 'VILLAGE',
    })),
    act('PaymentListsController.payFile', (today) => ({ ...ONE_SUM, paidOn: today })),
    act('ListCorrectionsController.refund', { amountIdr: 1_000 }),
    act('ListCorrectionsController.confirm'),
    act('ListCorrectionsController.reverse'),
    act('ListCorrectionsController.refuse'),
    act('ListCorrectionsController.reverse'),
    act('ListCorrectionsController.confirm'),
    act('PaymentListsController.payAgain', (today) => ({
      ...ONE_SUM,
      paidOn: today,
      agreementId: undefined,
      joiners: undefined,
      leavers: undefined,
    })),
  ],
};

/** Those that lead to what happens nowhere else, or seldom: they are told twice as often. */
const SELDOM_REACHED = [
  'guaranteed at night',
  'guaranteed at night',
  'healed',
  'corrected after the claim',
  'corrected after the claim',
  'decided by people',
  'decided by people',
  'decided by people',
  'injured',
  'injured',
  'registered twice',
  'registered twice',
  'a family named wrong',
  'corrected after the claim',
  'paid by mistake',
  'entered late',
  'billed late',
  'named by a decree',
  'registered twice',
  'injured',
  'in arrears',
  'erased before paid',
  'erased before paid more',
  'erased before paid more',
  'set off',
  'paid more by a late receipt',
  'paid more by a late receipt',
  'paid more by a late receipt',
  'died of it',
  'in arrears',
  'in arrears',
  'refused',
];

/** The stories in their proportions. */
export const PLOTS: readonly (readonly Act[])[] = [
  ...Object.values(STORIES),
  ...SELDOM_REACHED.flatMap((name) => (STORIES[name] ? [[...STORIES[name]]] : [])),
];
