import { type Triable, action, actionsOn, attempt } from '#runtime';
import { sendAgain, sentBy, sentFiles } from '../domain/member-file-sent.js';
import type { MemberFileKind } from '../domain/member-file.events.js';
import { completeImport, imports, knownImport } from '../domain/participant-import.js';
import { ImportsController } from './imports.controller.js';
import { MemberFilesController } from './member-files.controller.js';

/** An import that is sent again comes to its end, once; who was not taken is sent in another file. */
const finishImport: Triable<{ readonly importId: string }> = {
  tried: ({ importId }, trial) =>
    trial.decide({ importId, rows: 0, registered: 0 }, imports, importId, completeImport, () => {}),
};

/** What can be done with the file of workers that a sponsor handed in; what others entered late with it is told of each of them. */
export const importActions = actionsOn(imports, 'importId', { known: knownImport }, [
  action('import-participants', ImportsController, 'import', ({ id: importId }) => [
    attempt(finishImport, { importId }),
  ]),
]);

const sendFileAgain: Triable<{ readonly fileId: string; readonly kind: MemberFileKind }> = {
  tried: (input, trial) => trial.decide(input, sentFiles, input.fileId, sendAgain, () => {}),
};

/** What can be done with a file of those who joined or left an employer. */
export const memberFileActionsOf = (employerId: string) =>
  actionsOn(sentFiles, 'fileId', { params: { employerId }, known: (state) => sentBy(state, employerId) }, [
    action('report-joiners', MemberFilesController, 'joined', ({ id: fileId }) => [
      attempt(sendFileAgain, { fileId, kind: 'JOINED' }),
    ]),
    action('report-leavers', MemberFilesController, 'left', ({ id: fileId }) => [
      attempt(sendFileAgain, { fileId, kind: 'LEFT' }),
    ]),
  ]);

export const memberFileActions = memberFileActionsOf('');
