import { addDays, rupiah } from '#kernel';
import { ANYBODY, actionsOn, action, attempt } from '#runtime';
import { notAmong } from '../domain/documents-verdict.js';
import { DISPUTE_ENDS, OBJECTION_ANSWERS } from '../domain/after-decision.events.js';
import {
  DENIAL_REASONS,
  INTERESTS,
  REOPENING_GROUNDS,
  SENT_BACK_FOR,
  WAIVER_GROUNDS,
  WITHDRAWAL_REASONS,
} from '../domain/claim-by-people.events.js';
import { SET_OFF_REASONS } from '../domain/arrears.events.js';
import { CANCEL_REASONS } from '../domain/claim.events.js';
import { PART_STANDINGS } from '../domain/decision.events.js';
import { CLAIMANTS, DOCUMENT_KINDS, type DocumentKind } from '../domain/handed-in.events.js';
import { type ClaimState, type KnownDocument, claims, knownClaim } from '../domain/claim.js';
import { deathsOf } from '../domain/heir-deaths.js';
import { SHARINGS } from '../domain/heirs.events.js';
import { DOUBT_SETTLEMENTS } from '../domain/doubt.events.js';
import {
  DETERMINATION_GROUNDS,
  WAIT_ENDS,
  WAIT_REASONS,
  type WaitReason,
} from '../domain/left-to-people.events.js';
import { PAPERS_OF_HEIRS } from '../domain/policies/takeover.policies.js';
import { programmeOf } from '../programmes/index.js';
import { AddDocuments } from './add-documents.js';
import { AfterDecisionController } from './after-decision.controller.js';
import { AnswerObjection } from './answer-objection.js';
import { ApproveClaim } from './approve-claim.js';
import { ApproveDifference } from './approve-difference.js';
import { AskFurtherDocuments } from './ask-further-documents.js';
import { BeginWait } from './begin-wait.js';
import { CalculateBenefit } from './calculate-benefit.js';
import { CancelClaim } from './cancel-claim.js';
import { ClaimsByPeopleController } from './claims-by-people.controller.js';
import { ClaimsController } from './claims.controller.js';
import { ConsentToSetOff } from './consent-to-set-off.js';
import { DeclareInterest } from './declare-interest.js';
import { DenyClaim } from './deny-claim.js';
import { DetermineBenefit } from './determine-benefit.js';
import { SettleDoubt } from './doubts.js';
import { EndDispute, ReportDispute } from './disputes.js';
import { EndWait } from './end-wait.js';
import { EstablishHeirs } from './establish-heirs.js';
import { claimInSight } from './in-sight.js';
import { ApproveInterim, CalculateInterim, DropInterim } from './interim.js';
import { InterimController } from './interim.controller.js';
import { LeftToPeopleController } from './left-to-people.controller.js';
import { NoteClaim } from './note-claim.js';
import { ProposeDenial } from './propose-denial.js';
import { RaiseObjection } from './raise-objection.js';
import { ReassessClaim, SayDifference } from './reassess-claim.js';
import { RefuseDocument } from './refuse-document.js';
import { ReopenClaim } from './reopen-claim.js';
import { SendClaimBack } from './send-claim-back.js';
import { TakeClaimOver } from './take-claim-over.js';
import { WaiveDocument } from './waive-document.js';
import { ReportHeirDeath, RevokeHeirDeath } from './wanted-heirs.js';
import { WithdrawClaim } from './withdraw-claim.js';

const { words, reference, account, name: claimantName } = ANYBODY;

/** What a claim that waits for somebody else was asked for, or lacks since it was refused. */
const askedMeanwhile = (claim: ClaimState): readonly DocumentKind[] => {
  if (claim.situation !== 'WAITING') return [];
  const { asked = [], documents } = claim;
  const refused = documents.flatMap(({ kind, fault }) => (fault ? [kind] : []));
  return notAmong(documents, [...new Set([...asked, ...refused])]);
};

/** What is missing of a claim; any document where nothing is, so that the command says why none is asked for. */
const missingOf = (claim: ClaimState): readonly [DocumentKind, ...DocumentKind[]] => {
  const [first = 'KK', ...more] = claim.situation === 'INCOMPLETE' ? claim.missing : askedMeanwhile(claim);
  return [first, ...more];
};

