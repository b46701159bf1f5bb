import { app } from '@azure/functions';
import { theApp } from './theApp.ts';

/** Deletes what expired; the last net for questions that were left behind. */
app.timer('sweep', {
  schedule: '0 0 * * * *',
  handler: () => theApp().sweep(),
});
