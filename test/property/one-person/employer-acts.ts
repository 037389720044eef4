import { billMonth } from '#contexts/dues/domain/bill-month';
import { dues, openBills, owedFor } from '#contexts/dues/domain/dues';
import { duesHistory } from '#contexts/dues/domain/dues-history';
import { duesYears } from '#contexts/dues/domain/dues-years';
import { payDues } from '#contexts/dues/domain/pay-dues';
import { reportWage } from '#contexts/dues/domain/report-wage';
import { confirmDuesCorrection, requestDuesReversal } from '#contexts/dues/domain/reverse-payment';
import { wageYears } from '#contexts/dues/domain/wage-years';
import { changeBy } from '#contexts/dues/domain/wages';
import { employerFacts } from '#contexts/employers/facts';
import { membershipFacts, workedIn } from '#contexts/participants/domain/membership-facts';
import { membershipIdOf } from '#contexts/participants/domain/membership';
import { addDays, periodOf, rupiah, sumRupiah } from '#kernel';
import type { Chance } from './chance.js';
import { EMPLOYERS, PEOPLE } from './people.js';
import { type PersonWorld, clerk, second } from './person-world.js';

/** The wages of everybody who works there, in one report, which is billed. */
export async function report(world: PersonWorld, { employer, days, pick }: Chance) {
  const employerId = EMPLOYERS[employer];
  const period = periodOf(addDays(world.today, -2 * days));
  const reportId = world.next('report');
  const { riskClass, programmes } = (await employerFacts(world, employerId)).termsOf(period);
  const changed = new Map<string, number>();
  for (const participantId of PEOPLE) {
    const membershipId = membershipIdOf(participantId, employerId);
    const facts = await membershipFacts(world, membershipId);
    const member = facts && { worked: workedIn(facts, period), diedOn: facts.diedOn };
    const wageIdr = rupiah(pick % 9 === 0 ? 0 : 3_000_000 + 100_000 * (pick % 20));
    const told = {
      membershipId,
      participantId,
      employerId,
      reportId,
      period,
      wageIdr,
      backPayIdr: rupiah(0),
    };
    world.decide(
      wageYears,
      membershipId,
      reportWage,
      { ...told, riskClass, programmes },
      clerk(world),
      member,
    );
    const { now, before } = changeBy(world.now(wageYears, membershipId), period, reportId);
    const count = (of: typeof now, sign: 1 | -1) => {
      for (const { code, amountIdr } of of?.components ?? [])
        changed.set(code, (changed.get(code) ?? 0) + sign * amountIdr);
    };
    count(now, 1);
    count(before, -1);
  }
  const components = [...changed].map(([code, amountIdr]) => ({ code, amountIdr: rupiah(amountIdr) }));
  const changeIdr = rupiah(components.reduce((sum, { amountIdr }) => sum + amountIdr, 0));
  if (components.length === 0) return;
  const input = { employerId, reportId, period, components, changeIdr };
  world.decide(duesYears, employerId, billMonth, input, clerk(world), undefined);
}

/** An employer pays what it owes, or some sum. */
export async function payEmployer(world: PersonWorld, { employer, days, pick }: Chance) {
  const employerId = EMPLOYERS[employer];
  const paidOn = addDays(world.today, -days);
  const owed = openBills(world.now(dues, employerId)).map(([period, bill]) => owedFor(period, bill, paidOn));
  const all = sumRupiah(owed.flatMap(({ contributionIdr, fineIdr }) => [contributionIdr, fineIdr]));
  const amountIdr = rupiah(pick % 3 === 0 ? 1 + 50_000 * (pick % 40) : Math.max(1, all));
  const bankReference = world.next('bank');
  const input = { employerId, paymentId: bankReference, amountIdr, bankReference, paidOn };
  const facts = await employerFacts(world, employerId);
  world.decide(duesYears, employerId, payDues, input, world.by('finance-1', 'finance'), facts);
}

/** A payment of an employer bounced: what it had paid for is open again. */
export function employersPaymentBounces(world: PersonWorld, { employer, pick }: Chance) {
  const employerId = EMPLOYERS[employer];
  const { payments } = world.now(duesHistory, employerId);
  const payment = payments[pick % Math.max(1, payments.length)];
  if (!payment) return;
  const { paymentId } = payment;
  const correction = { employerId, correctionId: world.next('reversal') };
  const asked = { ...correction, paymentId, reason: 'BOUNCED' as const, bankReference: 'B-1' };
  const finance = world.by('finance-1', 'finance');
  world.decide(duesHistory, employerId, requestDuesReversal, asked, finance, undefined);
  world.decide(duesHistory, employerId, confirmDuesCorrection, correction, second(world), undefined);
}
