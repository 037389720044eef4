import 'reflect-metadata';
import { runApp } from '#platform';
import { claimProjectionApp } from './claim-projection.app.js';

await runApp(claimProjectionApp);
