import { RESUME_REASONS } from '../domain/scholarship.events.js';
import { ANYBODY, action, actionsOn, attempt } from '#runtime';
import { type ScholarshipState, knownScholarship, scholarships } from '../domain/scholarship.js';
import { ApproveYear } from './approve-year.js';
import { EndScholarship } from './end-scholarship.js';
import { ResumeScholarship } from './resume-scholarship.js';
import { REPORTED_REASONS } from './scholarships.fields.js';
import { ScholarshipsController } from './scholarships.controller.js';
import { SubmitEvidence } from './submit-evidence.js';

const yearsOf = (state: ScholarshipState): readonly number[] =>
  state.situation === 'UNKNOWN' ? [] : state.years.map(({ year }) => year);

/** The years that somebody may show something of: from the event on, until this one. */
function yearsToShow(state: ScholarshipState, today: string): readonly number[] {
  const thisYear = Number(today.slice(0, 4));
  const first = state.situation === 'UNKNOWN' ? thisYear : Number(state.eventDate.slice(0, 4));
  const count = Math.max(1, thisYear - first + 1);
  return Array.from({ length: count }, (_, nth) => thisYear - nth);
}

/** Everything that can be done with a scholarship. What is open of it, the commands say. */
export const scholarshipActions = actionsOn(scholarships, 'scholarshipId', { known: knownScholarship }, [
  action(
    'submit-evidence',
    ScholarshipsController,
    'submitEvidence',
    ({ id: scholarshipId, state, today }) =>
      yearsToShow(state, today).map((year) =>
        attempt(
          SubmitEvidence,
          {
            scholarshipId,
            year,
            level: 'SD',
            yearInLevel: 1,
            married: false,
            working: false,
            evidence: [{ kind: 'SCHOOL_LETTER', reference: ANYBODY.reference }],
            payee: 'GUARDIAN',
            person: { account: ANYBODY.account },
          },
          String(year),
        ),
      ),
    'year',
  ),
  action(
    'approve-year',
    ScholarshipsController,
    'approveYear',
    ({ id: scholarshipId, state, today }) => {
      const known = yearsOf(state);
      const years = known.length > 0 ? known : [Number(today.slice(0, 4))];
      return years.map((year) => attempt(ApproveYear, { scholarshipId, year }, String(year)));
    },
    'year',
  ),
  action(
    'end-scholarship',
    ScholarshipsController,
    'end',
    ({ id: scholarshipId, today }) =>
      REPORTED_REASONS.map((reason) =>
        attempt(EndScholarship, { scholarshipId, reason, endedOn: today }, reason),
      ),
    'reason',
  ),
  action(
    'resume-scholarship',
    ScholarshipsController,
    'resume',
    ({ id: scholarshipId }) =>
      RESUME_REASONS.map((reason) =>
        attempt(ResumeScholarship, { scholarshipId, reason, reference: ANYBODY.reference }, reason),
      ),
    'reason',
  ),
]);
