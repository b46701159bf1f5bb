import { createQuestionStore } from '../../src/sessions/questionStore.ts';
import { createSessionStore } from '../../src/sessions/sessionStore.ts';
