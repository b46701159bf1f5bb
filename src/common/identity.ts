/** With whose rights Genie is asked: the bot's, the same for everyone, or those of the person who asks. */
export type Identity = 'bot' | 'person';
