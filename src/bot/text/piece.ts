/**
 * A part of a text. `undefined` is where something stood that the person didn't mean for Genie: a mention of the bot, or
 * the mark of a quotation.
 */
export type Piece = string | undefined;
