import { describe, expect, it } from '@jest/globals';
import { fold, localDate } from '#kernel';
import { disputeSteps } from './after-decision-steps.js';
import { APPROVED, afterwards, approvedForHeir, as } from './after-decision.examples.js';
import { ACCOUNT, CLAIM, TAKEN_OVER, jkkFacts } from './claim.examples.js';
import { type ClaimAfterDecision, claimsAfterDecision } from './claim-after-decision.js';
import type { ClaimEvent } from './claim.events.js';
import { disputesOfHeirs } from './days-in-dispute.js';
import { endDispute } from './end-dispute.js';
import { establish } from './establish-heirs.js';
import type { HeirInput } from './heir-input.js';
import { heirsInDispute } from './heirs-in-dispute.js';
import { reopenClaim } from './reopen-claim.js';
import { reportDispute } from './report-dispute.js';
import { takeOver } from './take-claim-over.js';
import { giveHeirsUp, reportHeirDeath, wantHeirs, wantHeirsNoMore } from './wanted-heirs.js';

const claim = { claimId: CLAIM };
const said = { ...claim, words: 'A letter', evidence: 'map 9' };
const ALIVE = jkkFacts();
const DEAD = jkkFacts({}, { diedOn: localDate('2026-11-01') });

const heir = (relation: HeirInput['relation'], name: string): HeirInput => ({
  relation,
  standing: 'PAID',
  name,
  ...(relation !== 'SPOUSE' && { birthDate: localDate('2000-01-01') }),
  account: { bank: 'Bank Contoh', number: '0000022221', holder: name },
});

type Step = (events: readonly ClaimEvent[]) => readonly ClaimEvent[];
const history = (begin: readonly ClaimEvent[], ...steps: readonly Step[]) =>
  steps.reduce((events, step) => step(events), begin);
const decided =
  (decide: (state: ClaimAfterDecision) => readonly ClaimEvent[]): Step =>
  (events) =>
    afterwards(events, decide);
const byProcess =
  (decide: typeof wantHeirs, day: string): Step =>
  (events) => [...events, ...decide(claim, fold(heirsInDispute, events), as('process', day))];

const wanted = byProcess(wantHeirs, '2026-12-01');
const established = (heirs: readonly HeirInput[], day: string): Step =>
  decided(({ after }) =>
    establish(
      { ...claim, sharing: 'COURT', certificate: 'archive/skaw', heirs },
      after,
      as('desk', day),
      DEAD,
    ),
  );
const disputed = decided((state) => reportDispute(said, state, as('counter', '2026-12-03')));
const judgedOtherwise = decided((state) =>
  endDispute({ ...said, how: 'JUDGED', outcome: 'OTHERWISE' }, state, as('counter', '2026-12-04')),
);

/** All that is open about heirs, wherever it is known. */
function openIn(events: readonly ClaimEvent[]) {
  const { dispute, after } = fold(claimsAfterDecision, events);
  const { claim: state } = after;
  const { until, areOpen, nobody, waiting, givenUp } = fold(heirsInDispute, events);
  const { times, ofHeirs = {} } = fold(disputesOfHeirs, events);
  const known = state.situation === 'UNKNOWN' ? {} : state;
  return Object.entries({
    dispute,
    heirsAreOpen: 'heirsAreOpen' in known && known.heirsAreOpen,
    heirDeaths: 'heirDeaths' in known && known.heirDeaths,
    until,
    areOpen,
    nobody,
    waiting,
    givenUp,
    step: fold(disputeSteps, events).expected?.step,
    standstill: [...times, ...Object.values(ofHeirs).flat()].some(({ to }) => to === undefined),
  }).flatMap(([name, value]) => (value ? [name] : []));
}

