export { calculateJkm, jkmEntitlesToScholarship, type JkmInput } from './jkm.js';
