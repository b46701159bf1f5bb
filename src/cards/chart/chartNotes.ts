import type { Chart, ChartNote } from '../../answers/chart.ts';
import type { Texts } from '../../texts/texts.ts';

/** What a chart leaves out or sums up, in sentences. */
export function chartNotes({ notes }: Chart, { chart }: Texts): string[] {
  return notes.map((note) => sentence(note, chart));
}

function sentence(note: ChartNote, texts: Texts['chart']): string {
  switch (note.says) {
    case 'largest':
      return texts.largestShown(note);
    case 'latest':
      return texts.latestShown(note);
    case 'evenly-spaced':
      return texts.evenlySpaced(note);
    case 'summed-up':
      return texts.summedUp(note);
    case 'without-total':
      return texts.withoutTotal;
    case 'more-numbers':
      return texts.moreNumbers;
    case 'returned-rows':
      return texts.returnedRows;
  }
}
