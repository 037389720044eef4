import { command } from '#runtime';
import { correctables } from '../domain/correctable.js';
import {
  correctChild,
  correctHeir,
  removeChild,
  removeHeir,
  reorderChildren,
} from '../domain/correct-family.js';

export const CorrectChild = command('CorrectChild', correctables, 'participantId', correctChild);

export const RemoveChild = command('RemoveChild', correctables, 'participantId', removeChild);

export const ReorderChildren = command('ReorderChildren', correctables, 'participantId', reorderChildren);

export const CorrectHeir = command('CorrectHeir', correctables, 'participantId', correctHeir);

export const RemoveHeir = command('RemoveHeir', correctables, 'participantId', removeHeir);
