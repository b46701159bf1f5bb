import './answerQuestion.ts';
import './feedback.ts';
import './health.ts';
import './messages.ts';
import './reportFailure.ts';
import './sweep.ts';
