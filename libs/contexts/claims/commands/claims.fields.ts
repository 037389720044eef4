import { BankAccountBody, asked, shape } from '#http';
import type { Role } from '#kernel';
import { RELATIONS } from '#law';
import {
  DENIAL_REASONS,
  DOCUMENT_FAULTS,
  INTERESTS,
  REOPENING_GROUNDS,
  SENT_BACK_FOR,
  WAIVER_GROUNDS,
  WITHDRAWAL_REASONS,
} from '../domain/claim-by-people.events.js';
import { DISPUTE_ENDS, DISPUTE_OUTCOMES, OBJECTION_ANSWERS } from '../domain/after-decision.events.js';
import { DOUBT_SETTLEMENTS } from '../domain/doubt.events.js';
import {
  DETERMINATION_GROUNDS,
  SAID_SCHOLARSHIPS,
  WAIT_ENDS,
  WAIT_REASONS,
} from '../domain/left-to-people.events.js';
import { DETERMINABLE } from '../programmes/index.js';
import { HEIR_STANDINGS, SHARINGS } from '../domain/heirs.events.js';
import { SET_OFF_REASONS } from '../domain/arrears.events.js';
import { CANCEL_REASONS } from '../domain/claim.events.js';
import { PART_STANDINGS } from '../domain/decision.events.js';
import { CLAIMANTS, DOCUMENT_KINDS } from '../domain/handed-in.events.js';

/** Words of a person for a person. They are sealed: they may tell of somebody. */
const words = (description: string) => asked.text({ min: 20, max: 2000, description });

/** A paper of the office, which is named and not handed in. */
const paper = (what: string) => ({
  max: 100,
  description: `${what}: its number, or where it lies in the archive`,
});

/** Who hands claims and their papers in. */
export const SUBMITTERS: readonly Role[] = ['registrar', 'plkk', 'adjudicator'];

export class DocumentBody extends shape({
  kind: asked.code(DOCUMENT_KINDS),
  reference: asked.text({ max: 100, description: 'Its number, or where it lies in the archive' }),
  paperId: asked.uuid({
    optional: true,
    description: 'The file of it, which is no other document: `POST /papers`',
  }),
}) {}

export class ClaimantBody extends shape({
  claimantName: asked.name(),
  account: asked.nested(() => BankAccountBody),
  email: asked.email({ optional: true, description: 'Where whoever claims is told of letters' }),
  phone: asked.phone({ optional: true, description: 'The same by text message' }),
}) {}

export class AddDocumentsBody extends shape({
  documents: asked.nested(() => DocumentBody, { each: true, minItems: 1, maxItems: 50 }),
}) {}

export class CancelClaimBody extends shape({
  reason: asked.code(CANCEL_REASONS),
}) {}

export class SetOffBody extends shape({
  reason: asked.code(SET_OFF_REASONS, { description: 'Why the months cannot be taken any more' }),
  consent: asked.text(paper('The written consent of whoever is paid')),
}) {}

export class TakeClaimOverBody extends shape({
  claimant: asked.code(CLAIMANTS, { description: 'Who claims from now on' }),
  documents: asked.nested(() => DocumentBody, {
    each: true,
    maxItems: 50,
    description:
      'An heir shows the death and the right to inherit; what the claim has already may be left out',
  }),
  person: asked.nested(() => ClaimantBody),
}) {}

export class WithdrawClaimBody extends shape({
  reason: asked.code(WITHDRAWAL_REASONS),
  letter: asked.text(paper('The letter of whoever claims')),
}) {}

export class AskFurtherDocumentsBody extends shape({
  kinds: asked.code(DOCUMENT_KINDS, { each: true, minItems: 1, maxItems: DOCUMENT_KINDS.length }),
}) {}

export class RefuseDocumentBody extends shape({
  kind: asked.code(DOCUMENT_KINDS),
  fault: asked.code(DOCUMENT_FAULTS, { description: 'What is wrong with it' }),
}) {}

