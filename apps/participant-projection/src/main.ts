import 'reflect-metadata';
import { runApp } from '#http';
import { participantProjectionApp } from './participant-projection.app.js';

await runApp(participantProjectionApp);
