import { describe, it } from '@jest/globals';
import { localDate } from '#kernel';
import { contextBy, decisionSpec, testContext } from '#testing/decisions';
import type { DeathEvent } from './death.events.js';
import { DIED_ON, SITI, traced } from './death.examples.js';
import { type DeathState, deaths } from './death.js';
import { removeTrace } from './remove-trace.js';
import { traceDeath } from './trace-death.js';

const given = decisionSpec(deaths);
const removal = {
  participantId: SITI,
  evidence: { kind: 'DOCTOR_STATEMENT', number: 'SKD-1' },
} as const;
const remove =
  (nthDeath = 1, by = 'supervisor-2') =>
  (state: DeathState) =>
    removeTrace(removal, state, contextBy(by, 'supervisor'), { nthDeath });

const removed: DeathEvent = {
  type: 'DeathTraceRemoved',
  data: {
    participantId: SITI,
    accidentId: 'accident-1',
    evidence: 'DOCTOR_STATEMENT',
    tracerId: 'user-1',
    removerId: 'supervisor-2',
    effectiveOn: localDate('2026-11-20'),
    person: { evidenceNumber: 'SKD-1' },
  },
};

/** Another accident that killed somebody. */
const traceAnew =
  (nthDeath = 1) =>
  (state: DeathState) =>
    traceDeath({ participantId: SITI, accidentId: 'accident-2' }, state, testContext(), {
      diedOn: DIED_ON,
      nthDeath,
      accident: {
        participantId: SITI,
        occurredOn: localDate('2026-11-08'),
        fatal: true,
        notWorkAccident: false,
      },
    });

describe('Taking back what a death came from', () => {
  it('is done by another person than the one who traced it', () => {
    given([traced('accident-1')])
      .when(remove())
      .thenRecorded([removed]);
    given([traced('accident-1')])
      .when(remove(1, 'user-1'))
      .thenRejected('TRACED_BY_YOU');
  });

  it('is refused where nothing is traced, also a second time', () => {
    given([]).when(remove()).thenRejected('NO_TRACE_TO_REMOVE');
    given([traced('accident-1'), removed])
      .when(remove())
      .thenRejected('NO_TRACE_TO_REMOVE');
  });

  it('lets the death be traced to what it came from', () => {
    given([traced('accident-1')])
      .when(traceAnew())
      .thenRejected('DEATH_ALREADY_TRACED');
    given([traced('accident-1'), removed])
      .when(traceAnew())
      .thenRecorded([traced('accident-2')]);
  });
});

describe('What a death came from that was reported by mistake', () => {
  it('counts no more for the next one, which is traced by itself', () => {
    const { data } = traced('accident-2');
    given([traced('accident-1')])
      .when(remove(2))
      .thenRejected('NO_TRACE_TO_REMOVE');
    given([traced('accident-1')])
      .when(traceAnew(2))
      .thenRecorded([{ type: 'DeathTraced', data: { ...data, nthDeath: 2 } }]);
  });
});
