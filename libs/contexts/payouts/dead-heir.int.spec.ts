import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { claims } from '#contexts/claims/context';
import { claimReadModel } from '#contexts/claims/read-models/claim/claim.read-model';
import { clerksOf } from '#contexts/journey.examples';
import { participants } from '#contexts/participants/context';
import type { Role } from '#kernel';
import { processesOf } from '#runtime';
import { eventually } from '#testing';
import { type ContextApp, startContextApp } from '#testing/context-app';
import { payouts } from './context.js';
import { payoutReadModel } from './read-models/payout/payout.read-model.js';

type Item = Record<string, unknown>;

const heir = (relation: string, name: string) => ({
  relation,
  standing: 'PAID',
  name,
  ...(relation !== 'SPOUSE' && { birthDate: '1995-04-05' }),
  account: { bank: 'Bank Contoh', number: '0000044444', holder: name },
});

describe('Two of three heirs who die before their money arrives', () => {
  let app: ContextApp;
  let clerks: ReturnType<typeof clerksOf>;
  beforeAll(async () => {
    app = await startContextApp(
      [participants, claims, payouts, processesOf([participants, claims, payouts])],
      [claimReadModel, payoutReadModel],
    );
    clerks = clerksOf(app);
  });
  afterAll(() => app.stop());

  const post = async (path: string, role: Role, body: object = {}, subject = `${role}-1`) =>
    (await app.post(path, body, { role, subject })).body;
  const shown = async (claim: string, { position }: Item) =>
    (await app.get(`/claims/${claim}?after=${String(position)}`, { role: 'supervisor' })).body;

  /** What is to be paid of a claim, once there is so much of it. */
  async function paymentsOf(claim: string, count: number): Promise<Item[]> {
    let items: Item[] = [];
    await eventually(`${count} payments are ordered`, async () => {
      const { body } = await app.get(`/payouts?sourceId=${claim}`, { role: 'finance' });
      items = ((body.items as Item[] | undefined) ?? []).filter(({ status }) => status !== 'CANCELLED');
      return items.length === count;
    });
    const whole = items.map(({ payoutId }) => app.get(`/payouts/${String(payoutId)}`, { role: 'finance' }));
    return (await Promise.all(whole)).map(({ body }) => body);
  }

  let number = 0;
  const instruct = (payment: Item | undefined) => {
    number += 1;
    const instruction = { instructedOn: '2026-11-20', instructionNumber: `INS-${number}` };
    return post(`/payouts/${String(payment?.payoutId)}/instructions`, 'finance', instruction);
  };
  const redirect = (payment: Item | undefined) =>
    post(`/payouts/${String(payment?.payoutId)}/redirection`, 'supervisor', {}, 'head');

  it('hold up their own shares alone, each until somebody has its place or they are found to live', async () => {
    const participantId = await clerks.register();
    await clerks.contribute(participantId, { months: 6 });
    await clerks.reportDeath(participantId);
    const claim = await clerks.submitJkm(participantId);
    const heirs = [
      heir('SPOUSE', 'Budi Contoh'),
      heir('CHILD', 'Putra Contoh'),
      heir('CHILD', 'Putri Contoh'),
    ];
    const established = { sharing: 'EQUAL', certificate: 'SKAW 1', heirs };
    await post(`/claims/${claim}/heirs`, 'adjudicator', established);
    await clerks.calculate(claim);
    const approved = await post(`/claims/${claim}/approval`, 'supervisor');
    const named = (await shown(claim, approved)).heirs as Item[];
    const [widower, son, daughter] = named.map(({ heirId }) => heirId);
    const payments = await paymentsOf(claim, 3);
    const paid = (id: unknown, among = payments) => among.find(({ heirId }) => heirId === id);

    const said = { diedOn: '2026-11-19', words: 'One of the children, in hospital', evidence: 'SKM 7' };
    for (const heirId of [son, daughter]) {
      const reported = await post(`/claims/${claim}/heirs/death`, 'adjudicator', { ...said, heirId });
      expect(reported).toMatchObject({ events: ['HeirsWanted'] });
      expect(await shown(claim, reported)).toMatchObject({ heirsAreWanted: true });
    }
    expect(await instruct(paid(widower))).toMatchObject({ events: ['PayoutInstructed'] });
    expect(await instruct(paid(son))).toMatchObject({ code: 'PAID_TO_OTHERS' });

    const grandchild = { ...established, certificate: 'SKAW 2', heirs: [heir('GRANDCHILD', 'Cucu Contoh')] };
    expect(await post(`/claims/${claim}/heirs`, 'adjudicator', grandchild)).toMatchObject({
      code: 'DEAD_HEIR_NOT_NAMED',
    });
    const taken = { ...grandchild, inPlaceOfId: son };
    const known = await post(`/claims/${claim}/heirs`, 'adjudicator', taken);
    const after = await shown(claim, known);
    expect(after.heirs).toMatchObject([
      { heirId: widower, parts: 1, shareWaits: false },
      { heirId: daughter, parts: 1, shareWaits: true },
      { name: 'Cucu Contoh', parts: 1, shareWaits: false },
    ]);
    expect(await redirect(paid(son))).toMatchObject({ events: ['PayoutRedirected', 'PayoutCancelled'] });
    expect(await redirect(paid(daughter))).toMatchObject({ code: 'NOT_TO_BE_REDIRECTED' });
    const now = await paymentsOf(claim, 3);
    const theirs = now.find(({ heirId }) => ![widower, daughter].includes(heirId as string));
    expect(theirs).toMatchObject({ amountIdr: paid(son)?.amountIdr });
    expect(await instruct(theirs)).toMatchObject({ events: ['PayoutInstructed'] });

    const revoked = { words: 'It was her sister who has died', evidence: 'KTP' };
    const lives = await post(`/claims/${claim}/heirs/death/revocation`, 'adjudicator', revoked, 'colleague');
    expect(await shown(claim, lives)).toMatchObject({ heirsAreWanted: false });
    expect(await instruct(paid(daughter))).toMatchObject({ events: ['PayoutInstructed'] });
  });
});
