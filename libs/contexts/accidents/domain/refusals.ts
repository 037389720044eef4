import { INTEREST_LINES, refusals } from '#kernel';
import { CARE_LINES } from './care.refusals.js';
import { NOTICE_LINES } from './notice.refusals.js';
import { REPORT_LINES } from './report.refusals.js';
import { STATEMENT_LINES } from './statement.refusals.js';

/** Why something about an accident is refused. */
export const accidentRefusals = refusals({
  ...NOTICE_LINES,
  ...REPORT_LINES,
  ...CARE_LINES,
  ...STATEMENT_LINES,
  ...INTEREST_LINES,
});
