import { DOCUMENT_KINDS } from '#contexts/claims/domain/handed-in.events';
import { EVIDENCE_KINDS as SCHOOL_PAPERS } from '#contexts/scholarships/domain/scholarship.events';
import { type LocalDate, addDays, addPeriods, addYears, periodOf } from '#kernel';
import { SAID, SaidAs, type Saying, type Act, act, yearOf, later } from './acts.js';

export const BY_ONESELF = { payer: 'SELF', sponsorId: undefined, agreementId: undefined };

/** The same person on every day: whoever was born on another one is somebody else. */
export const SOMEBODY = (today: LocalDate) => ({
  name: 'Siti Contoh',
  birthDate: '1986-03-12',
  sex: 'FEMALE',
  registeredOn: today,
});

/** The contributions are under the id of whoever was registered first. */
export const MERGED = [
  act('MergersController.merge', { survivorId: new SaidAs('contributionId'), kind: 'DUKCAPIL_ANSWER' }),
  act('CorrectionsController.confirm'),
];

export const MERGED_AND_SPLIT = [
  ...MERGED,
  act('MergersController.split', { kind: 'COURT_RULING' }),
  act('CorrectionsController.confirm'),
];

/** Whoever was registered first is the other one. */
export const TOLD_APART = [
  act('DuplicatesController.dismiss', {
    otherId: new SaidAs('contributionId'),
    reasons: ['PHONE'],
    because: 'SHARED_PHONE',
    evidence: undefined,
  }),
  act('DuplicatesController.reopen', { otherId: new SaidAs('contributionId') }),
];

export const COVERED = [
  act('ParticipantsController.register', BY_ONESELF),
  act('ParticipantsController.recordContribution', (today) => ({
    ...BY_ONESELF,
    amountIdr: undefined,
    period: periodOf(today),
    paidOn: today,
  })),
];

/** A member for so many days, which was entered so late that a second person confirms it. */
export const memberSince = (days: number): readonly Act[] => [
  act('ParticipantsController.register', (today) => ({ ...BY_ONESELF, registeredOn: addDays(today, -days) })),
  act('ParticipantsController.confirmRegistration'),
];

/** So many months were paid at once so many days ago. */
export const monthsPaid = (months: number, daysAgo: number, more: Saying = {}) =>
  act('ParticipantsController.recordContribution', (today) => ({
    ...BY_ONESELF,
    amountIdr: undefined,
    months,
    period: periodOf(addDays(today, -daysAgo)),
    paidOn: addDays(today, -daysAgo),
    ...more,
  }));

/** What is paid is not for the arrears of an event. */
export const FOR_NO_EVENT = { settlesEventOn: undefined };

export const LEAVES = act('SponsorsController.remove', (today) => ({
  participantIds: new SaidAs('participantId'),
  last: periodOf(today),
}));

export const PAYS_ALONE = act('SponsorsController.transfer', (today) => ({
  participantIds: new SaidAs('participantId'),
  from: periodOf(today),
  toSponsorId: undefined,
  toAgreementId: undefined,
}));

/** More than an employer owes, or a project. */
export const PAID_DUES = act('DuesController.pay', (today) => ({
  amountIdr: 900_000_000_000,
  paidOn: today,
}));
export const PAID_FOR_PROJECT = act('ProjectsController.pay', (today) => ({
  amountIdr: 900_000_000_000,
  paidOn: today,
}));

/** Somebody for whom a village pays. */
export const CARRIED = act('ParticipantsController.register', (today) => ({
  payer: 'VILLAGE',
  sponsorId: SAID,
  agreementId: SAID,
  fieldActionId: undefined,
  ...SOMEBODY(today),
}));

/** What a sponsor pays for many. */
export const ONE_SUM = { amountIdr: 10_000_000, months: 1, dryRun: undefined };

export const EMPLOYED = [
  act('EmployersController.register', (today) => ({ segment: 'PU', startedOn: addDays(today, -400) })),
  act('MembershipsController.join', (today) => ({ startedOn: addDays(today, -20) })),
];

export const A_PROJECT = [
  act('ProjectsController.register', (today) => ({
    contractedOn: addDays(today, -120),
    startsOn: addDays(today, -100),
    endsOn: addDays(today, 200),
    stages: undefined,
  })),
];

