import { fileRefusals } from '#csv-files';
import { type Context, ParticipantIds } from '#runtime';
import { participantActions } from './commands/participant.actions.js';
import { participants as participantStreams } from './domain/participant.js';
import { contributions } from './domain/contributions.js';
import { sponsors } from './domain/sponsor.js';
import { imports } from './domain/participant-import.js';
import { paymentLists } from './domain/payment-list.js';
import { paymentLineRefusals, paymentListRefusals } from './domain/payment-list-refusals.js';
import { DailyLook } from './commands/daily-look.js';
import { duplicateActions } from './commands/duplicate.actions.js';
import { DuplicatesController } from './commands/duplicates.controller.js';
import { LapseDuplicate } from './commands/duplicates.js';
import { printRefusals } from './domain/print-refusals.js';
import { kpjRefusals, kpjSeries } from './domain/kpj-series.js';
import { duplicateRefusals } from './domain/duplicate-refusals.js';
import { duplicates } from './domain/duplicate-pair.js';
import { duplicateLooks } from './domain/duplicate-look.js';
import { namedAccounts } from './domain/named-account.js';
import { PersonsAlike } from './domain/persons-alike.js';
import { StoredPersonsAlike } from './read-models/duplicate/stored-persons-alike.js';
import { CorrectionsController } from './commands/corrections.controller.js';
import { mergers } from './domain/list-merger.js';
import { employments, memberships } from './domain/membership.js';
import { correctionRefusals } from './domain/correction-refusals.js';
import { FieldActionsController } from './commands/field-actions.controller.js';
import { fieldActions } from './domain/field-action.js';
import { fieldActionRefusals } from './domain/field-action-refusals.js';
import { fieldActionReadModel } from './read-models/field-action/field-action.read-model.js';
import { FieldActionsQueriesController } from './read-models/field-action/field-actions-queries.controller.js';
import { placements } from './domain/placement.js';
import { placementRefusals } from './domain/placement-refusals.js';
import { memberFiles } from './domain/member-file.js';
import { rosters } from './domain/roster.js';
import { rosterRefusals } from './domain/roster-refusals.js';
import { mergerRefusals } from './domain/merger-refusals.js';
import { membershipRefusals } from './domain/membership.refusals.js';
import { DeathCorrectionsController } from './commands/death-corrections.controller.js';
import { FamilyCorrectionsController } from './commands/family-corrections.controller.js';
import { MergersController } from './commands/mergers.controller.js';
import { ImportsController } from './commands/imports.controller.js';
import { MemberFilesController } from './commands/member-files.controller.js';
import { LapseSponsorProposal } from './commands/lapse-sponsor-proposal.js';
import { ListMerger, UnlistMerger } from './commands/list-merger.js';
import { FreePlaces, RestorePlaces } from './commands/free-places.js';
import { GiveOutKpj, GiveOutMemberKpj } from './commands/give-out-kpj.js';
import { NoteAccount } from './commands/note-account.js';
import { MembershipsController } from './commands/memberships.controller.js';
import {
  DuplicateActionsController,
  ParticipantActionsController,
  PaymentActionsController,
} from './commands/participant-actions.controller.js';
import { paymentActions } from './commands/payment.actions.js';
import { ParticipantsController } from './commands/participants.controller.js';
import { PlacementsController } from './commands/placements.controller.js';
import { RecordSetOff } from './commands/record-set-off.js';
import { ListCorrectionsController } from './commands/list-corrections.controller.js';
import { PaymentListsController } from './commands/payment-lists.controller.js';
import { ReversalsController } from './commands/reversals.controller.js';
import {
  CorrectionActionsController,
  ReversalActionsController,
} from './commands/correction-actions.controller.js';
import { correctionActions, reversalActions } from './commands/correction.actions.js';
import {
  ImportActionsController,
  MemberFileActionsController,
} from './commands/import-actions.controller.js';
import { importActions, memberFileActions } from './commands/import.actions.js';
import { PaymentListActionsController } from './commands/payment-list-actions.controller.js';
import { paymentListActions } from './commands/payment-list.actions.js';
import { SponsorActionsController } from './commands/sponsor-actions.controller.js';
import { sponsorActions } from './commands/sponsor.actions.js';
import { SponsorProposalsController } from './commands/sponsor-proposals.controller.js';
import { SponsorsController } from './commands/sponsors.controller.js';
import { FieldActionActionsController } from './commands/field-action-actions.controller.js';
import { MembershipActionsController } from './commands/membership-actions.controller.js';
import { PlacementActionsController } from './commands/placement-actions.controller.js';
import { fieldActionActions, membershipActions, placementActions } from './commands/work.actions.js';
import { FinishListReversal } from './commands/reverse-list.js';
import { cardNumbers } from './processes/card-numbers.js';
import { deathsFreePlaces } from './processes/deaths-free-places.js';
import { listReversals } from './processes/list-reversals.js';
import { mergedDuplicates } from './processes/merged-duplicates.js';
import { participantsContracts } from './published.js';
import { participantReadModel } from './read-models/participant/participant.read-model.js';
import { importReadModel } from './read-models/import/import.read-model.js';
import { MemberFilesQueriesController } from './read-models/import/member-files-queries.controller.js';
import { ImportsQueriesController } from './read-models/import/imports-queries.controller.js';
import { duplicateReadModel } from './read-models/duplicate/duplicate.read-model.js';
import { DuplicatesQueriesController } from './read-models/duplicate/duplicates-queries.controller.js';
import { CorrectionsQueriesController } from './read-models/participant/corrections-queries.controller.js';
import { MembershipsQueriesController } from './read-models/participant/memberships-queries.controller.js';
import { ParticipantsQueriesController } from './read-models/participant/participants-queries.controller.js';
import { SponsorsQueriesController } from './read-models/participant/sponsors-queries.controller.js';
import { contributionRefusals } from './domain/contribution.refusals.js';
import { familyRefusals, importRefusals, participantRefusals } from './domain/refusals.js';
import { sponsorRefusals } from './domain/sponsor.refusals.js';

