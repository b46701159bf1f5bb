import { app } from '@azure/functions';
import { exportResponse } from '../src/exports/exportResponse.ts';
import { theApp } from './theApp.ts';

/** Serves a table of an answer as a file. The signed address protects it, not a function key. */
app.http('exportAnswer', {
  route: 'answers/{answer}/export',
  methods: ['GET'],
  authLevel: 'anonymous',
  async handler({ params, query, headers }) {
    const text = (name: string) => query.get(name) ?? '';
    const { exportAnswer, textsForBrowser } = theApp();
    const outcome = await exportAnswer({
      answer: params['answer'] ?? '',
      table: text('table'),
      format: text('format'),
      expires: text('expires'),
      signature: text('signature'),
    });
    return exportResponse(outcome, textsForBrowser(headers.get('accept-language')));
  },
});
