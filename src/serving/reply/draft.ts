import type { ApprovalRequest, Citation } from '../../answers/answer.ts';
import type { Said } from '../../questions/ports.ts';
import type { Reply } from '../types.ts';
import { splitFootnotes } from './footnotes.ts';
import { oneLine } from './oneLine.ts';
import { splitSpeaker } from './splitSpeaker.ts';

/** An answer while it comes. */
export interface Draft {
  /** Whether there is anything of the answer itself. */
  readonly isEmpty: boolean;
  /** A piece of the text of a message. */
  add(message: string, piece: string): void;
  /** The whole text of a message, which counts more than its pieces. */
  set(message: string, text: string): void;
  /** What is being done. Shown once, however often it's told in a row. */
  step(text: string): void;
  /** A piece of a thought: shown as a step once it's whole. */
  think(piece: string): void;
  cite(citation: Citation): void;
  askApproval(request: ApprovalRequest): void;
  trace(id: string): void;
  /** The answer is whole. */
  complete(): void;
  readonly isComplete: boolean;
  toReply(): Reply;
}

/** More than any message shows: from there on it's the whole that counts. */
const longestShown = 64_000;
/** A longer text is shown when it has grown by a hundredth, so that the work for all pieces stays in line with their size. */
const shownAtOnce = 2_000;
/** Of one thought. */
const longestThought = 4_000;
const mostCitations = 100;
/** Messages before the last are only shown as steps. */
const mostMessages = 1_000;

interface Part {
  /** Without who speaks. */
  text: string;
  speaker?: string;
  /** It says something. From then on nothing looks at the whole text for each of its pieces. */
  isSaid: boolean;
}

/**
 * Puts an answer together. Of several messages, as a supervisor sends them, the last is the answer; those before it are
 * shown as steps.
 */
export function createDraft(onSaid: (said: Said) => void): Draft {
  const parts = new Map<string, Part>();
  const citations: Citation[] = [];
  let current: Part | undefined;
  let thought = '';
  let lastStep = '';
  let approval: ApprovalRequest | undefined;
  let traceId: string | undefined;
  let isComplete = false;
  let shownLength = 0;

  const step = (text: string) => {
    const line = oneLine(text);
    if (line === '' || line === lastStep) return;
    lastStep = line;
    onSaid({ step: line });
  };
  const endThought = () => {
    const whole = thought;
    thought = '';
    step(whole);
  };
  const cite = (citation: Citation) => {
    const isKnown = citations.some(
      ({ title, url }) => title === citation.title && url === citation.url,
    );
    if (!isKnown && citations.length < mostCitations) citations.push(citation);
  };
  const partOf = (message: string): Part | undefined => {
    const known = parts.get(message);
    if (known !== undefined || parts.size >= mostMessages) return known;
    const part = { text: '', isSaid: false };
    parts.set(message, part);
    return part;
  };
  /** Whether the part says anything yet. Its speaker's name alone says who goes on, and isn't an answer. */
  const begins = (part: Part): boolean => {
    const split = splitSpeaker(part.text);
    if (split === undefined) return false;
    const { speaker, said } = split;
    if (speaker !== undefined && speaker !== part.speaker) step(speaker);
    if (speaker !== undefined) part.speaker = speaker;
    part.text = said;
    return said.trim() !== '';
  };
  const show = (part: Part) => {
    const isFirst = !part.isSaid;
    part.isSaid ||= begins(part);
    if (!part.isSaid) return;
    if (isFirst && current !== part) {
      step(current?.text ?? '');
      current = part;
    }
    // One that another has followed was replaced by that.
    if (current !== part || part.text.length > longestShown) return;
    const { text } = splitFootnotes(part.text, 'partial');
    shownLength = part.text.length;
    if (text !== '') onSaid({ text });
  };

  return {
    get isEmpty() {
      return current === undefined && approval === undefined;
    },
    get isComplete() {
      return isComplete;
    },
    add(message, piece) {
      const part = partOf(message);
      if (piece === '' || part === undefined) return;
      endThought();
      part.text += piece;
      const { length } = part.text;
      const isGrown = length <= shownAtOnce || length >= shownLength * 1.01;
      if (isGrown || part !== current) show(part);
    },
    set(message, text) {
      const part = partOf(message);
      if (text === '' || part === undefined || text === part.text) return;
      endThought();
      part.text = text;
      if (part.isSaid) begins(part);
      show(part);
    },
    step(text) {
      endThought();
      step(text);
    },
    think(piece) {
      if (thought.length < longestThought) thought += piece.slice(0, longestThought);
    },
    cite,
    askApproval(request) {
      endThought();
      // One is asked at a time; the endpoint asks again for the next.
      approval ??= request;
    },
    trace(id) {
      traceId ??= id;
    },
    complete() {
      endThought();
      isComplete = true;
    },
    toReply() {
      const { text, notes } = splitFootnotes(current?.text ?? '', 'whole');
      for (const note of notes) cite(note);
      return {
        text,
        ...(citations.length > 0 && { citations }),
        ...(approval && { approval }),
        ...(traceId !== undefined && { traceId }),
      };
    },
  };
}
