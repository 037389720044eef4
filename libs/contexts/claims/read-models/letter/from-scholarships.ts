import type { ScholarshipGranted, ScholarshipYearApproved } from '#contexts/scholarships/facts';
import type { RecordedEvent } from '#event-store';
import { append, put, via } from '#followers';
import { opened } from '#kernel';
import { cases, letters, scholarships } from './letter.tables.js';
import { letter, shownAccount } from './new-letter.js';

/** What is written of each year at school that is paid. */
export const fromScholarships = {
  ScholarshipGranted: ({ data: { scholarshipId, claimId } }: RecordedEvent<ScholarshipGranted>) => [
    put(
      scholarships,
      via(cases, claimId, ({ subject }) => ({ scholarshipId, subject })),
    ),
  ],
  ScholarshipYearApproved: (event: RecordedEvent<ScholarshipYearApproved>) => [
    append(
      letters,
      via(scholarships, event.data.scholarshipId, ({ subject }) => {
        const { year, amountIdr, components, payee, person } = event.data;
        const [first] = components;
        const account = shownAccount(opened(person)?.account);
        const { law, article } = first ?? { law: '', article: '' };
        const contents = {
          kind: 'SCHOLARSHIP_YEAR',
          year,
          amountIdr,
          law,
          article,
          payee,
          account,
        } as const;
        return letter(event, subject, contents);
      }),
    ),
  ],
};
