import 'reflect-metadata';
import { runApp } from '#http';
import { witness } from './witness.app.js';

await runApp(witness);
