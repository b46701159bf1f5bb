import type { CardAction, CardElement } from '../parts/adaptiveCard.ts';
import { buttonRow } from '../parts/buttonRow.ts';
import type { CardSubmit } from '../parts/cardSubmit.ts';
import { createMessage, type OutgoingMessage } from '../parts/outgoingMessage.ts';
import { clipLine } from '../parts/plainText.ts';
import type { Reader } from '../parts/reader.ts';
import { richText } from '../parts/richText.ts';
import { submitButton } from '../parts/submitButton.ts';
import { fittingRows } from '../tools/fittingRows.ts';
import { toggle } from '../tools/tool.ts';
import { type FormView, formElements } from './formElements.ts';

export interface SubscribeFormView extends FormView {
  /** What is subscribed to, or the subscription that is changed. */
  of: { answer: string } | { subscription: string };
}

/** Asks when an answer is to come, and on which condition: for a subscription, or to change one. */
export function subscribeFormCard(view: SubscribeFormView): OutgoingMessage {
  const { channel, texts, question, of, condition: current } = view;
  const { form, buttons, question: quoted } = texts.subscriptions;
  const isNew = 'answer' in of;
  const title = isNew ? form.title : form.change;
  const { fields, condition } = formElements(view, { canKeep: !isNew });
  const data: CardSubmit = isNew ? { action: 'subscribe', ...of } : { action: 'change', ...of };
  const submit = submitButton(isNew ? buttons.subscribe : buttons.save, data, {
    style: 'positive',
  });
  const body = [
    richText(title, { size: 'Medium', weight: 'Bolder' }),
    richText(quoted({ question: clipLine(question, 300) })),
    ...fields,
    ...(current === undefined
      ? withOrWithout(condition, submit, view)
      : [...condition, buttonRow(channel, [submit])]),
  ];
  return createMessage(channel, body, title, [question]);
}

/** The fields of a condition behind a button, which goes when they are there. */
function withOrWithout(
  condition: CardElement[],
  submit: CardAction,
  { channel, texts }: Reader,
): CardElement[] {
  const [shortId, longId] = ['short', 'long'];
  const add = toggle(texts.subscriptions.buttons.condition, [shortId, longId]);
  return [
    { type: 'Container', id: shortId, items: fittingRows(channel, [submit, add]) },
    {
      type: 'Container',
      id: longId,
      isVisible: false,
      items: [...condition, buttonRow(channel, [submit])],
    },
  ];
}
