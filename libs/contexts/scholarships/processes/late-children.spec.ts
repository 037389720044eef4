import { describe, expect, it } from '@jest/globals';
import { instant, localDate } from '#kernel';
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
});