const documentsOf = (claim: ClaimState): readonly KnownDocument[] =>
  claim.situation === 'UNKNOWN' ? [] : claim.documents;

/** What counts of the documents of a claim; any where none does. */
const countingOf = (claim: ClaimState): readonly DocumentKind[] => {
  const kinds = documentsOf(claim).flatMap(({ kind, fault }) => (fault ? [] : [kind]));
  return kinds.length > 0 ? [...new Set(kinds)] : ['KK'];
};

const handedIn = (kinds: readonly DocumentKind[]) => kinds.map((kind) => ({ kind, reference }));

/** A component that a person may grant of such a claim, in an amount that is no part of what facilities invoiced. */
const grantedOf = (claim: ClaimState) => {
  const { determinable = [] } = claim.situation === 'UNKNOWN' ? {} : programmeOf(claim.programme);
  return determinable.slice(0, 1).map((code) => ({ code, amountIdr: rupiah(1) }));
};

/** One of those who are paid, where heirs were established, and has not died; any where all have, so that the command says why. */
const anHeirOf = (claim: ClaimState) => {
  const { heirs = [], ...known } = knownClaim(claim);
  const dead = deathsOf(known).map(({ heirId }) => heirId);
  const one = heirs.find(({ heirId }) => !dead.includes(heirId)) ?? heirs[0];
  return one && { heirId: one.heirId };
};

/** One of those who have died and whose place nobody has. */
const aDeadHeirOf = (claim: ClaimState): string | undefined => deathsOf(knownClaim(claim))[0]?.heirId;

/** For what it waits; for nothing in particular where it is one thing, or none. */
const awaitedIn = (claim: ClaimState): readonly (WaitReason | undefined)[] =>
  claim.situation === 'WAITING' && claim.stop ? [claim.stop.reason, claim.awaited.reason] : [undefined];

/** The same of one that was approved: what facilities are paid is not said. */
const saidOf = (claim: ClaimState) =>
  grantedOf(claim).filter(
    ({ code }) => claim.situation !== 'UNKNOWN' && code !== programmeOf(claim.programme).careByFacilities,
  );

/** The first component that persons are paid, less than was calculated; any where nothing is, so that the command says why. */
const firstOf = (claim: ClaimState) => {
  const found = claim.situation === 'CALCULATED' ? claim.assessment.components : [];
  const [first] = found.filter(({ payee }) => payee !== 'PLKK');
  return { code: first?.code ?? '-', approvedIdr: rupiah(Math.max(0, (first?.amountIdr ?? 1) - 1)) };
};

/** What was found and is not answered; the claim itself where nothing is, so that the command says why. */
const doubtsOf = (claim: ClaimState): readonly string[] => {
  const { claimId, doubts = [] } = knownClaim(claim);
  const open = doubts.filter(({ isOpen }) => isOpen).map(({ findingId }) => findingId);
  return open.length > 0 ? open : [claimId];
};

/** An heir of the first rank who is paid. */
const HEIR = { relation: 'SPOUSE', standing: 'PAID', name: claimantName, account } as const;

