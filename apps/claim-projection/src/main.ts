import 'reflect-metadata';
import { runApp } from '#http';
import { claimProjectionApp } from './claim-projection.app.js';

await runApp(claimProjectionApp);
