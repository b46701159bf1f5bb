import type { Texts } from '../texts.ts';

export function failureDetails(): Texts['failureDetails'] {
  return { byRefusal, byGenieFailure };
}

const byRefusal: Texts['failureDetails']['byRefusal'] = {
  address: { what: 'Databricks n’autorise pas l’accès depuis l’adresse IP de ce bot.' },
  permissions: {
    what: 'Ce bot n’est pas autorisé à utiliser Genie : il n’a pas accès aux données nécessaires.',
  },
  'private-link': {
    what: 'Cet espace de travail Databricks n’est accessible que depuis son réseau privé.',
  },
  scope: { what: 'Les identifiants Databricks de ce bot ne donnent pas accès à Genie.' },
  'space-access': {
    what: 'Ce bot n’est pas autorisé à utiliser Genie : il n’a pas accès à l’espace Genie.',
  },
  'warehouse-access': {
    what: 'Ce bot n’est pas autorisé à utiliser Genie : il n’a pas accès à l’entrepôt SQL.',
  },
  'workspace-access': {
    what: 'Ce bot n’est pas autorisé à utiliser Genie : il n’a pas accès à l’espace de travail Databricks.',
  },
};

const byGenieFailure: Texts['failureDetails']['byGenieFailure'] = {
  transient: {
    what: 'Genie a rencontré un problème interne.',
    advice: 'Réessayez dans un instant.',
  },
  admin: {
    what: 'Genie est désactivé dans cet espace de travail, ou son budget est épuisé.',
  },
  permissions: {
    what: 'Genie n’a pas accès aux données nécessaires pour répondre à cette question (les tables ou l’entrepôt SQL).',
  },
  'workspace-access': {
    what: 'Ce bot n’est pas autorisé à utiliser Genie : il n’a pas accès à l’espace de travail Databricks.',
  },
  'space-access': {
    what: 'Ce bot n’est pas autorisé à utiliser Genie : il n’a pas accès à l’espace Genie.',
  },
  'warehouse-access': {
    what: 'Genie n’a pas accès aux données nécessaires pour répondre à cette question : il ne peut pas utiliser l’entrepôt SQL.',
  },
  warehouse: {
    what: 'L’entrepôt SQL utilisé par Genie n’est pas disponible : il est arrêté, supprimé ou a dépassé son quota.',
  },
  space: { what: 'L’espace Genie n’est pas configuré correctement.' },
  'too-long': {
    what: 'Cette conversation est devenue trop longue pour Genie.',
    advice:
      'Tapez « réinitialiser » pour démarrer une nouvelle conversation, et demandez moins de choses à la fois.',
  },
  'sql-too-long': {
    what: 'La requête écrite par Genie pour cette question est trop longue pour être exécutée.',
    advice: 'Demandez moins de choses à la fois.',
  },
  'content-policy': {
    what: 'Genie a refusé cette question en raison de sa politique de contenu.',
    advice: 'Reformulez-la.',
  },
  rephrase: {
    what: 'Genie n’a pas pu écrire de requête pour cette question.',
    advice: 'Reformulez-la en précisant l’indicateur, la période et le regroupement.',
  },
  'query-failed': {
    what: 'Genie a écrit une requête pour cette question, mais elle a échoué.',
    advice: 'Il suffit souvent de reformuler la question.',
  },
  concurrency: {
    what: 'Genie répondait encore à une autre question dans cette conversation.',
    advice: 'Réessayez dans un instant.',
  },
  cancelled: { what: 'Cette question a été annulée dans Genie.' },
  'start-anew': {
    what: 'Genie ne peut pas poursuivre cette conversation.',
    advice:
      'Tapez « réinitialiser » pour en démarrer une nouvelle, puis posez à nouveau votre question.',
  },
};
