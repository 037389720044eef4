import { type AuthorityLevel, authorityOf, reachesOffice, signsFrom } from './authority.js';
import type { Actor, CommandContext } from './command-context.js';
import { derivedId } from './derived-id.js';
import type { ExpectedStep } from './expected-step.js';
import { type LocalDate, addDays } from './local-date.js';
import { type Policy, enforce } from './policy.js';
import { type Refusal, conflict, notFound } from './refusal.js';
import { Rejection } from './rejection.js';
import { officeTakingIn } from './taking-in.js';
import { AUTHORITY_LINES } from './within-authority.js';

/** What one person has signed and nothing rests on before a second one has, too (perjanjian yang menunggu tanda tangan kedua). */
export interface Proposal {
  readonly proposalId: string;
  readonly agreementId: string;
  /** Subject of the token of whoever signed first. */
  readonly proposerId: string;
  /** Where it was taken in: there, or above the branches, it is signed. */
  readonly office: string;
  readonly proposedOn: LocalDate;
}

/** Who has signed what; absent of what one person alone has recorded, as earlier releases let them. */
export interface SignedByTwo {
  readonly proposalId?: string;
  readonly proposerId?: string;
  readonly signerId?: string;
}

/** Why nobody signs as the second one (alasan tidak ditandatangani). */
export const NO_SIGNATURE_REASONS = ['NOT_AGREED', 'OVERTAKEN', 'PROPOSED_BY_MISTAKE'] as const;

export type NoSignatureReason = (typeof NO_SIGNATURE_REASONS)[number];

/** A second signature is given, or refused, within so many days (D). */
const SIGNED_WITHIN_DAYS = 14;

/** What nobody has signed as the second one after so many days lapses, and may be put forward again (a convention of the house). */
export const PROPOSAL_LAPSES_AFTER_DAYS = 30;

/** The last day on which it may be signed. */
export const signableUntil = ({ proposedOn }: Pick<Proposal, 'proposedOn'>): LocalDate =>
  addDays(proposedOn, PROPOSAL_LAPSES_AFTER_DAYS);

const REFUSE = { en: 'refuse what waits for a signature', id: 'tolak usulan yang menunggu tanda tangan' };

/** Why the second signature is not taken: lines of the tables of refusals of whoever has agreements. */
export const SIGNATURE_LINES = {
  PROPOSAL_NOT_FOUND: notFound({
    en: 'Nothing of this id waits for a second signature',
    id: 'Tidak ada usulan dengan id ini yang menunggu tanda tangan kedua',
  }),
  AGREEMENT_UNSIGNED: conflict(
    {
      en: 'The agreement waits for its second signature: nothing rests on it before',
      id: 'Perjanjian menunggu tanda tangan kedua: belum berlaku',
    },
    {
      allowed: [
        { en: 'a second person signs it', id: 'orang kedua menandatanganinya' },
        { en: REFUSE.en, id: REFUSE.id },
      ],
    },
  ),
  SIGNED_BY_YOU: conflict(
    { en: 'You have signed it already', id: 'Anda sudah menandatanganinya' },
    { allowed: [{ en: 'another person signs it', id: 'orang lain menandatanganinya' }] },
  ),
  PROPOSAL_OF_ANOTHER: conflict(
    {
      en: 'Only whoever has put it forward takes it back; a supervisor refuses it',
      id: 'Hanya pengusul yang dapat menariknya kembali; supervisor yang menolaknya',
    },
    { allowed: [{ en: 'a supervisor refuses it', id: 'supervisor menolaknya' }] },
  ),
  PROPOSAL_OF_ANOTHER_OFFICE: conflict(
    {
      en: 'Another office has put it forward: there, or above the branches, it is signed',
      id: 'Usulan ini dari kantor lain: ditandatangani di sana, atau oleh tingkat di atas cabang',
    },
    {
      allowed: [
        { en: 'a supervisor of that office signs it', id: 'supervisor kantor itu menandatanganinya' },
        { en: 'a regional head signs it', id: 'kepala kantor wilayah menandatanganinya' },
      ],
    },
  ),
  BEYOND_AUTHORITY: AUTHORITY_LINES.BEYOND_AUTHORITY,
};

/** The refusals that a context makes of these lines. */
interface SignatureRefusals {
  PROPOSAL_NOT_FOUND(): Refusal;
  SIGNED_BY_YOU(): Refusal;
  PROPOSAL_OF_ANOTHER(): Refusal;
  PROPOSAL_OF_ANOTHER_OFFICE(): Refusal;
  BEYOND_AUTHORITY(needed: { readonly level: AuthorityLevel; readonly persons: number }): Refusal;
}

interface SigningTwice {
  readonly proposal: Proposal;
  readonly actor: Actor;
  readonly today: LocalDate;
}

