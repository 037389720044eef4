import { asked, shape } from '../fields/shape.js';
import { AfterQuery, PageQuery } from '../paging/page.js';
import { PrintQuery } from '../paging/print.js';

/** Where in time a question is asked: what was known then, and which of it counts on a day. */
const TWO_TIMES = {
  knownAt: asked.text({
    optional: true,
    max: 40,
    description:
      'Answer with what was known then: a position of the log, or a moment with its offset such as 2026-11-11T10:47:00+07:00. What is personal stays sealed',
  }),
  effectiveOn: asked.day({
    optional: true,
    description: 'Count only what was registered as taking effect on this day or before',
  }),
};

/** What a question about one thing takes, where it can be asked of the past. */
export class PastQuery extends shape(TWO_TIMES, AfterQuery) {}

/** What a question about one thing takes that people work on. */
export class DetailQuery extends shape(
  {
    with: asked.code(['actions'], {
      optional: true,
      description: 'Show also what you can do with it now, and why not else, as `whatCanBeDone`',
    }),
  },
  PastQuery,
) {}

/** What a list takes, where it can be asked of the past. */
export class PastPageQuery extends shape(TWO_TIMES, PageQuery) {}

/** How a document is asked for that can be printed of the past. */
export class PastPrintQuery extends shape(TWO_TIMES, PrintQuery) {}
