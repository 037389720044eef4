import { describe, expect, it } from '@jest/globals';
import { ERASED, fold, instant, localDate } from '#kernel';
import { decisionSpec } from '#testing/decisions';
import { answerComplaint } from './answer-complaint.js';
import { closeComplaint } from './close-complaint.js';
import { COMPLAINT, HER_CLAIM, RECEIVED, SITI, by } from './complaint.examples.js';
import type { ClosingReason, ComplaintEvent } from './complaint.events.js';
import { type ComplaintState, complaints } from './complaint.js';
import { complaintSteps } from './complaint-steps.js';
import { escalateComplaint } from './escalate-complaint.js';
import { beginMediation, endMediation } from './mediate.js';
import { type ComplaintFacts, receiveComplaint } from './receive-complaint.js';

const given = decisionSpec(complaints);
const COMPLAINED = { complaintId: COMPLAINT };
const WORDS = 'What was said, in some words';
const NOBODY = { deciderIds: [] };

const receive =
  (changes: Partial<typeof RECEIVED> = {}, facts: ComplaintFacts = { isRegistered: true }) =>
  (state: ComplaintState) =>
    receiveComplaint({ ...RECEIVED, ...changes }, state, by('desk', '2026-11-20'), facts);
const answer =
  (id: string, day: string, authority: 2 | 3 = 2, deciderIds: readonly string[] = []) =>
  (state: ComplaintState) =>
    answerComplaint({ ...COMPLAINED, answer: 'EXPLAINED', words: WORDS }, state, by(id, day, authority), {
      deciderIds,
    });
const escalate = (day: string) => (state: ComplaintState) =>
  escalateComplaint({ ...COMPLAINED, words: WORDS }, state, by('desk', day));
const mediate =
  (id: string, authority: 2 | 3 = 3, deciderIds: readonly string[] = []) =>
  (state: ComplaintState) =>
    beginMediation(COMPLAINED, state, by(id, '2026-12-07', authority), { deciderIds });
const end =
  (result: 'AGREED' | 'NOT_AGREED', id = 'mediator', day = '2026-12-20', authority: 2 | 3 = 3) =>
  (state: ComplaintState) =>
    endMediation(
      { ...COMPLAINED, result, words: WORDS, minutes: 'BA 1/2026' },
      state,
      by(id, day, authority),
      NOBODY,
    );
const close = (reason: ClosingReason, day: string) => (state: ComplaintState) =>
  closeComplaint({ ...COMPLAINED, reason }, state, by('desk', day));

const after = (...steps: readonly ((state: ComplaintState) => readonly ComplaintEvent[])[]) =>
  steps.reduce<readonly ComplaintEvent[]>(
    (history, step) => [...history, ...step(fold(complaints, history))],
    [],
  );
const expected = (history: readonly ComplaintEvent[]) => fold(complaintSteps, history).expected;

const OPEN = after(receive());
const ANSWERED = after(receive(), answer('officer', '2026-11-24'));
const ESCALATED = after(receive(), answer('officer', '2026-11-24'), escalate('2026-12-01'));
const ANSWERED_AGAIN = [...ESCALATED, ...answer('head', '2026-12-03', 3)(fold(complaints, ESCALATED))];
const IN_MEDIATION = [...ANSWERED_AGAIN, ...mediate('mediator')(fold(complaints, ANSWERED_AGAIN))];

