import type { CommandTexts } from '../commandTexts.ts';

/** The commands as they are typed in German. */
export const commands: CommandTexts = {
  help: {
    name: 'hilfe',
    sayings: ['befehle', 'was kannst du', 'hilf mir'],
    help: 'diese Hilfe anzeigen',
    teamsMenu: 'Was Sie fragen können, und wie',
  },
  reset: {
    name: 'neustart',
    sayings: [
      'neu starten',
      'neu anfangen',
      'neuer chat',
      'neue unterhaltung',
      'neues gespräch',
      'neues thema',
      'von vorn',
      'zurücksetzen',
      'zuruecksetzen',
    ],
    help: 'eine neue Unterhaltung beginnen; die alte bleibt im Verlauf',
    teamsMenu: 'Eine neue Unterhaltung mit Genie beginnen',
  },
  history: {
    name: 'chatverlauf',
    sayings: ['unterhaltungen', 'meine unterhaltungen', 'chatverlauf anzeigen', 'gesprächsverlauf'],
    help: 'Ihre letzten Unterhaltungen anzeigen, um eine fortzusetzen oder zu löschen',
  },
  subscriptions: {
    name: 'meine abos',
    sayings: ['meine abonnements', 'abos anzeigen', 'abonnements anzeigen', 'meine abos anzeigen'],
    help: 'Ihre Abos anzeigen: Fragen, die ich nach Zeitplan beantworte',
    teamsMenu: 'Die Fragen, die nach Zeitplan beantwortet werden',
  },
  spaces: {
    name: 'spaces',
    sayings: ['space', 'space wechseln', 'spaces anzeigen', 'genie-spaces'],
    help: 'die verfügbaren Genie-Bereiche anzeigen und zwischen ihnen wechseln',
  },
  cancel: {
    name: 'abbrechen',
    sayings: ['stopp', 'frage abbrechen'],
    help: 'nicht länger auf eine Antwort warten',
  },
  sql: {
    name: 'sql',
    sayings: ['sql anzeigen', 'sql zeigen', 'zeig sql', 'zeig mir das sql', 'zeige das sql'],
    help: 'das SQL zu Ihrer letzten Antwort anzeigen',
  },
  show: {
    name: 'antwort anzeigen',
    sayings: [
      'antwort zeigen',
      'zeig die antwort',
      'zeige die antwort',
      'zeig mir die antwort',
      'letzte antwort',
    ],
    help: 'Ihre letzte Antwort noch einmal anzeigen',
  },
  feedback: {
    name: 'feedback',
    sayings: ['feedback geben', 'antwort bewerten'],
    help: 'Ihre letzte Antwort bewerten',
  },
  info: {
    name: 'info',
    sayings: ['über diesen bot', 'über den bot', 'ueber diesen bot'],
    help: 'anzeigen, woher die Antworten kommen und was an Genie geht',
    teamsMenu: 'Woher die Antworten kommen und wer Ihnen weiterhilft',
  },
  whoami: {
    name: 'wer bin ich',
    sayings: [],
    help: 'anzeigen, für wen ich Sie halte',
    teamsMenu: 'Für wen der Bot Sie hält',
  },
  email: {
    name: 'e-mail angeben',
    sayings: [
      'e-mail ändern',
      'e-mail aendern',
      'e-mail-adresse ändern',
      'email ändern',
      'email angeben',
    ],
    help: 'Ihre E-Mail-Adresse angeben, falls ich sie nicht kenne',
  },
  'sign in': {
    name: 'anmelden',
    sayings: ['einloggen', 'mich anmelden'],
    help: 'sich anmelden, damit Genie mit Ihren eigenen Databricks-Berechtigungen antwortet',
  },
  logout: {
    name: 'abmelden',
    sayings: ['ausloggen', 'mich abmelden', 'vergiss mich'],
    help: 'mich alles über Sie vergessen lassen; „abmelden und löschen“ löscht auch Ihre Unterhaltungen in Genie',
  },
  'logout and delete': {
    name: 'abmelden und löschen',
    sayings: [
      'abmelden und loeschen',
      'abmelden und alles löschen',
      'ausloggen und löschen',
      'vergiss mich und lösche alles',
    ],
  },
  status: { name: 'status', sayings: [] },
};
