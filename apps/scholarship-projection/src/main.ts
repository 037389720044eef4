import 'reflect-metadata';
import { runApp } from '#platform';
import { scholarshipProjectionApp } from './scholarship-projection.app.js';

await runApp(scholarshipProjectionApp);
