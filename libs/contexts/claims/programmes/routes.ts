import type { ControllerWithHandlers } from '#runtime';
import { JkkClaimsController } from './jkk/jkk-claims.controller.js';
import { JkmClaimsController } from './jkm/jkm-claims.controller.js';

/** Where the claims of each open programme are handed in. Apart from the programmes: whoever asks for facts needs no HTTP. */
export const PROGRAMME_ROUTES: readonly ControllerWithHandlers[] = [JkkClaimsController, JkmClaimsController];