export const foundTooMuch = (amountIdr: number) => ({
  outcome: 'TOO_MUCH_WAS_PAID',
  found: [{ kind: 'PAID_TOO_MUCH', amountIdr }],
});

export const PAID_TOO_MUCH = foundTooMuch(100_000);

/** The wage of everybody who plays, in the present month. */
export const reported = (wageIdr: number) =>
  act('DuesController.report', (today) => ({
    period: periodOf(today),
    wageIdr,
    backPayIdr: undefined,
  }));

export const PRIMARY = { level: 'SD', yearInLevel: 4 };

export const WITH_CHILD = [
  ...COVERED,
  act('ParticipantsController.registerChild', (today) => ({
    birthDate: addYears(today, -10),
    school: PRIMARY,
  })),
];

export const A_PLKK = [
  act('FacilitiesController.register'),
  act('FacilitiesController.sign', (today) => ({
    validFrom: addDays(today, -30),
    validUntil: addDays(today, 300),
  })),
  act('FacilityProposalsController.sign'),
];

/** What becomes of the agreement. */
export const SUSPENDED_AND_ENDED = [
  act('AgreementsController.amend', (today) => ({ from: today })),
  act('FacilityProposalsController.sign'),
  act('AgreementsController.check', (today) => ({ checkedOn: today, nextCheckBy: addDays(today, 100) })),
  act('AgreementsController.suspend', (today) => ({
    from: today,
    until: addDays(today, 20),
    careUntil: addDays(today, 30),
  })),
  act('AgreementsController.lift', (today) => ({ from: today })),
  act('AgreementsController.end', (today) => ({ lastDay: today, careUntil: addDays(today, 10) })),
];

export const HAPPENED = act('AccidentsController.notify', (today) => ({
  kind: 'AT_WORK',
  placeKind: 'INSIDE_WORK_SITE',
  occurredOn: today,
  occurredAt: '00:00',
  nthOfDay: undefined,
  workedFor: undefined,
  employerId: undefined,
  projectId: undefined,
}));

export const reportedStageOne = (effect: string) =>
  act('AccidentsController.reportStageOne', { effect, reportedAt: undefined });

export const HURT = [HAPPENED, reportedStageOne('INJURY')];

/** A member is hurt, and a PLKK is there. */
export const HURT_NEAR_A_PLKK = [...COVERED, ...A_PLKK, ...HURT];

export const HAPPENED_AT_AN_EMPLOYER = act('AccidentsController.notify', (today) => ({
  ...HAPPENED.saying(today),
  workedFor: 'EMPLOYER',
}));

export const LETTERS_ISSUED = [
  act('AccidentsController.issueReferral'),
  act('AccidentsController.issueGuarantee'),
];

export const TREATED = [
  ...LETTERS_ISSUED,
  act('AccidentsController.recordCare', (today) => ({ admittedOn: today, dischargedOn: today })),
];

export const otherPayer = (status: string, amountIdr?: number) =>
  act('AccidentsController.nameOtherPayer', { payer: 'JASA_RAHARJA', status, amountIdr });

export function concluded(conclusion: string): Act {
  return act('AccidentsController.conclude', { conclusion, concludedOn: undefined });
}

/** Somebody is in care of a PLKK that holds a letter, after an accident at work. */
export const GUARANTEED = [
  ...HURT_NEAR_A_PLKK,
  ...LETTERS_ISSUED,
  act('AccidentsController.receiveEvidence'),
  concluded('WORK_ACCIDENT'),
];

/** One line, and everything that has to agree with it. */
export const billed = (today: LocalDate, totalIdr = 500_000) => ({
  benefit: 'CARE',
  careKind: 'OUTPATIENT',
  roomClass: undefined,
  interim: false,
  admittedOn: today,
  dischargedOn: today,
  totalIdr,
  mainDiagnosis: 'S61.0',
  externalCause: 'W29',
  lines: [
    {
      line: 1,
      serviceDate: today,
      kind: 'PROCEDURE',
      description: 'Jahit luka',
      quantity: 1,
      unitPriceIdr: totalIdr,
      amountIdr: totalIdr,
    },
  ],
});

export const BILLED = act('InvoicesController.submit', (today) => billed(today));
export const CORRECTED = act('InvoicesController.revise', (today) => billed(today));
export const BILL_RETURNED = act('VerificationController.returnIt', { reasons: ['V-08'] });
export const VERIFIED = act('VerificationController.verify', { lines: [], apart: true, tariffOf: undefined });
export const BILL_APPROVED = act('VerificationController.approve');

