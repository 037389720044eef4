import 'reflect-metadata';
import { runApp } from '#http';
import { scholarshipProjectionApp } from './scholarship-projection.app.js';

await runApp(scholarshipProjectionApp);
