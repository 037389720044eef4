import { parentPort, workerData } from 'node:worker_threads';
import { BY } from '#law/simulation';
import { countChunks, type ThreadNews, type ThreadWork } from './run.js';

const tell = (news: ThreadNews) => parentPort?.postMessage(news);

const tally = countChunks(workerData as ThreadWork, (counted) => tell({ counted }));
tell({ figures: BY.map((by) => tally[by].figures) });