describe('A complaint', () => {
  it('is about anything, and is answered within five working days', () => {
    given()
      .when(receive())
      .thenRecorded([
        {
          type: 'ComplaintReceived',
          data: {
            complaintId: COMPLAINT,
            participantId: SITI,
            subject: 'CLAIM',
            subjectId: HER_CLAIM,
            topic: 'DELAY',
            complainant: 'PARTICIPANT',
            office: by('desk', '2026-11-20').actor.office,
            recorderId: 'desk',
            answerBy: localDate('2026-11-27'),
            effectiveOn: localDate('2026-11-20'),
            person: { words: RECEIVED.words },
          },
        },
      ]);
    expect(after(receive({ subject: 'SERVICE', subjectId: undefined }))).toHaveLength(1);
    given()
      .when(receive({ subject: 'PERSON' }))
      .thenRejected('SUBJECT_NOT_NAMED');
    given()
      .when(receive({ subjectId: undefined }))
      .thenRejected('SUBJECT_NOT_NAMED');
    given()
      .when(receive({}, { isRegistered: false }))
      .thenRejected('COMPLAINT_OF_NOBODY');
    given()
      .when((state) =>
        receiveComplaint(RECEIVED, state, by('desk', '2026-11-20'), {
          isRegistered: true,
          subjectIsTheirs: false,
        }),
      )
      .thenRejected('SUBJECT_OF_ANOTHER');
    const context = by('desk', '2026-11-20');
    const ofNone = { ...context, actor: { ...context.actor, office: '' } };
    given()
      .when((state) => receiveComplaint(RECEIVED, state, ofNone, { isRegistered: true }))
      .thenRejected('OFFICE_NOT_NAMED');
    given(OPEN).when(receive()).thenNothing();
  });

  it('that nobody answers in time is passed on, and so is one whose answer does not content', () => {
    given(OPEN).when(escalate('2026-11-27')).thenRejected('ANSWER_IN_TIME');
    expect(after(receive(), escalate('2026-11-28')).at(-1)).toMatchObject({ type: 'ComplaintEscalated' });
    expect(ESCALATED.at(-1)).toMatchObject({ data: { answerBy: '2026-12-08' } });
  });

  it('that is passed on after 16:00 is answered within five working days from the next one on', () => {
    const late = { ...by('desk', '2026-12-01'), issuedAt: instant('2026-12-01T09:30:00.000Z') };
    expect(
      escalateComplaint({ ...COMPLAINED, words: WORDS }, fold(complaints, ANSWERED), late),
    ).toMatchObject([{ data: { answerBy: '2026-12-09', effectiveOn: '2026-12-01' } }]);
  });

  it('that was passed on is answered above the desk, by somebody who had no hand in it', () => {
    given(ESCALATED).when(answer('another', '2026-12-02')).thenRejected('NOT_OF_THE_UNIT');
    given(ESCALATED)
      .when(answer('officer', '2026-12-02', 3))
      .thenRejected('ANSWERED_BY_YOU');
    given(ANSWERED_AGAIN).when(escalate('2026-12-04')).thenRejected('ESCALATED_ALREADY');
  });

  it('about a claim is neither answered nor mediated by whoever decided on it, and stands in no queue of theirs', () => {
    const denied = after(receive({}, { isRegistered: true, deciderIds: ['denier'] }));
    const { details } = given(denied)
      .when(answer('denier', '2026-11-24', 2, ['denier']))
      .thenRejected('DECIDED_BY_YOU');
    expect(details.allowed).toEqual(['somebody else does it']);
    expect(expected(denied)).toMatchObject({ step: 'ANSWER_COMPLAINT', notBy: ['denier'] });
    const answered = [...denied, ...answer('officer', '2026-11-24')(fold(complaints, denied))];
    const escalated = [...answered, ...escalate('2026-12-01')(fold(complaints, answered))];
    expect(expected(escalated)?.notBy).toEqual(['desk', 'officer', 'denier']);
    given(escalated)
      .when(answer('denier', '2026-12-03', 3, ['denier']))
      .thenRejected('DECIDED_BY_YOU');
    given(ANSWERED_AGAIN)
      .when(mediate('denier', 3, ['denier']))
      .thenRejected('DECIDED_BY_YOU');
  });

  it('is mediated by somebody who had no hand in it; what both sign about a claim is told', () => {
    given(OPEN).when(mediate('mediator')).thenRejected('COMPLAINT_RECEIVED');
    given(ANSWERED_AGAIN).when(mediate('head')).thenRejected('ANSWERED_BY_YOU');
    given(ANSWERED_AGAIN).when(mediate('mediator', 2)).thenRejected('NOT_OF_THE_UNIT');
    given(IN_MEDIATION).when(end('AGREED', 'another')).thenRejected('ANOTHER_MEDIATES');
    const [agreed] = end('AGREED')(fold(complaints, IN_MEDIATION));
    expect(agreed).toMatchObject({ type: 'MediationEnded', data: { result: 'AGREED', claimId: HER_CLAIM } });
    expect(end('NOT_AGREED')(fold(complaints, IN_MEDIATION))[0]!.data).not.toHaveProperty('claimId');
    // Whoever mediates may be gone: after its time somebody else ends it, who might have mediated.
    expect(end('NOT_AGREED', 'another', '2027-02-01')(fold(complaints, IN_MEDIATION))).toHaveLength(1);
    given(IN_MEDIATION)
      .when(end('NOT_AGREED', 'another', '2027-02-01', 2))
      .thenRejected('NOT_OF_THE_UNIT');
    given(IN_MEDIATION)
      .when(end('NOT_AGREED', 'head', '2027-02-01'))
      .thenRejected('ANSWERED_BY_YOU');
  });

  it('is closed once whoever complains is content, or has not replied in time', () => {
    given(OPEN).when(close('CONTENT', '2026-11-21')).thenRejected('NOT_ANSWERED');
    expect(after(receive(), close('WITHDRAWN', '2026-11-21')).at(-1)).toMatchObject({
      type: 'ComplaintClosed',
    });
    given(ANSWERED).when(close('NO_REPLY', '2026-12-08')).thenRejected('REPLY_MAY_COME');
    for (const over of [close('NO_REPLY', '2026-12-09'), close('CONTENT', '2026-11-25')]) {
      const closed = [...ANSWERED, ...over(fold(complaints, ANSWERED))];
      given(closed).when(over).thenRejected('COMPLAINT_CLOSED');
      expect(expected(closed)).toBeUndefined();
    }
  });

  it('says at every step whose turn it is and until when', () => {
    expect(expected(OPEN)).toMatchObject({
      step: 'ANSWER_COMPLAINT',
      turn: 'DECIDER',
      dueDays: ['2026-11-27'],
    });
    expect(expected(ANSWERED)).toMatchObject({
      step: 'REPLY_TO_ANSWER',
      turn: 'CLAIMANT',
      dueDays: ['2026-12-08'],
    });
    expect(expected(ESCALATED)).toMatchObject({
      step: 'ANSWER_COMPLAINT',
      turn: 'SUPERVISOR',
      dueDays: ['2026-12-08'],
      notBy: ['desk', 'officer'],
      level: 3,
    });
    expect(expected(IN_MEDIATION)).toMatchObject({
      step: 'END_MEDIATION',
      turn: 'SUPERVISOR',
      level: 3,
      onlyBy: { id: 'mediator', until: expected(IN_MEDIATION)?.dueDays[0] },
    });
  });

  it('of somebody who was erased goes on without words, to its end', () => {
    const [first] = OPEN;
    const erased = [{ ...first, data: { ...first!.data, person: ERASED } }] as readonly ComplaintEvent[];
    const known = [...erased, ...answer('officer', '2026-11-24')(fold(complaints, erased))];
    expect(known[1]!.data).not.toHaveProperty('person');
    const passedOn = [...known, ...escalate('2026-12-01')(fold(complaints, known))];
    const again = [...passedOn, ...answer('head', '2026-12-03', 3)(fold(complaints, passedOn))];
    expect(close('CONTENT', '2026-12-04')(fold(complaints, again))).toHaveLength(1);
  });
});
