import { register } from 'node:module';

/** For `node --import`: whoever asks for the module of the validator gets the pass-through instead. */
const replacement = new URL('pass-through.js', import.meta.url).href;
register('./validator-resolution.js', { parentURL: import.meta.url, data: { replacement } });
