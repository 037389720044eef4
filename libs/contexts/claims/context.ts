import { takingInRefusals } from '#kernel';
import { type Context, ParticipantIds } from '#runtime';
import { AfterDecisionController } from './commands/after-decision.controller.js';
import { claimActions } from './commands/claim.actions.js';
import { ClaimActionsController } from './commands/claim-actions.controller.js';
import { ClaimsByPeopleController } from './commands/claims-by-people.controller.js';
import { ClaimsController } from './commands/claims.controller.js';
import { EndDoubt, RaiseDoubt } from './commands/doubts.js';
import { EndTreatment } from './commands/end-treatment.js';
import { InterimController } from './commands/interim.controller.js';
import { LeftToPeopleController } from './commands/left-to-people.controller.js';
import { NameAccident } from './commands/name-accident.js';
import { NoteLikeness } from './commands/note-likeness.js';
import { NoteLateInvoices } from './commands/note-late-invoices.js';
import { NoteReceipts } from './commands/note-receipts.js';
import { OpenAgain } from './commands/open-again.js';
import { RepeatInterests } from './commands/repeat-interests.js';
import { GiveHeirsUp, WantHeirs, WantHeirsNoMore } from './commands/wanted-heirs.js';
import { afterDecisionRefusals } from './domain/after-decision.refusals.js';
import { claims as claimStreams } from './domain/claim.js';
import { dockets } from './domain/docket.js';
import { doubtRefusals } from './domain/doubt.refusals.js';
import { letterRefusals } from './domain/letter.refusals.js';
import { heirRefusals } from './domain/heirs.refusals.js';
import { interimRefusals } from './domain/interim.refusals.js';
import { likenesses as likenessStreams } from './domain/likeness.js';
import { leftToPeopleRefusals } from './domain/left-to-people.refusals.js';
import { arrearsRefusals } from './domain/arrears.refusals.js';
import { decisionRefusals } from './domain/decision.refusals.js';
import { handedInRefusals } from './domain/handed-in.refusals.js';
import { claimRefusals } from './domain/refusals.js';
import { whoDecidesRefusals } from './domain/who-decides.refusals.js';
import { billing } from './processes/billing.js';
import { determinations } from './processes/determinations.js';
import { interests } from './processes/interests.js';
import { lateInvoices } from './processes/late-invoices.js';
import { likenesses } from './processes/likenesses.js';
import { receipts } from './processes/receipts.js';
import { treatment } from './processes/treatment.js';
import { OPEN_PROGRAMMES } from './programmes/index.js';
import { projectRefusals } from './programmes/project.js';
import { PROGRAMME_ROUTES } from './programmes/routes.js';
import { claimsContracts } from './published.js';
import { claimReadModel } from './read-models/claim/claim.read-model.js';
import { ClaimsQueriesController } from './read-models/claim/claims-queries.controller.js';
import { letterReadModel } from './read-models/letter/letter.read-model.js';
import { LettersQueriesController } from './read-models/letter/letters-queries.controller.js';

/** What is due after an accident or a death, and who decided it. */
export const claims: Context = {
  name: 'claims',
  streams: [claimStreams, dockets, likenessStreams],
  commands: [
    ...PROGRAMME_ROUTES,
    ClaimsController,
    ClaimsByPeopleController,
    LeftToPeopleController,
    AfterDecisionController,
    InterimController,
    ClaimActionsController,
  ],
  actions: [claimActions],
  queries: [ClaimsQueriesController, LettersQueriesController],
  processes: [billing, determinations, interests, lateInvoices, likenesses, receipts, treatment],
  processCommands: {
    EndDoubt,
    EndTreatment,
    GiveHeirsUp,
    NameAccident,
    NoteLateInvoices,
    NoteLikeness,
    NoteReceipts,
    OpenAgain,
    RaiseDoubt,
    RepeatInterests,
    WantHeirs,
    WantHeirsNoMore,
  },
  readModels: [claimReadModel, letterReadModel],
  app: 'claim-projection',
  providers: [ParticipantIds],
  published: claimsContracts,
  refusals: [
    takingInRefusals,
    claimRefusals,
    handedInRefusals,
    arrearsRefusals,
    decisionRefusals,
    afterDecisionRefusals,
    letterRefusals,
    heirRefusals,
    leftToPeopleRefusals,
    doubtRefusals,
    interimRefusals,
    whoDecidesRefusals,
    projectRefusals,
    ...OPEN_PROGRAMMES.map(({ refusals }) => refusals),
  ],
};