describe('A participant who lives after all, while heirs disagree who were recorded in their place', () => {
  const inDispute = history(
    APPROVED,
    wanted,
    established([heir('SPOUSE', 'Rohmah Contoh')], '2026-12-02'),
    disputed,
  );
  const lives = history(inDispute, byProcess(wantHeirsNoMore, '2026-12-10'));

  it('ends the dispute, for whoever looks at the claim', () => {
    expect(openIn(inDispute)).toEqual(['dispute', 'until', 'step', 'standstill']);
    expect(openIn(lives)).toEqual([]);
    expect(() =>
      afterwards(lives, (state) =>
        endDispute({ ...said, how: 'JUDGED', outcome: 'AS_APPROVED' }, state, as('counter')),
      ),
    ).toThrow('NO_DISPUTE');
  });

  it('leaves nothing of it to the heirs of a later death', () => {
    const died = history(
      lives,
      byProcess(wantHeirs, '2027-03-01'),
      established([heir('CHILD', 'Anak Contoh')], '2027-03-02'),
    );
    expect(openIn(died)).toEqual([]);
    expect(fold(disputesOfHeirs, died).times).toEqual([{ from: '2026-12-03', to: '2026-12-10' }]);
  });

  it('ends as well what was asked once it had ended otherwise than was approved', () => {
    const otherwise = history(inDispute, judgedOtherwise);
    expect(openIn(otherwise)).toEqual(['heirsAreOpen', 'areOpen', 'step', 'standstill']);
    expect(openIn(history(otherwise, byProcess(wantHeirsNoMore, '2026-12-10')))).toEqual([]);
  });
});

describe('A participant who takes back the claim of an heir', () => {
  const approved = approvedForHeir(DEAD);
  const takenBack: Step = (events) =>
    history(
      events,
      decided(({ after }) =>
        reopenClaim(
          { ...claim, ground: 'NEW_FACT', reason: 'Lives' },
          after,
          as('opener', '2027-12-28'),
          ALIVE,
        ),
      ),
      decided(({ after }) =>
        takeOver(
          {
            ...claim,
            claimant: 'PARTICIPANT',
            documents: [],
            person: { claimantName: 'Sari Contoh', account: ACCOUNT },
          },
          after,
          as('taker', '2027-12-28'),
          ALIVE,
        ),
      ),
    );
  const died = decided((state) =>
    reportHeirDeath({ ...said, diedOn: localDate('2026-11-30') }, state, as('reporter', '2026-12-01'), DEAD),
  );

  it.each([
    ['heirs disagree', [disputed], ['dispute', 'until', 'step', 'standstill']],
    [
      'a dispute of heirs ended otherwise',
      [disputed, judgedOtherwise],
      ['heirsAreOpen', 'areOpen', 'step', 'standstill'],
    ],
    ['the heir is reported dead', [died], ['heirsAreOpen', 'areOpen', 'step', 'standstill']],
    [
      'nobody has come for the share of a dead heir',
      [died, byProcess(giveHeirsUp, '2027-12-20')],
      ['heirsAreOpen', 'areOpen', 'nobody', 'standstill'],
    ],
  ] as const)('while %s leaves nothing to be asked of heirs', (_while, steps, open) => {
    const asked = history(approved, ...steps);
    expect(openIn(asked)).toEqual(open);
    const back = history(asked, takenBack);
    expect(openIn(back)).toEqual([]);
    expect(byProcess(giveHeirsUp, '2029-01-31')(back)).toEqual(back);
  });

  it('is looked for heirs of once they really die', () => {
    for (const steps of [[died], [died, byProcess(giveHeirsUp, '2027-12-20')], [disputed, judgedOtherwise]]) {
      const back = history(approved, ...steps, takenBack);
      expect(byProcess(wantHeirs, '2028-01-10')(back).at(-1)).toMatchObject({
        type: 'HeirsWanted',
        data: { whoDied: 'PARTICIPANT', until: '2029-01-10' },
      });
    }
  });

  it('leaves everything as it is where another heir takes the claim over', () => {
    const asked = history(approved, died);
    const another = history(asked, (events) => [...events, TAKEN_OVER]);
    expect(openIn(another)).toEqual(openIn(asked));
  });
});
