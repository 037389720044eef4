import { command } from '#runtime';
import { projects } from '../domain/project.js';
import {
  confirmProjectCorrection,
  refundProject,
  refuseProjectCorrection,
  reverseProjectPayment,
} from '../domain/reverse-project-payment.js';

export const ReverseProjectPayment = command(
  'ReverseProjectPayment',
  projects,
  'projectId',
  reverseProjectPayment,
);

export const RefundProject = command('RefundProject', projects, 'projectId', refundProject);

export const ConfirmProjectCorrection = command(
  'ConfirmProjectCorrection',
  projects,
  'projectId',
  confirmProjectCorrection,
);

export const RefuseProjectCorrection = command(
  'RefuseProjectCorrection',
  projects,
  'projectId',
  refuseProjectCorrection,
);
