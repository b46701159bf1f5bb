import type { Grammar } from '../grammar.ts';
import type { Texts } from '../texts.ts';

export function conversations({ count }: Grammar): Texts['conversations'] {
  const asked = (questions: number) => (questions > 1 ? `質問 ${count(questions)} 件` : '質問');
  return {
    history: {
      title: 'ここでの会話',
      none: 'ここでの会話はまだありません。',
      questions: ({ questions }) => `質問 ${count(questions)} 件`,
      current: '継続中',
      older: ({ conversations }) =>
        `これより古い会話 ${count(conversations)} 件は表示していません。`,
      continue: '続ける',
      continueTip: ({ title }) => `続ける: ${title}`,
      delete: '削除',
      deleteTip: ({ title }) => `削除: ${title}`,
      confirmDelete: 'この会話を削除しますか？Genie からも削除され、元に戻すことはできません。',
      confirmDeleteHere: 'この会話を削除しますか？元に戻すことはできません。',
    },
    continuing: ({ title }) => `「${title}」の会話を続けます。`,
    deleted: ({ title }) => `「${title}」を Genie と履歴から削除しました。`,
    deletedHere: ({ title }) => `「${title}」を履歴から削除しました。`,
    stillAnswering: 'この会話では、まだ回答中です。先に「キャンセル」と入力してください。',
    notThere: 'この会話は既に存在しないか、ほかのユーザーのものです。',
    startingNew: '完了しました。次の質問から新しい会話が始まります。',
    untitled: ({ date }) => `${date} のチャット`,
    unread: 'この回答は現在表示できません。',
    deleteAll: {
      confirmHere: 'ここでの会話をすべて削除して、サインアウトしますか？元に戻すことはできません。',
      confirm:
        'ここでの会話をすべて削除して、サインアウトしますか？会話は Genie からも削除され、元に戻すことはできません。',
      button: '削除してサインアウト',
    },
    cancel: {
      stopped: ({ questions }) => `${asked(questions)}をキャンセルしました。`,
      notSent: ({ questions }) =>
        `キャンセルしました。${asked(questions)}は、まだ Genie に送信されていませんでした。`,
      sent: ({ questions }) =>
        `${asked(questions)}への回答を待つのをやめました。Genie の処理はバックグラウンドで続く可能性があります。次の質問から新しい会話が始まります。`,
      someSent: ({ questions, asked: sent }) =>
        `${asked(questions)}への回答を待つのをやめました。そのうち ${count(sent)} 件は既に Genie に送信されているため、処理がバックグラウンドで続く可能性があります。次の質問から新しい会話が始まります。`,
      tooLate: '回答を送信しているところなので、もうキャンセルできません。',
      nothing: '処理中の質問がないため、キャンセルするものはありません。',
    },
  };
}
