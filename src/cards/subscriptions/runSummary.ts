import type { Texts } from '../../texts/texts.ts';
import { clipLine } from '../parts/plainText.ts';

/** What a notification shows of an answer that a subscription brings: it comes without having been asked for just now. */
export function runSummary(question: string, summary: string, { subscriptions }: Texts): string {
  const asked = clipLine(question, 80);
  return asked ? subscriptions.summary({ question: asked, summary }) : summary;
}