/** Who is registered, for whom they work, what was paid for them, and their families. */
export const participants: Context = {
  name: 'participants',
  streams: [
    participantStreams,
    contributions,
    sponsors,
    imports,
    paymentLists,
    memberships,
    employments,
    placements,
    fieldActions,
    mergers,
    duplicates,
    duplicateLooks,
    namedAccounts,
    kpjSeries,
    rosters,
    memberFiles,
  ],
  commands: [
    CorrectionsController,
    DuplicatesController,
    DuplicateActionsController,
    FieldActionsController,
    ImportsController,
    ListCorrectionsController,
    MemberFilesController,
    MembershipsController,
    MergersController,
    ParticipantActionsController,
    PaymentActionsController,
    ParticipantsController,
    PaymentListsController,
    PlacementsController,
    SponsorsController,
    SponsorProposalsController,
    SponsorActionsController,
    FieldActionActionsController,
    MembershipActionsController,
    PlacementActionsController,
    ReversalsController,
    DeathCorrectionsController,
    FamilyCorrectionsController,
    CorrectionActionsController,
    ReversalActionsController,
    ImportActionsController,
    MemberFileActionsController,
    PaymentListActionsController,
  ],
  actions: [
    participantActions,
    duplicateActions,
    paymentActions,
    sponsorActions,
    membershipActions,
    placementActions,
    fieldActionActions,
    correctionActions,
    reversalActions,
    paymentListActions,
    importActions,
    memberFileActions,
  ],
  queries: [
    CorrectionsQueriesController,
    FieldActionsQueriesController,
    ImportsQueriesController,
    MemberFilesQueriesController,
    MembershipsQueriesController,
    DuplicatesQueriesController,
    ParticipantsQueriesController,
    SponsorsQueriesController,
  ],
  rounds: [DailyLook],
  processes: [cardNumbers, deathsFreePlaces, listReversals, mergedDuplicates],
  processCommands: {
    FinishListReversal,
    FreePlaces,
    GiveOutKpj,
    GiveOutMemberKpj,
    LapseDuplicate,
    LapseSponsorProposal,
    ListMerger,
    NoteAccount,
    RecordSetOff,
    RestorePlaces,
    UnlistMerger,
  },
  readModels: [participantReadModel, duplicateReadModel, importReadModel, fieldActionReadModel],
  app: 'participant-projection',
  beside: [duplicateReadModel],
  published: participantsContracts,
  refusals: [
    participantRefusals,
    correctionRefusals,
    familyRefusals,
    contributionRefusals,
    sponsorRefusals,
    importRefusals,
    paymentListRefusals,
    paymentLineRefusals,
    fileRefusals,
    membershipRefusals,
    placementRefusals,
    fieldActionRefusals,
    mergerRefusals,
    duplicateRefusals,
    printRefusals,
    kpjRefusals,
    rosterRefusals,
  ],
  providers: [ParticipantIds, { provide: PersonsAlike, useClass: StoredPersonsAlike }],
};
