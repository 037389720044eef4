import type { RecordedEvent } from '#event-store';
import { type Change, append, change, put, via } from '#followers';
import { type EventOf, type Rupiah, opened, rupiah, totalOf } from '#kernel';
import type { ClaimEvent } from '../../domain/claim.events.js';
import type { ApprovedPart } from '../../domain/decision.events.js';
import { arithmeticOf } from '../../domain/kept-calculation.js';
import type { LetterContents } from './letter-contents.js';
import { type CaseRow, type Found, cases, letters, names } from './letter.tables.js';
import { letter, shownAccount } from './new-letter.js';

type Recorded<Type extends ClaimEvent['type']> = RecordedEvent<EventOf<ClaimEvent, Type>>;

/** A letter about a claim, made of what is known of it at this place in the log. */
const aboutClaim = <Type extends ClaimEvent['type']>(
  event: Recorded<Type>,
  contents: (row: CaseRow) => LetterContents,
  tellsOfHealth = false,
): Change =>
  append(
    letters,
    via(cases, event.data.claimId, (row) => letter(event, row.subject, contents(row), { tellsOfHealth })),
  );

const ofCase = (claimId: string, to: (row: CaseRow) => Partial<CaseRow>): Change =>
  change(cases, claimId, (row) => ({ ...row, ...to(row) }));

function foundBy({ data }: Recorded<'BenefitCalculated' | 'BenefitReassessed' | 'InterimCalculated'>): Found {
  const arithmetic = arithmeticOf(data.components, opened(data.health)?.arithmetic);
  return {
    totalIdr: data.totalIdr,
    ruleSetVersion: data.ruleSetVersion,
    components: data.components.map((component, line) => ({
      ...component,
      arithmetic: arithmetic[line] ?? null,
    })),
  };
}

function caseOf({ data }: Recorded<'ClaimSubmitted'>, participantName: string | null): CaseRow {
  const { claimId, participantId, accidentId = null, programme, eventDate, office, documents } = data;
  const person = opened(data.person);
  const addressee = person?.claimantName ?? null;
  return {
    claimId,
    subject: { participantId, participantName, addressee, claimId, accidentId, programme, eventDate, office },
    account: shownAccount(person?.account),
    heirs: {},
    documents: documents.map(({ kind }) => kind),
    refused: [],
    found: null,
    foundAnew: null,
    foundSoFar: null,
    approvedIdr: rupiah(0),
    interimPaidIdr: rupiah(0),
    objectedTo: null,
  };
}

interface Paid {
  readonly employerId?: string;
  readonly facilityId?: string;
  readonly amountIdr: Rupiah;
}

/** What of it is a person's: an employer and a facility are told by themselves. */
const toPersons = (paid: readonly Paid[]): Rupiah =>
  totalOf(paid.filter(({ employerId, facilityId }) => employerId === undefined && facilityId === undefined));

/** The components as they were approved, with the arithmetic of the calculation where nothing was cut of them. */
const explained = (
  components: Found['components'],
  parts: readonly ApprovedPart[] = [],
): Found['components'] =>
  components.flatMap((component) => {
    const part = parts.find(({ code }) => code === component.code);
    if (!part) return [component];
    return part.approvedIdr > 0 ? [{ ...component, amountIdr: part.approvedIdr, arithmetic: null }] : [];
  });