export class WaiveDocumentBody extends shape({
  kind: asked.code(DOCUMENT_KINDS),
  ground: asked.code(WAIVER_GROUNDS, { description: 'Why the claim goes on without it' }),
}) {}

export class ProposeDenialBody extends shape({
  reason: asked.code(DENIAL_REASONS),
  grounds: words('Why, in words'),
  evidence: asked.text(paper('What shows it')),
}) {}

export class SendClaimBackBody extends shape({
  lookAt: asked.code(SENT_BACK_FOR, { description: 'What should be looked at again' }),
  question: words('The question, in words'),
}) {}

export class ReopenClaimBody extends shape({
  ground: asked.code(REOPENING_GROUNDS),
  reason: words('What is new, or what went wrong'),
}) {}

export class NoteClaimBody extends shape({
  text: asked.text({ max: 2000 }),
}) {}

export class DeclareInterestBody extends shape({
  interest: asked.code(INTERESTS, { description: 'Whose the claim is' }),
}) {}

export class BeginWaitBody extends shape({
  reason: asked.code(WAIT_REASONS, { description: 'For what the claim waits' }),
  question: words('What is asked, and of whom'),
}) {}

export class EndWaitBody extends shape({
  reason: asked.code(WAIT_REASONS, {
    optional: true,
    description:
      'Which is answered, where the claim waits for two; without it the one that stops its payments',
  }),
  how: asked.code(WAIT_ENDS),
  answer: asked.text({ max: 2000, optional: true, description: 'What was answered; not of GIVEN_UP' }),
  evidence: asked.text({ ...paper('What shows it'), optional: true }),
}) {}

export class SettleDoubtBody extends shape({
  findingId: asked.uuid({ description: 'What was found' }),
  how: asked.code(DOUBT_SETTLEMENTS, {
    description: 'Whether it was put right, or does not bear on the claim',
  }),
  words: words('Why the claim goes on'),
  evidence: asked.text(paper('What shows it')),
}) {}

export class DeterminedComponentBody extends shape({
  code: asked.code(DETERMINABLE),
  amountIdr: asked.rupiah({ min: 1 }),
}) {}

const scholarship = asked.code(SAID_SCHOLARSHIPS, {
  optional: true,
  description:
    'Whether children get a scholarship by it; as the law has it for a death or a total permanent disability where absent',
});

export class DetermineBenefitBody extends shape({
  ground: asked.code(DETERMINATION_GROUNDS, { description: 'On what it rests' }),
  components: asked.nested(() => DeterminedComponentBody, { each: true, minItems: 1, maxItems: 20 }),
  scholarship,
  reason: words('Why, in words'),
  evidence: asked.text(paper('What shows it')),
}) {}

export class CalculateInterimBody extends shape({
  unableFrom: asked.day({ description: 'First day of incapacity that is paid for now' }),
  unableUntil: asked.day({ description: 'The last one; 30 days or more, and not after today' }),
  certificate: asked.text(paper('The rest certificate')),
  wageContinued: asked.yesNo({
    optional: true,
    description: 'Of a wage earner: whether the employer kept paying the wage, and so is paid',
  }),
}) {}

export class RaiseObjectionBody extends shape({
  grounds: words('What whoever claims does not accept, and why'),
  letter: asked.text(paper('The letter of whoever claims')),
}) {}

export class PartBody extends shape({
  code: asked.text({ max: 60, description: 'The component' }),
  approvedIdr: asked.rupiah({ min: 0, description: 'What of it is approved now' }),
  standing: asked.code(PART_STANDINGS, {
    description: 'The rest. CUT: refused; OPEN: looked at again, and paid as a difference',
  }),
}) {}

export class ApproveInPartBody extends shape({
  parts: asked.nested(() => PartBody, { each: true, minItems: 1, maxItems: 20 }),
  reason: words('Why less is approved than was calculated'),
}) {}

export class AnswerObjectionBody extends shape({
  answer: asked.code(OBJECTION_ANSWERS, {
    description: 'GRANTED: a denied claim is decided anew, an approved one computed anew',
  }),
  reason: words('Why, as the letter to whoever claims says it'),
}) {}

