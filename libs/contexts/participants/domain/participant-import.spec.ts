import { describe, expect, it } from '@jest/globals';
import { fold, localDate, period } from '#kernel';
import { decisionSpec, testContext } from '#testing/decisions';
import type { ParticipantImportEvent, RowRemark } from './import.events.js';
import {
  type StartImportInput,
  completeImport,
  imports,
  remarkImportRows,
  remarkPages,
  startImport,
  statedWith,
} from './participant-import.js';
import { AGREEMENT, VILLAGE } from './participant.examples.js';

const given = decisionSpec(imports);
const context = testContext();
const today = context.today;
const importId = 'import-1';

const terms: StartImportInput = {
  importId,
  sponsorId: VILLAGE,
  agreementId: AGREEMENT,
  fileDigest: 'digest',
  rows: 3,
  period: period('2026-11'),
  months: 1,
  paidOn: localDate('2026-11-02'),
  receipt: 'SP2D-1',
  channel: 'REGENT_DECREE',
  branch: 'J03',
};
const remark = (line: number): RowRemark => ({ line, code: 'NAME_MISSING', detail: 'The name is missing' });

const started: ParticipantImportEvent = {
  type: 'ParticipantImportStarted',
  data: { ...terms, effectiveOn: today },
};
const remarked: ParticipantImportEvent = {
  type: 'ImportRowsRemarked',
  data: { importId, page: 0, rejected: [remark(3)], warnings: [remark(2)], effectiveOn: today },
};
const completed: ParticipantImportEvent = {
  type: 'ParticipantImportCompleted',
  data: { importId, rows: 3, registered: 2, effectiveOn: today },
};

describe('Starting an import', () => {
  const whenStarting = (changes: Partial<StartImportInput> = {}) =>
    given().when((state) => startImport({ ...terms, ...changes }, state, context));

  it('records the file and its terms', () => {
    whenStarting().thenRecorded([started]);
  });

  it('asks where the file came in: its sponsor does not tell', () => {
    whenStarting({ channel: undefined }).thenRejected('CHANNEL_NOT_STATED');
  });

  it('takes a payment for a later month', () => {
    whenStarting({ period: period('2027-01') }).thenRecorded([
      { type: 'ParticipantImportStarted', data: { ...terms, period: period('2027-01'), effectiveOn: today } },
    ]);
  });

  it('records nothing when it was started or completed before', () => {
    for (const history of [[started], [started, completed]])
      given(history)
        .when((state) => startImport(terms, state, context))
        .thenNothing();
  });

  it('takes a payment of today, and refuses one after today', () => {
    whenStarting({ paidOn: today }).thenRecorded([
      { type: 'ParticipantImportStarted', data: { ...terms, paidOn: today, effectiveOn: today } },
    ]);
    whenStarting({ paidOn: localDate('2026-11-21') }).thenRejected('PAID_IN_FUTURE');
  });

  it('refuses months before the payment: no worker could be paid for', () => {
    whenStarting({ period: period('2026-10') }).thenRejected('BEFORE_REGISTRATION');
  });

  it('refuses months far ahead: no worker would be covered now', () => {
    whenStarting({ period: period('2027-12') }).thenRejected('PERIOD_TOO_FAR_AHEAD');
  });

  it('refuses a number of months that cannot be bought', () => {
    const { details } = whenStarting({ months: 5 }).thenRejected('MONTHS_NOT_OFFERED');
    expect(details.facts).toMatchObject({ rule: 'months-are-offered' });
  });
});

describe('Remarking rows', () => {
  const page = { importId, page: 0, rejected: [remark(3)], warnings: [remark(2)] };

  it('records a page', () => {
    given([started])
      .when((state) => remarkImportRows(page, state, context))
      .thenRecorded([remarked]);
  });

  it('leaves a page as it was written first', () => {
    given([started, remarked])
      .when((state) => remarkImportRows({ ...page, rejected: [] }, state, context))
      .thenNothing();
  });

  it('is refused before the start', () => {
    given()
      .when((state) => remarkImportRows(page, state, context))
      .thenRejected('IMPORT_NOT_STARTED');
  });

  it('takes as many pages as the log needs, each remark once and in order', () => {
    const rejected = Array.from({ length: 2_500 }, (_, index) => remark(index + 2));
    const pages = remarkPages({ rejected, warnings: [remark(1)] });
    expect(pages).toHaveLength(3);
    expect(pages.flatMap((one) => one.rejected)).toEqual(rejected);
    expect(pages.flatMap((one) => one.warnings)).toEqual([remark(1)]);
    expect(remarkPages({ rejected: [], warnings: [] })).toEqual([]);
  });
});

describe('Completing an import', () => {
  it('records what came of the file', () => {
    given([started, remarked])
      .when((state) => completeImport({ importId, rows: 3, registered: 2 }, state, context))
      .thenRecorded([completed]);
  });

  it('keeps its first report', () => {
    given([started, completed])
      .when((state) => completeImport({ importId, rows: 3, registered: 3 }, state, context))
      .thenNothing();
  });

  it('is refused before the start', () => {
    given()
      .when((state) => completeImport({ importId, rows: 3, registered: 2 }, state, context))
      .thenRejected('IMPORT_NOT_STARTED');
  });

  it('gives the report with the remarks of all pages', () => {
    expect(fold(imports, [started, remarked, completed])).toEqual({
      situation: 'COMPLETED',
      report: { rows: 3, registered: 2, rejected: [remark(3)], warnings: [remark(2)] },
    });
  });
});

describe('Where the workers of a file come in', () => {
  const asked = { channel: 'MOBILE_CAR', branch: 'J09' } as const;

  it('is what is stated with it', () => {
    expect(statedWith(imports.initial, asked, 'VILLAGE')).toEqual(asked);
  });

  it('stays what was stated when the import began', () => {
    expect(statedWith(fold(imports, [started]), asked, 'VILLAGE')).toEqual({
      channel: 'REGENT_DECREE',
      branch: 'J03',
    });
  });

  it('goes on as an earlier release began', () => {
    const { channel: _channel, branch: _branch, ...former } = terms;
    const begun = fold(imports, [
      { type: 'ParticipantImportStarted', data: { ...former, effectiveOn: today } },
    ]);
    expect(statedWith(begun, {}, 'LOCAL_GOV')).toEqual({ channel: 'REGENT_DECREE' });
  });
});