export const STAGE_TWO = act('AccidentsController.reportStageTwo', { reportedAt: undefined });

export const CONCLUDED = [act('AccidentsController.receiveEvidence'), concluded('WORK_ACCIDENT'), STAGE_TWO];

export const CLAIMED_BY_ONESELF = act('JkkClaimsController.submit', { claimant: 'PARTICIPANT' });
export const CLAIMED_FOR_DEATH = act('JkmClaimsController.submit');

/** A month without work since an accident of forty days ago. */
export const monthUnable = () =>
  act('InterimController.calculate', (today) => ({
    unableFrom: addDays(today, -40),
    unableUntil: addDays(today, -11),
  }));

const EVERY_PAPER = DOCUMENT_KINDS.map((kind) => ({ kind, reference: 'map 7' }));

/** What the claim has not got yet; some have everything. */
export const PAPERS: Act = {
  ...act('ClaimsController.addDocuments', { documents: EVERY_PAPER }),
  once: true,
};

export const CALCULATED = act('ClaimsController.calculate');
export const APPROVED = act('ClaimsController.approve');
export const DENIED = act('ClaimsController.deny');

export const DECIDED = [PAPERS, CALCULATED, APPROVED];

export const INSTRUCTED = act('PayoutsController.instruct', (today) => ({ instructedOn: today }));

const bankSays = (result: string, more: Saying) =>
  act('PayoutsController.recordBankResult', (today) => ({ result, on: today, ...more }));

export const PAID = [
  INSTRUCTED,
  bankSays('ACCEPTED', { amountIdr: undefined, reason: undefined }),
  bankSays('SETTLED', { amountIdr: SAID, bankReference: SAID, reason: undefined }),
];

/** The bank was told so late that the delay owes something. */
export const PAID_LATE = [later(45, INSTRUCTED), ...PAID.slice(1)];

const saidLate = bankSays('SETTLED', { amountIdr: SAID, bankReference: SAID, reason: undefined });

/** Finance says so late that the money arrived that a second person has to confirm it, and does the second time. */
export const SAID_LATE = [
  ...PAID.slice(0, 2),
  later(30, { ...saidLate, saying: (today) => saidLate.saying(addDays(today, -20)) }),
  act('PayoutsController.refuseSettlement'),
  { ...saidLate, saying: (today: LocalDate) => saidLate.saying(addDays(today, -20)) },
  act('PayoutsController.confirmSettlement'),
];

export const RETURNED = [
  INSTRUCTED,
  bankSays('RETURNED', { amountIdr: undefined, reason: 'ACCOUNT_CLOSED' }),
  act('PayoutsController.correctAccount'),
  act('PayoutsController.confirmAccount'),
  ...PAID,
];

/** What arrived comes back as a whole. */
export const CAME_BACK = act('PayoutsController.recordMoneyBack', (today) => ({
  amountIdr: SAID,
  on: today,
}));

/** The bank returns what had arrived: nobody has it, whoever owed it. */
export const BACK_FROM_THE_BANK = act('PayoutsController.recordMoneyBack', (today) => ({
  from: 'BANK',
  reason: 'ACCOUNT_CLOSED',
  amountIdr: SAID,
  on: today,
}));

/** Parts of what arrived come back, one after the other, and something is kept wrongly. */
export const PARTS_BACK = Array.from({ length: 4 }).flatMap(() => [
  act('PayoutsController.recordPartBack', (today) => ({ amountIdr: 1, on: today, keptIdr: undefined })),
  act('PayoutsController.recordPartBack', (today) => ({ amountIdr: 1, keptIdr: 1, on: today })),
]);

/** It arrives, comes back, and is paid again; and comes back, and is given up. */
export const PAID_AND_BACK = [
  ...PAID,
  CAME_BACK,
  act('PayoutsController.correctAccount'),
  act('PayoutsController.confirmAccount'),
  ...PAID,
  CAME_BACK,
  act('PayoutsController.cancel', { reason: 'NOT_OWED' }),
];

const EVERYTHING_OF_SCHOOL = SCHOOL_PAPERS.map((kind) => ({ kind, reference: '1/2026' }));

