import type { Texts } from '../texts.ts';

export function personFailures(): Texts['personFailures'] {
  return { byAccess, byCode, scope };
}

const byAccess: Texts['personFailures']['byAccess'] = {
  permissions: {
    what: 'この質問に必要なデータの一部に、アクセスする権限がありません。',
    advice: 'データの所有者にアクセス権を依頼するか、別の内容を質問してください。',
  },
  'space-access': {
    what: 'この Genie スペースへのアクセス権がありません。',
    advice: 'スペースの所有者に共有を依頼してください。',
  },
  'warehouse-access': {
    what: 'Genie は、このスペースの SQL ウェアハウスを使用できません。',
    advice:
      'ご自身の権限の問題ではありません。スペースの所有者が、使用できるウェアハウスを選択する必要があります。',
  },
  'workspace-access': {
    what: 'Databricks ワークスペース、またはワークスペースの Databricks SQL へのアクセス権がありません。',
    advice: '両方のアクセス権を Databricks の管理者に依頼してください。',
  },
};

const byCode: Texts['personFailures']['byCode'] = {
  'endpoint-forbidden': {
    what: 'このエンドポイントを使用する権限がありません。',
    advice: '所有者に「CAN QUERY」の権限を依頼してください。',
  },
  'endpoint-not-found': {
    what: 'このエンドポイントが存在しないか、アクセス権がありません。',
    advice: '所有者に「CAN QUERY」の権限を依頼してください。',
  },
  'genie-forbidden': {
    what: 'ここで Genie を使用する権限がありません。',
    advice: 'Databricks ワークスペースと、その Genie スペースへのアクセス権が必要です。',
  },
  'genie-not-found': {
    what: 'この Genie スペースへのアクセス権がないか、スペースが既に存在しません。',
    advice: 'スペースの所有者に共有を依頼してください。',
  },
  'genie-sign-in': { what: 'Databricks から、回答ではなくサインインページが返されました。' },
  'genie-unauthorized': {
    what: 'サインインが Databricks で受け入れられませんでした。',
    advice:
      '「サインアウト」と入力してから、もう一度質問してください。解決しない場合は、ワークスペースへのアクセス権を Databricks の管理者に依頼してください。',
  },
  'no-space': {
    what: 'アクセスできる Genie スペースがありません。',
    advice: 'スペースの所有者に共有を依頼してください。',
  },
};

const scope: Texts['personFailures']['scope'] = {
  what: '現在のサインインでは、Genie にアクセスできません。',
};
