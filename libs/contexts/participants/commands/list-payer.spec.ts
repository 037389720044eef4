import { describe, expect, it } from '@jest/globals';
import { derivedId, fold, localDate, period, rupiah } from '#kernel';
import { testContext } from '#testing/decisions';
import { MemoryLog } from '#testing/memory';
import { closingOf, contributionYears } from '../domain/contribution-years.js';
import { contributions } from '../domain/contributions.js';
import {
  AGREEMENT,
  SITI,
  VILLAGE,
  contributionPaid,
  sitiRegistered,
} from '../domain/participant.examples.js';
import { participants } from '../domain/participant.js';
import { rosters } from '../domain/roster.js';
import { type SponsorAgreement, sponsors } from '../domain/sponsor.js';
import { ListPayer } from './list-payer.js';

const LIST = '33333333-3333-4333-8333-333333333333';

const AGREED: SponsorAgreement = {
  agreementId: AGREEMENT,
  sponsorKind: 'VILLAGE',
  governmentPaid: true,
  validFrom: localDate('2026-01-01'),
  validUntil: localDate('2026-12-31'),
};

describe('A list that is gone on with', () => {
  it('knows for whom it has paid, also where the years of that member were closed since', async () => {
    const log = new MemoryLog([contributions, participants, rosters, sponsors]);
    const context = testContext();
    await log.append(participants.of(SITI), [sitiRegistered()], null, context);
    const paid = contributionPaid('2026-11', 1, '2026-11-02', { amountIdr: rupiah(16_800) });
    const byList = testContext({ commandId: derivedId(LIST, SITI, 'contribution') });
    await log.append(contributions.of(SITI), [paid], null, byList);
    const years = fold(contributionYears, [paid]);
    const closed = closingOf(SITI, years, { year: 2026, today: context.today });
    await log.append(contributions.of(SITI), [closed], 0n, context);

    const payer = new ListPayer(
      log.store,
      {
        payer: 'VILLAGE',
        sponsorId: VILLAGE,
        agreementId: AGREEMENT,
        period: period('2026-11'),
        months: 1,
        paidOn: localDate('2026-11-02'),
        receipt: 'SP2D-1',
        amountIdr: rupiah(20_000),
      },
      {
        sponsor: { situation: 'REGISTERED', sponsorId: VILLAGE, kind: 'VILLAGE', agreements: [AGREED] },
        agreement: AGREED,
        roster: rosters.initial,
      },
      testContext({ commandId: LIST }),
      [],
    );
    const report = await payer.payAll([{ line: 2, participantId: SITI }], { isDryRun: false });
    expect(report).toEqual({ rows: 1, paid: 1, paidIdr: 16_800, remainderIdr: 3_200, rejected: [] });
  });
});
