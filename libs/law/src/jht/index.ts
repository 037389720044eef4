export { calculateJhtFull, type JhtAccount } from './jht.js';
