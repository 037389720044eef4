import 'reflect-metadata';
import { runApp } from '#platform';
import { participantProjectionApp } from './participant-projection.app.js';

await runApp(participantProjectionApp);
