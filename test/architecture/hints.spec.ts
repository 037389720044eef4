import 'reflect-metadata';
import { describe, expect, it } from '@jest/globals';
import { CONTEXTS } from '#contexts';
import { refusalTables } from '../../apps/standalone/scripts/refusal-tables.js';
import { declaredCommands } from '../property/declared.js';

/** What is allowed instead and is no command: another value of the same request, or that nothing is left to do. */
const NO_COMMAND = {
  'a value': [
    /^(employerId|heirId|inPlaceOfId|workedFor|projectId|nthOfDay|placeKind|kind|effect|paidBy|statedOn|condition|status|amountIdr)\b/,
    /^(the invoice without paidBy|the facilityId of your token|a facility with an agreement in force|no injuries|leave (amountIdr|keptIdr) out)$/,
    /^(the bankReference of this payment|RETURNED, where the bank .*)$/,
    /^(the id of one of GET \/findings|name them too, paid or with their letter|a new instructionNumber|another reason|hand them in with the same request|an invoice of the days (up to|before) .*)$/,
    /^with NOT_COVERED and the police report where none pays$/,
    /^(LAW_TEXT|INSPECTOR|MINISTER|COURT|answer and evidence|words and evidence|AS_APPROVED)$/,
    /^(subjectId of CLAIM.*|the participant of the claim or accident|the id of a participant|CONTENT or WITHDRAWN.*|WITHDRAWN)$/,
    /^(sharing (COURT|AGREED), with .*|standing PAID of at least one|standing (PAID|AUTHORISES|DIED), with .*|those who come first are paid|name them too, .*)$/,
    /^((birthDate|diedOn) until ‹today›|diedOn from ‹(inheritedOn|bornOn)› on|heirs with each of them once|nik of both, where .*)$/,
    /^(sums that agree|lines 1, 2, 3 …|a code from S00 to T98|externalCause from V01 to Y98|the line with acceptedIdr and V-07)$/,
    /^(notes: (STAND|REPLACED)|besideCuts: true), where .*$/,
    /^(a token that names your office|apart: true|facilityId|referencePriceIdr|tariffOf: .*|medicalReview: .*)$/,
  ],
  'chosen by its values, from those that are named elsewhere': [/^‹[\w.]+›$/],
  'nothing, or what happens by itself': [
    /^nothing: /,
    /^an approved claim (grants its scholarships|or school year orders its payments) by itself$/,
  ],
  'somebody else': [
    /^another supervisor$/,
    /^send the heir to the office of the claim$/,
    /^somebody else (goes on with|answers|does) it$/,
    /^a supervisor with `authority` .*$/,
    /^the mediator records it$/,
  ],
} as const;

