import { describe, expect, it } from '@jest/globals';
import { fold, localDate } from '#kernel';
import type { MemberFileEvent } from './member-file.events.js';
import { sendAgain, sentBy, sentFiles } from './member-file-sent.js';

const [fileId, employerId] = ['file-1', 'employer-1'];
const effectiveOn = localDate('2026-11-02');
const started: MemberFileEvent = {
  type: 'MemberFileStarted',
  data: { fileId, employerId, kind: 'JOINED', fileDigest: 'ab', rows: 3, effectiveOn },
};
const completed = (taken: number): MemberFileEvent => ({
  type: 'MemberFileCompleted',
  data: { fileId, rows: 3, taken, effectiveOn },
});

const again = (history: readonly MemberFileEvent[], kind: 'JOINED' | 'LEFT' = 'JOINED') =>
  sendAgain({ fileId, kind }, fold(sentFiles, history), { today: effectiveOn } as never).map(
    ({ type }) => type,
  );

describe('A file of members that is sent again', () => {
  it('comes to its end where it was interrupted', () => {
    expect(again([started])).toEqual(['MemberFileCompleted']);
  });

  it('is begun anew where rows of it were not taken', () => {
    expect(again([started, completed(2)])).toEqual(['MemberFileStarted']);
  });

  it('changes nothing where all of it was taken, or where it is a file of the other kind', () => {
    expect(again([started, completed(3)])).toEqual([]);
    expect(again([started], 'LEFT')).toEqual([]);
  });

  it('is known to the employer that sent it, and to no other', () => {
    const state = fold(sentFiles, [started]);
    expect(sentBy(state, employerId).file.rows).toBe(3);
    expect(() => sentBy(state, 'employer-2')).toThrow('There is no such import');
  });
});
