import { opened, totalOf } from '#kernel';
import { lessParts } from '../../domain/approval-in-part.js';
import { overWith } from '../../domain/heirs-over.js';
import { notDueIn } from '../../domain/more-than-approved.js';
import type { Recorded } from './claim-columns.js';
import type { ClaimRow } from './claim.tables.js';

/** Somebody does not accept a decision; the words are gone once the person was erased. */
export const objectionRaised =
  ({ data }: Recorded<'ObjectionRaised'>) =>
  ({ objections }: ClaimRow): Partial<ClaimRow> => {
    const { decidedOn, answerBy, recorderId, effectiveOn: raisedOn, person } = data;
    const { words: grounds = null, evidence: letter = null } = opened(person) ?? {};
    const open = { decidedOn, raisedOn, answerBy, recorderId, grounds, letter };
    return {
      objections: [
        ...objections,
        { ...open, answer: null, answererId: null, answeredOn: null, reason: null, overtakenOn: null },
      ],
    };
  };

/** What it was against is decided anew before anybody has answered: the new decision is the answer. */
export const objectionOvertaken =
  ({ data: { effectiveOn } }: Recorded<'ClaimReopened' | 'ClaimResumed'>) =>
  ({ objections }: ClaimRow): Partial<ClaimRow> => ({
    objections: onLast(objections, (one) =>
      one.answer === null && one.overtakenOn === null ? { ...one, overtakenOn: effectiveOn } : one,
    ),
  });

/** The last one that was raised is answered. */
export const objectionAnswered =
  ({ data }: Recorded<'ObjectionAnswered'>) =>
  ({ objections }: ClaimRow): Partial<ClaimRow> => {
    const { answer, deciderId: answererId, effectiveOn: answeredOn, person } = data;
    const reason = (person && opened(person)?.reason) ?? null;
    return {
      objections: onLast(objections, (one) => ({
        ...one,
        answer,
        answererId,
        answeredOn,
        reason,
        overtakenOn: null,
      })),
    };
  };

/** Somebody says after the approval that they inherit. */
export const disputeReported =
  ({ data }: Recorded<'DisputeReported'>) =>
  ({ disputes }: ClaimRow): Partial<ClaimRow> => {
    const { until, reporterId, effectiveOn: since, person } = data;
    const { words = null, evidence = null } = opened(person) ?? {};
    const open = { since, until, reporterId, words, evidence };
    return {
      disputes: [
        ...disputes,
        { ...open, how: null, outcome: null, endedOn: null, enderId: null, answer: null, shownBy: null },
      ],
    };
  };

/** The last one is over. */
export const disputeEnded =
  ({ data }: Recorded<'DisputeEnded'>) =>
  ({ disputes, heirs }: ClaimRow): Partial<ClaimRow> => {
    const { how, outcome, enderId, effectiveOn: endedOn, person } = data;
    const { words: answer = null, evidence: shownBy = null } = (person && opened(person)) || {};
    return {
      // What was approved for others is paid to whoever is recorded now.
      ...(outcome === 'OTHERWISE' && {
        heirsAreWanted: true,
        heirs: heirs.map((heir) => ({ ...heir, shareWaits: false })),
      }),
      disputes: onLast(disputes, (one) => ({ ...one, how, outcome, endedOn, enderId, answer, shownBy })),
    };
  };

/** Whoever lives after all has no heirs: nobody waits for them, and what they disagreed about is over without an answer. */
export const heirsNoMore =
  (event: Recorded<'HeirsWantedNoMore' | 'ClaimTakenOver'>) =>
  ({ disputes }: ClaimRow): Partial<ClaimRow> =>
    overWith(event).heirs
      ? {
          heirs: [],
          heirsAreWanted: false,
          disputes: onLast(disputes, (one) => ({ ...one, endedOn: one.endedOn ?? event.data.effectiveOn })),
        }
      : {};

/** Something was found that concerns it. */
export const doubtRaised =
  ({ data: { findingId, alike, matterId, ground, effectiveOn: raisedOn } }: Recorded<'DoubtRaised'>) =>
  ({ doubts }: ClaimRow): Partial<ClaimRow> => ({
    doubts: [
      ...doubts,
      {
        findingId,
        alike: alike ?? null,
        matterId: matterId ?? null,
        ground: ground ?? null,
        raisedOn,
        how: null,
        settlerId: null,
        settledOn: null,
        words: null,
        evidence: null,
      },
    ],
  });

/** Somebody has said what to make of it. */
export const doubtSettled =
  ({ data }: Recorded<'DoubtSettled'>) =>
  ({ doubts }: ClaimRow): Partial<ClaimRow> => {
    const { findingId, how, settlerId, effectiveOn: settledOn, person } = data;
    const { words = null, evidence = null } = (person && opened(person)) || {};
    const ended = { how, settlerId, settledOn, words, evidence };
    return { doubts: doubts.map((one) => (one.findingId === findingId ? { ...one, ...ended } : one)) };
  };

/** What somebody found who computed it anew, beside what was approved. */
export function changesIn({ changes = [], ...due }: Recorded<'BenefitReassessed'>['data']) {
  return {
    changes: [...changes],
    paidTooMuchIdr: totalOf(notDueIn(due)),
    scholarshipsEnding: (due.noLongerEntitledIds ?? []).length,
  };
}

const onLast = <Item>(items: readonly Item[], to: (item: Item) => Item): Item[] =>
  items.map((item, place) => (place === items.length - 1 ? to(item) : item));

/** Less of a component than was calculated, and why. Its arithmetic stays that of the calculation. */
export function approvedInPart(
  { data: { parts = [], totalIdr, person } }: Recorded<'ClaimApproved'>,
  { components }: ClaimRow,
): Partial<ClaimRow> {
  if (parts.length === 0) return {};
  const reason = opened(person)?.reason ?? null;
  return {
    totalIdr,
    components: lessParts(components, parts),
    parts: parts.map(({ payee: _same, ...part }) => ({ ...part, reason })),
  };
}
