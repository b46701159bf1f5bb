import './answerQuestion.ts';
import './exportAnswer.ts';
import './feedback.ts';
import './health.ts';
import './messages.ts';
import './ready.ts';
import './rescueQuestion.ts';
import './sweep.ts';