/** The commands that hints name, in their words. */
const COMMANDS: readonly (readonly [hint: RegExp, ...commands: string[]])[] = [
  [/^record money that came back$/, 'RecordMoneyBack'],
  [/^do not approve the interim payment$/, 'DropInterim'],
  [/^a supervisor says of the claim why it goes on$/, 'SettleDoubt'],
  [/^explain or confirm the finding$/, 'ExplainFinding', 'ConfirmFinding'],
  [/^record the part that came back$/, 'RecordPartBack'],
  [/^refuse what waits for a signature$/, 'RefusePlkkProposal', 'RefuseSponsorProposal'],
  [/^notify the accident$/, 'NotifyAccident'],
  [/^register the victim with the employer/, 'JoinEmployer'],
  [/^name the worker by the pay list/, 'PlaceWorker'],
  [/^report stage one$/, 'ReportStageOne'],
  [/^report stage (two|II)$/, 'ReportStageTwo'],
  [/^receive evidence/, 'ReceiveEvidence'],
  [/^record (an invoice of past care|care for reimbursement)$/, 'RecordCare'],
  [/^conclude the accident$/, 'ConcludeAccident'],
  [/^record a determination/, 'IssueDetermination'],
  [/^name who bears the care$/, 'NameCareBearer'],
  [/^withdraw the notice and give it anew$/, 'WithdrawNotice', 'NotifyAccident'],
  [/^correct its sum$/, 'CorrectCare'],
  [/^report a relapse$/, 'ReportRelapse'],
  [/^calculate an interim payment$/, 'CalculateInterim'],
  [/^do not approve the interim payment$/, 'DropInterim'],
  [/^issue a doctor statement/, 'IssueDoctorStatement'],
  [/^issue a PLKK referral$/, 'IssuePlkkReferral'],
  [/^(issue )?a guarantee letter( of the office)?$/, 'IssueGuaranteeLetter'],
  [/^submit an invoice( with its lines.*)?$/, 'SubmitInvoice'],
  [/^withdraw the invoice/, 'WithdrawInvoice'],
  [/^revise the invoice$/, 'ReviseInvoice'],
  [/^(verify the invoice|verification by somebody else)$|^cut the line for another reason/, 'VerifyInvoice'],
  [/^(approve the invoice|approval by somebody else)$/, 'ApproveInvoice'],
  [/^return the invoice$/, 'ReturnInvoice'],
  [/^let the invoice in again/, 'ReadmitInvoice'],
  [/^pass the invoice on$/, 'PassInvoiceOn'],
  [/^credit the invoice$/, 'CreditInvoice'],
  [/^show who paid the invoice$/, 'ShowPayment'],
  [/withdraws? the fatal outcome/, 'WithdrawFatalOutcome'],
  [/^take the death back|settles what JKM paid/, 'RevokeDeath'],
  [/^name the other payer/, 'NameOtherPayer'],
  [/^report the death$/, 'ReportDeath'],
  [/^trace the death/, 'TraceDeath'],
  [/takes (that|the) trace/, 'RemoveTrace'],
  [/^correct the day of the death$/, 'CorrectDeathDay'],
  [/^submit a( JKK| JKM)? claim/, 'SubmitClaim'],
  [/^add documents/, 'AddDocuments'],
  [/^propose (a denial|to deny the claim)$/, 'ProposeDenial'],
  [/^calculate the benefit|^go on with that claim/, 'CalculateBenefit'],
  [/^record their contributions/, 'RecordContribution'],
  [/^record the consent of whoever is paid/, 'ConsentToSetOff'],
  [/^approve the compensation$/, 'ApproveCompensation'],
  [/^deny the compensation$/, 'DenyCompensation'],
  [/^deny|denies it$/, 'DenyClaim'],
  [/^approve$|^another person approves it$/, 'ApproveClaim'],
  [/^the head of that office delegates it to you/, 'DelegateAuthority'],
  [/decides it(, with `authority` .*)?$/, 'ApproveClaim', 'DenyClaim'],
  [/^record the answer$|^give the wait up|^end the wait of the claim$/, 'EndWait'],
  [/^say what is due, with a ground$/, 'DetermineBenefit'],
  [/^establish the heirs$/, 'EstablishHeirs'],
  [/^record that heirs disagree about what was approved$/, 'ReportDispute'],
  [/^record which of the heirs has died$/, 'ReportHeirDeath'],
  [/^take back that the heir has died$/, 'RevokeHeirDeath'],
  [/gives it up$/, 'WaiveReceivable'],
  [/^refuse the waiver$/, 'RefuseWaiver'],
  [/^approve or deny that claim first$/, 'ApproveClaim', 'DenyClaim'],
  [/^approve the difference$/, 'ApproveDifference'],
  [/^calculate what is due beside|calculates it anew$/, 'ReassessClaim'],
  [/^a supervisor reopens/, 'ReopenClaim'],
  [/^refuse the document$/, 'RefuseDocument'],
  [/^ask for a further document$/, 'AskFurtherDocuments'],
  [/^send it back/, 'SendClaimBack'],
  [/cancels? (the claim|this one)/, 'CancelClaim'],
  [/^let (the ‹entitled›|the heir|another heir) take the claim over$/, 'TakeClaimOver'],
  [
    /^(let )?a second person confirms? it/,
    'ConfirmNotice',
    'ConfirmRegistration',
    'ConfirmContributions',
    'ConfirmDeath',
    'ConfirmFamily',
    'ConfirmPlacement',
  ],
  [/^record an objection$/, 'RaiseObjection'],
  [/^answer the objection$|^answer that it is rejected$/, 'AnswerObjection'],
  [/^a supervisor opens the claim again/, 'ReopenClaim'],
  [/^record how the dispute (of the claim )?ended$/, 'EndDispute'],
  [/^record who inherits$/, 'EstablishHeirs'],
  [/redirects (the payment|it)$/, 'RedirectPayout'],
  [/^close the review of that claim/, 'CloseReview'],
  [/^record (a complaint about the claim|another complaint)/, 'ReceiveComplaint'],
  [/^answer the complaint$/, 'AnswerComplaint'],
  [/^pass it on to the unit/, 'EscalateComplaint'],
  [/^begin a mediation$/, 'BeginMediation'],
  [/^record how the mediation ended$/, 'EndMediation'],
  [/^close it$/, 'CloseComplaint'],
  [/^end the right/, 'EndScholarship'],
  [/^correct the birth date of the child$/, 'CorrectChild'],
  [/resumes? the right/, 'ResumeScholarship'],
  [/^submit (new )?evidence/, 'SubmitEvidence'],
  [/^approval by another person$/, 'ApproveYear'],
  [/^say where the employer is paid/, 'NameAccount'],
  [/^put an addendum forward with the new account/, 'AmendPlkkAgreement'],
  [/cancels? the payment/, 'CancelPayout'],
  [/^record that what is owed was paid$/, 'SettleReceivable'],
  [/^let a second person confirm the account$/, 'ConfirmPayoutAccount'],
  [/^somebody else confirms the settlement$/, 'ConfirmSettlement'],
  [/^instruct the bank$|^somebody else instructs the bank$/, 'InstructPayout'],
];

const OF = ['accidents', 'deaths', 'claims', 'billing', 'scholarships', 'payouts', 'reviews', 'complaints'];

describe('What a refusal says is allowed instead', () => {
  const commands = new Set(declaredCommands(CONTEXTS));
  const hints = refusalTables()
    .filter(({ of }) => OF.includes(of))
    .flatMap(({ of, refusals }) =>
      refusals.flatMap(({ code, allowed }) => allowed.map(({ en }) => ({ of, code, en }))),
    );

  it('names a command, a value, or that nothing is left to do', () => {
    const known = [...COMMANDS.map(([hint]) => hint), ...Object.values(NO_COMMAND).flat()];
    const unknown = hints.filter(({ en }) => !known.some((hint) => hint.test(en)));
    expect(hints.length).toBeGreaterThan(100);
    expect(unknown).toEqual([]);
  });

  it.each(COMMANDS)('%s is something that can be sent', (hint, ...named) => {
    expect(named.filter((name) => !commands.has(name))).toEqual([]);
    expect(String(hint)).not.toBe('');
  });
});