export class SayDifferenceBody extends shape({
  ground: asked.code(DETERMINATION_GROUNDS, { description: 'On what it rests' }),
  components: asked.nested(() => DeterminedComponentBody, {
    each: true,
    maxItems: 20,
    description: 'What is due to persons in all, with what was approved; none where nothing is',
  }),
  scholarship,
  reason: words('Why, in words'),
  evidence: asked.text(paper('What shows it')),
}) {}

export class ReportDisputeBody extends shape({
  words: words('Who says that they inherit, and what'),
  evidence: asked.text(paper('Their letter')),
}) {}

export class ReportHeirDeathBody extends shape({
  diedOn: asked.day({ description: 'When the heir died' }),
  heirId: asked.uuid({
    optional: true,
    description:
      'The heir, as the claim names them; needed where several are paid: only this share passes on',
  }),
  words: words('Which of the heirs'),
  evidence: asked.text(paper('The certificate of death')),
}) {}

export class RevokeHeirDeathBody extends shape({
  heirId: asked.uuid({
    optional: true,
    description: 'The heir who lives, as the claim names them; needed where several were reported dead',
  }),
  words: words('Why it is taken back'),
  evidence: asked.text(paper('What shows it')),
}) {}

export class EndDisputeBody extends shape({
  how: asked.code(DISPUTE_ENDS, { description: 'LAPSED: nobody has agreed or sued in its time' }),
  outcome: asked.code(DISPUTE_OUTCOMES, {
    description: 'OTHERWISE: it is recorded who inherits, and what has not left is paid to them',
  }),
  words: asked.text({ max: 2000, optional: true, description: 'What was agreed or judged; not of LAPSED' }),
  evidence: asked.text({ ...paper('What shows it'), optional: true }),
}) {}

export class GuardianBody extends shape({
  name: asked.name({ description: 'Who is paid for the minor' }),
  letter: asked.text({ max: 100, description: 'The letter of guardianship' }),
}) {}

export class HeirBody extends shape({
  relation: asked.code(RELATIONS, { description: 'To the deceased' }),
  standing: asked.code(HEIR_STANDINGS, {
    description:
      'DIED: before the participant, or since and before it is recorded; the order of the law passes over them',
  }),
  name: asked.name(),
  nik: asked.nik({ optional: true, description: 'Tells two of one name apart' }),
  birthDate: asked.day({
    optional: true,
    description:
      'Needed of a child, a grandchild, a sibling or whoever a will names, where they are paid; not after today',
  }),
  parts: asked.integer({
    min: 1,
    max: 1000,
    optional: true,
    description: 'Of all parts; 1 unless said otherwise',
  }),
  account: asked.nested(() => BankAccountBody, { optional: true, description: 'Of whoever is paid' }),
  guardian: asked.nested(() => GuardianBody, { optional: true, description: 'Of a minor' }),
  letter: asked.text({
    max: 100,
    optional: true,
    description: 'The power of attorney, the waiver, or the certificate of death, of whoever is not paid',
  }),
  diedOn: asked.day({ optional: true, description: 'Of whoever has died: DIED needs it, and the letter' }),
}) {}

export class EstablishHeirsBody extends shape({
  sharing: asked.code(SHARINGS, { description: 'By what they share' }),
  certificate: asked.text({ max: 100, description: 'The heir certificate, or the ruling of the court' }),
  agreement: asked.text({
    max: 100,
    optional: true,
    description: 'What shows how they share: AGREED needs it',
  }),
  notarialWill: asked.yesNo({ optional: true, description: 'A will among them is a notarial deed' }),
  inPlaceOfId: asked.uuid({
    optional: true,
    description:
      'The heir who died, whose share they take, as the claim names them; needed where several have died',
  }),
  heirs: asked.nested(() => HeirBody, {
    each: true,
    minItems: 1,
    maxItems: 20,
    description:
      'All that the certificate names, each once; what is left over of equal shares is the first one’s',
  }),
}) {}
