import { describe, expect, it } from '@jest/globals';
import { fold, localDate } from '#kernel';
import { decisionSpec, testContext } from '#testing/decisions';
import type { MemberFileEvent } from './member-file.events.js';
import {
  completeMemberFile,
  memberFileIdOf,
  memberFiles,
  memberRemarkPages,
  remarkMemberRows,
  startMemberFile,
} from './member-file.js';

const context = testContext();
const given = decisionSpec(memberFiles);
const today = localDate('2026-11-20');
const fileId = 'file';
const start = { fileId, employerId: 'factory', kind: 'JOINED', fileDigest: 'digest', rows: 3 } as const;
const started: MemberFileEvent = { type: 'MemberFileStarted', data: { ...start, effectiveOn: today } };
const rejected = [{ line: 3, code: 'NIK_MALFORMED', detail: 'The NIK has 16 digits' }];
const page = { fileId, page: 0, rejected };
const remarked: MemberFileEvent = { type: 'MemberRowsRemarked', data: { ...page, effectiveOn: today } };
const totals = { fileId, rows: 3, taken: 2 };
const completed: MemberFileEvent = { type: 'MemberFileCompleted', data: { ...totals, effectiveOn: today } };

describe('A file of members', () => {
  it('is started, remarked on and completed', () => {
    given()
      .when((state) => startMemberFile(start, state, context))
      .thenRecorded([started]);
    given([started])
      .when((state) => remarkMemberRows(page, state, context))
      .thenRecorded([remarked]);
    given([started, remarked])
      .when((state) => completeMemberFile(totals, state, context))
      .thenRecorded([completed]);
    expect(fold(memberFiles, [started, remarked, completed])).toEqual({
      situation: 'COMPLETED',
      report: { rows: 3, taken: 2, rejected },
    });
  });

  it.each([
    ['start', (state: ReturnType<typeof memberFiles.evolve>) => startMemberFile(start, state, context)],
    ['remark', (state: ReturnType<typeof memberFiles.evolve>) => remarkMemberRows(page, state, context)],
    ['end', (state: ReturnType<typeof memberFiles.evolve>) => completeMemberFile(totals, state, context)],
  ])('says each step once: %s', (_step, again) => {
    given([started, remarked, completed]).when(again).thenNothing();
  });

  it('warns of rows that were taken, page by page', () => {
    const warnings = [
      { line: 2, code: 'DUPLICATE_PHONE', detail: 'Somebody who is registered has this phone' },
    ];
    const [first, second] = memberRemarkPages({ rejected, warnings });
    expect([first, second]).toEqual([{ rejected, warnings }, undefined]);
    const warned: MemberFileEvent = {
      type: 'MemberRowsRemarked',
      data: { ...page, warnings, effectiveOn: today },
    };
    expect(fold(memberFiles, [started, warned, completed])).toEqual({
      situation: 'COMPLETED',
      report: { rows: 3, taken: 2, rejected, warnings },
    });
  });

  it('is not gone on with before it was started', () => {
    given()
      .when((state) => remarkMemberRows(page, state, context))
      .thenRejected('IMPORT_NOT_STARTED');
  });

  it('is another one for another employer, another purpose, or once it was finished with rows that were not taken', () => {
    const ids = [
      memberFileIdOf(start, 0),
      memberFileIdOf(start, 1),
      memberFileIdOf({ ...start, kind: 'LEFT' }, 0),
      memberFileIdOf({ ...start, employerId: 'another' }, 0),
    ];
    expect(new Set(ids).size).toBe(4);
  });

  it('fills a page with a thousand remarks', () => {
    const many = Array.from({ length: 1001 }, (_, index) => ({ ...rejected[0]!, line: index + 2 }));
    expect(memberRemarkPages({ rejected: many }).map((one) => one.rejected.length)).toEqual([1000, 1]);
  });
});
