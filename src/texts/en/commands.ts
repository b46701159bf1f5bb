import type { CommandTexts } from '../commandTexts.ts';

/** The commands as they are typed in English. */
export const commands: CommandTexts = {
  help: {
    name: 'help',
    sayings: ['commands', 'what can you do'],
    help: 'show this help',
    teamsMenu: 'What you can ask, and how',
  },
  reset: {
    name: 'reset',
    sayings: [
      'new',
      'new chat',
      'new conversation',
      'new session',
      'start over',
      'restart',
      'clear',
    ],
    help: 'start a new conversation; the old one stays in your history',
    teamsMenu: 'Start a new conversation with Genie',
  },
  history: {
    name: 'history',
    sayings: ['conversations', 'my conversations', 'show history'],
    help: 'list your recent conversations, to continue or delete one',
  },
  subscriptions: {
    name: 'subscriptions',
    sayings: [
      'my subscriptions',
      'list subscriptions',
      'show subscriptions',
      'show my subscriptions',
    ],
    help: 'list your subscriptions: questions that I answer on a schedule',
    teamsMenu: 'The questions that are answered on a schedule',
  },
  spaces: {
    name: 'spaces',
    sayings: ['space', 'switch space', 'change space', 'list spaces'],
    help: 'list the available spaces and switch between them',
  },
  cancel: {
    name: 'cancel',
    sayings: ['stop', 'abort'],
    help: 'stop waiting for an answer',
  },
  sql: {
    name: 'sql',
    sayings: ['show sql', 'show the sql', 'show me the sql'],
    help: 'show the SQL of your last answer',
  },
  show: {
    name: 'show',
    sayings: ['show answer', 'show the answer', 'show my answer', 'show the answer again'],
    help: 'show your last answer again',
  },
  feedback: {
    name: 'feedback',
    sayings: ['give feedback', 'rate'],
    help: 'rate your last answer',
  },
  info: {
    name: 'info',
    sayings: ['about'],
    help: 'show where answers come from and what is sent to Genie',
    teamsMenu: 'Where answers come from and who to contact',
  },
  whoami: {
    name: 'whoami',
    sayings: ['who am i', 'me'],
    help: 'show who I think you are',
    teamsMenu: 'Who the bot thinks you are',
  },
  email: {
    name: 'email',
    sayings: ['e-mail', 'change email', 'change e-mail', 'set email', 'set e-mail'],
    help: 'set your email address, if I don’t know it',
  },
  'sign in': {
    name: 'sign in',
    sayings: ['signin', 'log in', 'login', 'logon', 'log on', 'sign on'],
    help: 'sign in, so that Genie answers with your own Databricks rights',
  },
  logout: {
    name: 'logout',
    sayings: ['log out', 'log off', 'sign out', 'signout', 'forget me'],
    help: 'forget me; “logout and delete” also deletes your conversations in Genie',
  },
  'logout and delete': {
    name: 'logout and delete',
    sayings: ['log out and delete', 'forget me and delete'],
  },
  status: { name: 'status', sayings: [] },
};