/** What claims come to, and the letters that tell of it. */
export const fromClaims = {
  ClaimSubmitted: (event: Recorded<'ClaimSubmitted'>) => [
    put(cases, caseOf(event, null)),
    put(
      cases,
      via(names, event.data.participantId, ({ name }) => caseOf(event, name)),
    ),
  ],
  ClaimTakenOver: ({ data }: Recorded<'ClaimTakenOver'>) => [
    ofCase(data.claimId, ({ subject }) => {
      const person = opened(data.person);
      return {
        subject: { ...subject, addressee: person?.claimantName ?? null },
        account: shownAccount(person?.account),
      };
    }),
  ],
  // A minor is paid through a guardian, who is written to.
  HeirsEstablished: ({ data: { claimId, heirs, person } }: Recorded<'HeirsEstablished'>) => [
    ofCase(claimId, (known) => {
      const persons = opened(person)?.heirs;
      const called = heirs.map(({ heirId }, place) => {
        const { name = null, guardian } = persons?.[place] ?? {};
        return [heirId, guardian?.name ?? name] as const;
      });
      return { heirs: { ...known.heirs, ...Object.fromEntries(called) } };
    }),
  ],
  DocumentRefused: ({ data: { claimId, kind, fault } }: Recorded<'DocumentRefused'>) => [
    ofCase(claimId, ({ refused }) => ({ refused: [...refused, { kind, fault }] })),
  ],
  DocumentsReceived: ({ data: { claimId, documents } }: Recorded<'DocumentsReceived'>) => [
    ofCase(claimId, ({ refused }) => ({
      refused: refused.filter((one) => !documents.some(({ kind }) => kind === one.kind)),
    })),
  ],
  DocumentsRequested: (event: Recorded<'DocumentsRequested'>) => [
    aboutClaim(event, ({ refused }) => ({
      kind: 'PAPERS_REQUEST',
      missing: event.data.missing,
      refused: refused.filter(({ kind }) => event.data.missing.includes(kind)),
    })),
  ],
  ClaimHeld: (event: Recorded<'ClaimHeld'>) => {
    const { arrears = [], settleBy = null, law, article } = event.data;
    return [aboutClaim(event, () => ({ kind: 'HOLD', arrears, settleBy, law, article }))];
  },
  BenefitCalculated: (event: Recorded<'BenefitCalculated'>) => [
    ofCase(event.data.claimId, () => ({ found: foundBy(event) })),
  ],
  // A person granted it: there is no arithmetic but theirs, by the rule set that had left it to them.
  BenefitDetermined: ({ data: { claimId, totalIdr, components } }: Recorded<'BenefitDetermined'>) => [
    ofCase(claimId, ({ found }) => ({
      found: {
        totalIdr,
        ruleSetVersion: found?.ruleSetVersion ?? '',
        components: components.map((component) => ({ ...component, arithmetic: null })),
      },
    })),
  ],
  BenefitReassessed: (event: Recorded<'BenefitReassessed'>) => [
    // Where only a deduction is given back, the benefit stands as it was calculated.
    ofCase(event.data.claimId, ({ found }) => {
      const anew = foundBy(event);
      return { foundAnew: anew.components.length === 0 && !event.data.changes ? found : anew };
    }),
  ],
  InterimCalculated: (event: Recorded<'InterimCalculated'>) => [
    ofCase(event.data.claimId, () => ({ foundSoFar: foundBy(event) })),
  ],
  InterimApproved: (event: Recorded<'InterimApproved'>) => {
    const { totalIdr, payments: paid, payBy, person } = event.data;
    return [
      aboutClaim(
        event,
        ({ foundSoFar }) => ({
          kind: 'INTERIM',
          components: foundSoFar?.components ?? [],
          ruleSetVersion: foundSoFar?.ruleSetVersion ?? '',
          totalIdr,
          approvedBeforeIdr: rupiah(0),
          deduction: null,
          givenBack: [],
          payments: paid,
          owedByEmployer: [],
          scholarships: 0,
          payBy,
          account: shownAccount(opened(person)?.account),
        }),
        true,
      ),
      ofCase(event.data.claimId, ({ interimPaidIdr }) => ({
        interimPaidIdr: rupiah(interimPaidIdr + toPersons(paid)),
      })),
    ];
  },
  InterimPaidTooMuch: ({ data }: Recorded<'InterimPaidTooMuch'>) => [
    ofCase(data.claimId, ({ interimPaidIdr }) => ({
      interimPaidIdr: rupiah(Math.max(0, interimPaidIdr - toPersons([data]))),
    })),
  ],
  ClaimApproved: (event: Recorded<'ClaimApproved'>) => {
    const { claimId, totalIdr, deduction = null, payments: paid, owedByEmployer = [], payBy } = event.data;
    const { parts, person } = event.data;
    const inPart = parts && { parts, reason: opened(person)?.reason ?? null };
    return [
      aboutClaim(
        event,
        ({ found }) => ({
          kind: 'APPROVAL',
          components: explained(found?.components ?? [], parts),
          ...(inPart && { inPart }),
          ruleSetVersion: found?.ruleSetVersion ?? '',
          totalIdr,
          approvedBeforeIdr: rupiah(0),
          deduction,
          givenBack: [],
          payments: paid,
          owedByEmployer,
          scholarships: event.data.entitledChildren.length,
          payBy,
          account: shownAccount(opened(event.data.person)?.account),
        }),
        true,
      ),
      ofCase(claimId, () => ({ approvedIdr: totalIdr })),
    ];
  },
  DifferenceApproved: (event: Recorded<'DifferenceApproved'>) => {
    const { claimId, totalIdr, givenBack = [], payments: paid, payBy } = event.data;
    const { paidTooMuch = [], interimTooMuch = [], noLongerEntitledIds } = event.data;
    // A participant who lives owes nothing of what their heirs were paid, nor was granted it.
    const byClaimant = paidTooMuch.filter(({ byHeirs }) => !byHeirs);
    const forHeirsIdr = totalOf(paidTooMuch.filter(({ byHeirs }) => byHeirs));
    const [paidTooMuchIdr, notDueIdr] = [toPersons(byClaimant), toPersons(interimTooMuch)];
    return [
      aboutClaim(
        event,
        ({ found, foundAnew, approvedIdr, interimPaidIdr }) => ({
          kind: 'DIFFERENCE',
          components: (foundAnew ?? found)?.components ?? [],
          ruleSetVersion: (foundAnew ?? found)?.ruleSetVersion ?? '',
          totalIdr,
          approvedBeforeIdr: rupiah(Math.max(0, approvedIdr - forHeirsIdr)),
          deduction: null,
          givenBack,
          ...(paidTooMuchIdr > 0 && { paidTooMuchIdr }),
          ...(notDueIdr > 0 && { interimTooMuch: { paidIdr: interimPaidIdr, notDueIdr } }),
          payments: paid,
          owedByEmployer: [],
          scholarships: event.data.entitledChildren.length,
          ...(noLongerEntitledIds && { scholarshipsEnding: noLongerEntitledIds.length }),
          payBy,
          account: shownAccount(opened(event.data.person)?.account),
        }),
        true,
      ),
      ofCase(claimId, ({ found, foundAnew }) => ({
        approvedIdr: totalIdr,
        found: foundAnew ?? found,
        foundAnew: null,
      })),
    ];
  },
  ObjectionRaised: ({ data: { claimId, decidedOn } }: Recorded<'ObjectionRaised'>) => [
    ofCase(claimId, () => ({ objectedTo: decidedOn })),
  ],
  ObjectionAnswered: (event: Recorded<'ObjectionAnswered'>) => {
    const { answer, person } = event.data;
    const reason = (person && opened(person)?.reason) ?? null;
    return [
      aboutClaim(
        event,
        ({ objectedTo }) => ({ kind: 'OBJECTION_ANSWER', answer, decidedOn: objectedTo, reason }),
        // Words of the office may tell of it.
        true,
      ),
    ];
  },
  ClaimDenied: (event: Recorded<'ClaimDenied'>) => {
    const { decision, rule, law, article, detail, owedByEmployer = [] } = event.data;
    const contents = { kind: 'DENIAL', decision, rule, law, article, detail, owedByEmployer } as const;
    return [aboutClaim(event, () => contents)];
  },
};
