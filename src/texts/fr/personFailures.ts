import type { Texts } from '../texts.ts';

export function personFailures(): Texts['personFailures'] {
  return { byAccess, byCode, scope };
}

const byAccess: Texts['personFailures']['byAccess'] = {
  permissions: {
    what: 'Vous n’avez pas accès à toutes les données nécessaires pour répondre à cette question.',
    advice:
      'Demandez l’accès au propriétaire des données, ou posez une question sur un autre sujet.',
  },
  'space-access': {
    what: 'Vous n’avez pas accès à cet espace Genie.',
    advice: 'Son propriétaire peut le partager avec vous.',
  },
  'warehouse-access': {
    what: 'Genie ne peut pas utiliser l’entrepôt SQL de cet espace.',
    advice:
      'Cela ne vient pas de vos droits : le propriétaire de l’espace doit choisir un entrepôt qui fonctionne.',
  },
  'workspace-access': {
    what: 'Vous n’avez pas accès à l’espace de travail Databricks, ou à Databricks SQL dans celui-ci.',
    advice: 'Demandez ces deux accès à votre administrateur Databricks.',
  },
};

const byCode: Texts['personFailures']['byCode'] = {
  'endpoint-forbidden': {
    what: 'Vous n’avez pas l’autorisation d’utiliser ce point de terminaison.',
    advice: 'Son propriétaire peut vous donner « CAN QUERY ».',
  },
  'endpoint-not-found': {
    what: 'Ce point de terminaison n’existe pas, ou vous n’y avez pas accès.',
    advice: 'Son propriétaire peut vous donner « CAN QUERY ».',
  },
  'genie-forbidden': {
    what: 'Vous n’avez pas l’autorisation d’utiliser Genie ici.',
    advice: 'Vous avez besoin d’un accès à l’espace de travail Databricks et à son espace Genie.',
  },
  'genie-not-found': {
    what: 'Vous n’avez pas accès à cet espace Genie, ou il n’existe plus.',
    advice: 'Son propriétaire peut le partager avec vous.',
  },
  'genie-sign-in': {
    what: 'Au lieu de répondre, Databricks a affiché sa page de connexion.',
  },
  'genie-unauthorized': {
    what: 'Databricks n’a pas accepté votre connexion.',
    advice:
      'Tapez « se déconnecter » et posez à nouveau votre question. Si le problème persiste, demandez à votre administrateur Databricks l’accès à l’espace de travail.',
  },
  'no-space': {
    what: 'Vous n’avez accès à aucun espace Genie.',
    advice: 'Le propriétaire d’un espace peut le partager avec vous.',
  },
};

const scope: Texts['personFailures']['scope'] = {
  what: 'Votre connexion ne donne pas accès à Genie.',
};