/** Everything that can be done with a claim that was handed in. What is open of it, the commands say. */
export const claimActions = actionsOn(claims, 'claimId', { known: knownClaim, permit: claimInSight }, [
  action(
    'add-documents',
    ClaimsController,
    'addDocuments',
    ({ id: claimId, state }) =>
      missingOf(state).map((kind) => attempt(AddDocuments, { claimId, documents: handedIn([kind]) }, kind)),
    'documents.kind',
  ),
  action('calculate-benefit', ClaimsController, 'calculate', ({ id: claimId }) => [
    attempt(CalculateBenefit, { claimId }),
  ]),
  action('calculate-interim', InterimController, 'calculate', ({ id: claimId, state }) => {
    const { eventDate: unableFrom } = knownClaim(state);
    const unableUntil = addDays(unableFrom, 29);
    return [attempt(CalculateInterim, { claimId, unableFrom, unableUntil, certificate: reference })];
  }),
  action('approve-interim', InterimController, 'approve', ({ id: claimId }) => [
    attempt(ApproveInterim, { claimId }),
  ]),
  action('drop-interim', InterimController, 'drop', ({ id: claimId }) => [attempt(DropInterim, { claimId })]),
  action('approve-claim', ClaimsController, 'approve', ({ id: claimId }) => [
    attempt(ApproveClaim, { claimId }),
  ]),
  action(
    'approve-in-part',
    AfterDecisionController,
    'approveInPart',
    ({ id: claimId, state }) =>
      PART_STANDINGS.map((standing) =>
        attempt(ApproveClaim, { claimId, parts: [{ ...firstOf(state), standing }], reason: words }, standing),
      ),
    'parts.standing',
  ),
  action('deny-claim', ClaimsController, 'deny', ({ id: claimId }) => [attempt(DenyClaim, { claimId })]),
  action('send-claim-back', ClaimsByPeopleController, 'sendBack', ({ id: claimId }) => [
    attempt(SendClaimBack, { claimId, lookAt: SENT_BACK_FOR[0], question: words }),
  ]),
  action(
    'propose-denial',
    ClaimsByPeopleController,
    'proposeDenial',
    ({ id: claimId }) =>
      DENIAL_REASONS.map((reason) =>
        attempt(ProposeDenial, { claimId, reason, grounds: words, evidence: reference }, reason),
      ),
    'reason',
  ),
  action(
    'ask-further-documents',
    ClaimsByPeopleController,
    'askFurther',
    ({ id: claimId }) =>
      DOCUMENT_KINDS.map((kind) => attempt(AskFurtherDocuments, { claimId, kinds: [kind] }, kind)),
    'kinds',
  ),
  action(
    'refuse-document',
    ClaimsByPeopleController,
    'refuseDocument',
    ({ id: claimId, state }) =>
      countingOf(state).map((kind) => attempt(RefuseDocument, { claimId, kind, fault: 'ILLEGIBLE' }, kind)),
    'kind',
  ),
  action(
    'waive-document',
    ClaimsByPeopleController,
    'waiveDocument',
    ({ id: claimId, state }) =>
      missingOf(state).map((kind) =>
        attempt(WaiveDocument, { claimId, kind, ground: WAIVER_GROUNDS[0] }, kind),
      ),
    'kind',
  ),
  action('consent-to-set-off', ClaimsController, 'consentToSetOff', ({ id: claimId }) => [
    attempt(ConsentToSetOff, { claimId, reason: SET_OFF_REASONS[0], consent: reference }),
  ]),
  action(
    'take-claim-over',
    ClaimsController,
    'takeOver',
    ({ id: claimId }) =>
      CLAIMANTS.map((claimant) => {
        const documents = handedIn(claimant === 'HEIR' ? PAPERS_OF_HEIRS : []);
        const person = { claimantName, account };
        return attempt(TakeClaimOver, { claimId, claimant, documents, person }, claimant);
      }),
    'claimant',
  ),
  action(
    'establish-heirs',
    LeftToPeopleController,
    'establishHeirs',
    ({ id: claimId, state }) => {
      const named = { certificate: reference, agreement: reference, heirs: [HEIR] };
      const inPlaceOfId = aDeadHeirOf(state);
      return SHARINGS.map((sharing) =>
        attempt(EstablishHeirs, { claimId, sharing, ...named, ...(inPlaceOfId && { inPlaceOfId }) }, sharing),
      );
    },
    'sharing',
  ),
  action(
    'begin-wait',
    LeftToPeopleController,
    'beginWait',
    ({ id: claimId }) =>
      WAIT_REASONS.map((reason) => attempt(BeginWait, { claimId, reason, question: words }, reason)),
    'reason',
  ),
  action(
    'end-wait',
    LeftToPeopleController,
    'endWait',
    ({ id: claimId, state }) =>
      WAIT_ENDS.flatMap((how) =>
        awaitedIn(state).map((reason) =>
          attempt(
            EndWait,
            { claimId, ...(reason && { reason }), how, answer: words, evidence: reference },
            how,
          ),
        ),
      ),
    'how',
  ),
  action(
    'settle-doubt',
    LeftToPeopleController,
    'settleDoubt',
    ({ id: claimId, state }) =>
      doubtsOf(state).map((findingId) =>
        attempt(
          SettleDoubt,
          { claimId, findingId, how: DOUBT_SETTLEMENTS[0], words, evidence: reference },
          findingId,
        ),
      ),
    'findingId',
  ),
  action(
    'determine-benefit',
    LeftToPeopleController,
    'determine',
    ({ id: claimId, state }) =>
      DETERMINATION_GROUNDS.map((ground) =>
        attempt(
          DetermineBenefit,
          { claimId, ground, components: grantedOf(state), reason: words, evidence: reference },
          ground,
        ),
      ),
    'ground',
  ),
  action('declare-interest', ClaimsByPeopleController, 'declareInterest', ({ id: claimId }) => [
    attempt(DeclareInterest, { claimId, interest: INTERESTS[0] }),
  ]),
  action('withdraw-claim', ClaimsByPeopleController, 'withdraw', ({ id: claimId }) => [
    attempt(WithdrawClaim, { claimId, reason: WITHDRAWAL_REASONS[0], letter: reference }),
  ]),
  action(
    'reopen-claim',
    ClaimsByPeopleController,
    'reopen',
    ({ id: claimId }) =>
      REOPENING_GROUNDS.map((ground) => attempt(ReopenClaim, { claimId, ground, reason: words }, ground)),
    'ground',
  ),
  action('raise-objection', AfterDecisionController, 'raise', ({ id: claimId }) => [
    attempt(RaiseObjection, { claimId, grounds: words, letter: reference }),
  ]),
  action(
    'answer-objection',
    AfterDecisionController,
    'answer',
    ({ id: claimId }) =>
      OBJECTION_ANSWERS.map((answer) => attempt(AnswerObjection, { claimId, answer, reason: words }, answer)),
    'answer',
  ),
  action('report-dispute', AfterDecisionController, 'reportDispute', ({ id: claimId }) => [
    attempt(ReportDispute, { claimId, words, evidence: reference }),
  ]),
  action(
    'end-dispute',
    AfterDecisionController,
    'endDispute',
    ({ id: claimId }) =>
      DISPUTE_ENDS.map((how) =>
        attempt(EndDispute, { claimId, how, outcome: 'AS_APPROVED', words, evidence: reference }, how),
      ),
    'how',
  ),
  action(
    'report-heir-death',
    AfterDecisionController,
    'reportHeirDeath',
    ({ id: claimId, today: diedOn, state }) => [
      attempt(ReportHeirDeath, { claimId, diedOn, ...anHeirOf(state), words, evidence: reference }),
    ],
  ),
  action('revoke-heir-death', AfterDecisionController, 'revokeHeirDeath', ({ id: claimId, state }) => {
    const heirId = aDeadHeirOf(state);
    return [attempt(RevokeHeirDeath, { claimId, ...(heirId && { heirId }), words, evidence: reference })];
  }),
  action('reassess-claim', ClaimsController, 'reassess', ({ id: claimId }) => [
    attempt(ReassessClaim, { claimId }),
  ]),
  action(
    'say-difference',
    AfterDecisionController,
    'sayDifference',
    ({ id: claimId, state }) =>
      DETERMINATION_GROUNDS.map((ground) =>
        attempt(
          SayDifference,
          { claimId, ground, components: saidOf(state), reason: words, evidence: reference },
          ground,
        ),
      ),
    'ground',
  ),
  action('approve-difference', ClaimsController, 'approveDifference', ({ id: claimId }) => [
    attempt(ApproveDifference, { claimId }),
  ]),
  action(
    'cancel-claim',
    ClaimsController,
    'cancel',
    ({ id: claimId }) => CANCEL_REASONS.map((reason) => attempt(CancelClaim, { claimId, reason }, reason)),
    'reason',
  ),
  action('note-claim', ClaimsByPeopleController, 'note', ({ id: claimId }) => [
    attempt(NoteClaim, { claimId, text: words }),
  ]),
]);