/** By another person, of their level, of that office. In this order; the first refusal wins. */
const secondSignaturePolicies = (lines: SignatureRefusals): readonly Policy<SigningTwice>[] => [
  {
    name: 'two-are-two-persons',
    check: ({ proposal, actor }) => (proposal.proposerId === actor.id ? lines.SIGNED_BY_YOU() : undefined),
  },
  {
    name: 'within-their-authority',
    check: ({ actor, today }) => {
      const level = signsFrom(today);
      return authorityOf(actor) >= level ? undefined : lines.BEYOND_AUTHORITY({ level, persons: 1 });
    },
  },
  {
    name: 'at-its-office',
    check: ({ proposal: { office }, actor, today }) =>
      reachesOffice(actor, office, today) ? undefined : lines.PROPOSAL_OF_ANOTHER_OFFICE(),
  },
];

/** Of which id whatever a command puts forward is. */
export const proposalIdOf = ({ commandId }: Pick<CommandContext, 'commandId'>): string =>
  derivedId('proposal', commandId);

/** What is said of everything that somebody puts forward. @throws Rejection `OFFICE_NOT_NAMED` */
export const putForward = (context: CommandContext) => ({
  proposalId: proposalIdOf(context),
  proposerId: context.actor.id,
  office: officeTakingIn(context.actor),
  effectiveOn: context.today,
});

/** One that waits. @throws Rejection `PROPOSAL_NOT_FOUND` */
export function waitingProposal<One extends Proposal>(
  proposals: readonly One[] = [],
  proposalId: string,
  lines: SignatureRefusals,
): One {
  const found = proposals.find((one) => one.proposalId === proposalId);
  if (!found) throw new Rejection(lines.PROPOSAL_NOT_FOUND());
  return found;
}

/** One that nobody has signed in its time; undefined where it waits no more, or may be signed still. */
export const lapsedProposal = <One extends Proposal>(
  proposals: readonly One[] = [],
  proposalId: string,
  today: LocalDate,
): One | undefined => proposals.find((one) => one.proposalId === proposalId && today > signableUntil(one));

/**
 * Who signs as the second one, for the event that it becomes.
 * @throws Rejection `SIGNED_BY_YOU`, `BEYOND_AUTHORITY`, `PROPOSAL_OF_ANOTHER_OFFICE`
 */
export function signedByTwo(
  proposal: Proposal,
  { actor, today }: Pick<CommandContext, 'actor' | 'today'>,
  lines: SignatureRefusals,
): Required<SignedByTwo> {
  enforce(secondSignaturePolicies(lines), { proposal, actor, today });
  const { proposalId, proposerId } = proposal;
  return { proposalId, proposerId, signerId: actor.id };
}

/**
 * What somebody has put forward they may take back; else a supervisor who could sign refuses it.
 * @throws Rejection `PROPOSAL_OF_ANOTHER`, `PROPOSAL_OF_ANOTHER_OFFICE`
 */
export function requireMayRefuse(
  { proposerId, office }: Proposal,
  { actor, today }: Pick<CommandContext, 'actor' | 'today'>,
  lines: SignatureRefusals,
): void {
  if (proposerId === actor.id) return;
  if (!actor.roles.includes('supervisor')) throw new Rejection(lines.PROPOSAL_OF_ANOTHER());
  if (!reachesOffice(actor, office, today)) throw new Rejection(lines.PROPOSAL_OF_ANOTHER_OFFICE());
}

/**
 * A thing with its proposals as they are now. Where none waits there is no list either: what was recorded before there were any
 * looks the same.
 */
export function withProposals<One extends Proposal, State extends { readonly proposals?: readonly One[] }>(
  { proposals: before = [], ...state }: State,
  change: (before: readonly One[]) => readonly One[],
): State {
  const proposals = change(before);
  // Only what may be missing anyway is left out.
  return { ...state, ...(proposals.length > 0 && { proposals }) } as unknown as State;
}

/** The same without one that waits no more; all of them stay where no id is named. */
export const withoutProposal = <State extends { readonly proposals?: readonly Proposal[] }>(
  state: State,
  proposalId: string | undefined,
): State =>
  proposalId === undefined
    ? state
    : withProposals<Proposal, State>(state, (before) =>
        before.filter((one) => one.proposalId !== proposalId),
      );

/** The second signature, as a step that waits for a supervisor other than whoever signed first. */
export const toBeSigned = (since: LocalDate, proposerId: string): ExpectedStep => ({
  step: 'SIGN_PROPOSAL',
  turn: 'SUPERVISOR',
  since,
  dueDays: [addDays(since, SIGNED_WITHIN_DAYS)],
  lapsesAfter: signableUntil({ proposedOn: since }),
  notBy: [proposerId],
});
