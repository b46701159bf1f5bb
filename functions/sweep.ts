import { app } from '@azure/functions';
import { theApp } from './theApp.ts';

/** Deletes what has expired; the last safety net for abandoned questions. */
app.timer('sweep', {
  schedule: '0 0 * * * *',
  handler: () => theApp().sweep(),
});
