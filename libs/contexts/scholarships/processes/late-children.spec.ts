import { describe, expect, it } from '@jest/globals';
import { instant, localDate } from '#kernel';
import { childrenReordered } from '../../participants/domain/correction.examples.js';
import { lateChildren } from './late-children.js';

describe('the process late-children', () => {
  it('asks for each named child whether an approved claim gives it a scholarship', () => {
    const named = lateChildren.on.ChildRegistered?.({
      id: 'event-id',
      recordedAt: instant('2026-11-20T04:00:00Z'),
      type: 'ChildRegistered',
      data: {
        participantId: 'participant-id',
        childId: 'child-id',
        effectiveOn: localDate('2026-11-20'),
        person: { name: 'Anak Contoh', birthDate: localDate('2010-02-01') },
      },
    });
    expect(named).toEqual([
      {
        key: 'child-id',
        command: 'GrantLateScholarship',
        input: { participantId: 'participant-id', childId: 'child-id', namedOn: '2026-11-20' },
      },
    ]);
  });

  it('asks for those of whom somebody confirmed that they were named late, and for the first one of a new order', () => {
    const told = { id: 'event-id', recordedAt: instant('2026-11-20T04:00:00Z') };
    const of = {
      participantId: 'participant-id',
      childIds: ['child-1', 'child-2'],
      confirmerId: 'supervisor-1',
      effectiveOn: localDate('2026-11-20'),
    };
    const asked = (childId: string) => ({
      key: childId,
      command: 'GrantLateScholarship',
      input: { participantId: 'participant-id', childId, namedOn: '2026-11-20' },
    });
    const confirmed = { type: 'BackDatedFamilyConfirmed', data: { ...of, heirIds: [] } } as const;
    expect(lateChildren.on.BackDatedFamilyConfirmed?.({ ...told, ...confirmed })).toEqual([
      asked('child-1'),
      asked('child-2'),
    ]);
    const reordered = { ...childrenReordered, data: { ...childrenReordered.data, ...of } };
    expect(lateChildren.on.ChildrenReordered?.({ ...told, ...reordered })).toEqual([asked('child-1')]);
  });
});