export const studied = (evidence: readonly object[]) => [
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

export const GOES_TO_SCHOOL = [
  ...studied(EVERYTHING_OF_SCHOOL.slice(-1)),
  ...studied(EVERYTHING_OF_SCHOOL),
  act('ScholarshipsController.end'),
  act('ScholarshipsController.resume'),
  act('ScholarshipsController.end'),
];

/** What the law refuses is granted by somebody above the office. */
export const granted = (ground: string, code: string) =>
  act('LeftToPeopleController.determine', { ground, components: [{ code, amountIdr: 10_000_000 }] });

/** Whoever claims does not accept the last decision; somebody else answers. */
export const objected = (answer: string) => [
  act('AfterDecisionController.raise'),
  act('AfterDecisionController.answer', { answer }),
];

/** What an approved claim comes to is said otherwise, and approved. */
export const saidOtherwise = (amountIdr: number, code: string, more: Saying = {}) => [
  act('AfterDecisionController.sayDifference', {
    ground: 'COURT',
    components: [{ code, amountIdr }],
    ...more,
  }),
  act('ClaimsController.approveDifference'),
];

/** Nobody was paid for several heirs: whoever is paid has died. */
export const HEIR_DIED = act('AfterDecisionController.reportHeirDeath', (today) => ({
  diedOn: today,
  heirId: undefined,
}));

/** One of several who are paid has died: the others are paid meanwhile. */
export const ONE_HEIR_DIED = act('AfterDecisionController.reportHeirDeath', (today) => ({
  diedOn: today,
  heirId: SAID,
}));

/** It was somebody else. */
export const HEIR_LIVES = act('AfterDecisionController.revokeHeirDeath', { heirId: undefined });

/** A child of age who is paid. */
const HEIR = {
  relation: 'CHILD',
  standing: 'PAID',
  name: 'Putri Contoh',
  birthDate: '1990-01-01',
  account: { bank: 'Bank Contoh', number: '0000011111', holder: 'Putri Contoh' },
};

export const DIED = act('ParticipantsController.reportDeath', (today) => ({ diedOn: today }));

/** A member dies, and is paid for. */
export const DEATH_DECIDED = [...COVERED, DIED, CLAIMED_FOR_DEATH, ...DECIDED];

export const TWO_HEIRS = act('LeftToPeopleController.establishHeirs', {
  sharing: 'EQUAL',
  inPlaceOfId: undefined,
  heirs: [HEIR, { ...HEIR, name: 'Putra Contoh' }],
});

export const ALIVE = { injuries: [], diedOn: undefined, unableFrom: undefined, unableUntil: undefined };

export const stated = (condition: string, more: Act['saying']) =>
  act('AccidentsController.issueStatement', (today) => ({ condition, statedOn: today, ...more?.(today) }));

export const HEALED = stated('HEALED', () => ALIVE);

/** Whoever was hurt is healed, and claims. */
export const CLAIMED_ONCE_HEALED = [HEALED, ...CONCLUDED, CLAIMED_BY_ONESELF];

/** The so many-th month after the one that was paid: it settles arrears of the accident. */
export const arrearsPaid = (month: number) =>
  act('ParticipantsController.recordContribution', (today) => ({
    ...BY_ONESELF,
    amountIdr: undefined,
    months: 1,
    period: addPeriods(periodOf(addDays(today, -65)), month),
    paidOn: today,
    settlesEventOn: new SaidAs('occurredOn'),
  }));

/** A member since today has died, and was one for longer: that comes out once the claim is approved. */
export const PAID_ANEW_WHEN_LATE = [
  ...memberSince(110),
  monthsPaid(1, 0, FOR_NO_EVENT),
  DIED,
  CLAIMED_FOR_DEATH,
  ...DECIDED,
  monthsPaid(3, 95, FOR_NO_EVENT),
];

/** A member with a child at school dies of an accident at work, and a benefit is approved. */
export const DIED_OF_AN_ACCIDENT = [
  ...WITH_CHILD,
  HAPPENED,
  reportedStageOne('DEATH'),
  DIED,
  stated('DEAD', (today) => ({ ...ALIVE, diedOn: today })),
  act('DeathsController.trace'),
  ...CONCLUDED,
  act('JkkClaimsController.submit', { claimant: 'HEIR' }),
  ...DECIDED,
];
