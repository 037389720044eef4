import { command } from '#runtime';
import { dropPaper } from '../domain/drop-paper.js';
import { papers } from '../domain/paper.js';

export const DropPaper = command('DropPaper', papers, 'paperId', dropPaper);
