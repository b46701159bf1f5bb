import { runLocal } from './runLocal.ts';

// `npm start`.
await runLocal({ script: 'start' });
